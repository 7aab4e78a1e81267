/** What a command answers: done with a value, or an expected refusal with a code that i18n turns into words. A bug throws. */
export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly detail?: Record<string, string | number> };

/** A command that did what was asked, with what it answers. */
export const done = <T>(value: T): Outcome<T, never> => ({ ok: true, value });
/** A command that did nothing, with the code of its sentence (`<room>.refused.<code>`) and the values that stand in it. */
export const refused = <Code extends string>(code: Code, detail?: Record<string, string | number>): Outcome<never, Code> =>
  detail ? { ok: false, code, detail } : { ok: false, code };
