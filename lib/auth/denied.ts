import { log } from "../platform/log";
import type { Actor } from "./actor";
import type { Entry } from "./permissions";

/** Somebody asked for what their role may not have: a line for whoever looks after the program, without what was asked of whom. */
export const denied = ({ staffId, role }: Actor, entry: Entry): void => log.warn({ staffId, role, entry }, "refused");
