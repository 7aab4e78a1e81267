/** What a form holds that nobody recorded yet: one text per field, several for ticked boxes. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

/** A draft as the screen gets it back; `savedAt` is an ISO moment. */
export interface Draft {
  readonly form: string;
  readonly fields: DraftFields;
  readonly savedAt: string;
}

/** The hidden field that says which draft a form is. */
export const DRAFT_NAME = "draft";

/** The note of a conversation is one thought, whichever form it was typed in: it goes along to the next, and goes away with the first that records it. */
export const SHARED_FIELD = "note";

/** The fields a form opens with: its own, and the note when another form of the same subject holds the newest. */
export function openingFields(form: string, drafts: readonly Draft[]): DraftFields {
  const own = drafts.find((draft) => draft.form === form);
  const [noted] = drafts
    .filter(({ fields }) => typeof fields[SHARED_FIELD] === "string" && fields[SHARED_FIELD] !== "")
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  return { ...(noted && { [SHARED_FIELD]: noted.fields[SHARED_FIELD] ?? "" }), ...own?.fields };
}

/** True when nothing in it was typed by a person. */
export const isBlank = (fields: DraftFields): boolean =>
  Object.values(fields).every((value) => [value].flat().every((one) => one.trim() === ""));
