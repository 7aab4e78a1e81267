/** What a command answers: done with a value, or an expected refusal with a code that i18n turns into words. A bug throws. */
export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly detail?: Record<string, string | number> };

export const done = <T>(value: T): Outcome<T, never> => ({ ok: true, value });
export const refused = <Code extends string>(code: Code, detail?: Record<string, string | number>): Outcome<never, Code> =>
  detail ? { ok: false, code, detail } : { ok: false, code };
