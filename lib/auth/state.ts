import type { Given } from "./form";

/** What a form shows after it was sent; words are already in the reader's language and what was typed is kept. */
export type ActionState<Value = unknown> =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly value: Value }
  | { readonly status: "refused"; readonly message: string; readonly values: Given; readonly signedOut?: true }
  | { readonly status: "invalid"; readonly fields: Readonly<Record<string, string>>; readonly values: Given };

/** In the browser: the session ended while a form was sent. */
export const SIGNED_OUT = "aanbel.signed-out";

export const IDLE: ActionState<never> = { status: "idle" };

/** A server action as forms use it: what was shown before and the form in, what to show now out. */
export type Action<Value> = (previous: ActionState<Value>, form: FormData) => Promise<ActionState<Value>>;
