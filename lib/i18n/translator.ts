import { cache } from "react";
import { signedIn } from "../auth/session";
import { languageOf } from "./language";
import type { Translate } from "./phrase";
import { translate } from "./translate";

/** Words in the language of whoever is signed in; Dutch before that. One per request. */
export const translator = cache(async (): Promise<Translate> => translate(languageOf((await signedIn())?.language)));
