import type { ZodError } from "zod";
import type { Translate } from "@/lib/i18n/phrase";
import { withoutControls } from "@/lib/kernel/text";
import type { Entry } from "./permissions";

/** What was typed, to show again: one text per field, several for repeated ones; never a password or a file. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

const hidden = (name: string) => name.startsWith("$ACTION_");

/** A form as a plain object for a schema: an empty field is absent, a repeated one (or `name[]`) is a list. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (hidden(name)) continue;
    const all = form
      .getAll(name)
      .filter((value) =>
        typeof value === "string" ? withoutControls(value).trim() !== "" : value.size > 0 || value.name !== "",
      );
    const list = name.endsWith("[]");
    if (all.length === 0 && !list) continue;
    const values = all.map((value) => (typeof value === "string" ? withoutControls(value).trim() : value));
    fields[list ? name.slice(0, -2) : name] = list || values.length > 1 ? values : values[0];
  }
  return fields;
}

export function typedValues(form: FormData): Given {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (hidden(name) || /password|secret/i.test(name)) continue;
    const texts = form.getAll(name).flatMap((value) => (typeof value === "string" ? [withoutControls(value)] : []));
    if (texts.length) values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return values;
}

type Fields = Readonly<Record<string, unknown>>;
const absent = (fields: Fields, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>((at, step) => (at as Fields | undefined)?.[step as string], fields) === undefined;

/** One sentence per field. A schema names its own by key (`"cases.invalid.dayPassed"`, or just `"dayPassed"`); else by kind of problem. */
export function problemsOf(error: ZodError, given: Fields, t: Translate, entry: Entry): Record<string, string> {
  const room = entry.slice(entry.indexOf(":") + 1, entry.indexOf("."));
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    if (fields[field]) continue;
    const kind = issue.path.length > 0 && absent(given, issue.path) ? "missing" : issue.code;
    const keys = [issue.message, `${room}.invalid.${issue.message}`, `common.invalid.${issue.message}`, `common.invalid.${kind}`];
    fields[field] = t(keys.find(t.has) ?? "common.invalid.unclear");
  }
  return fields;
}
