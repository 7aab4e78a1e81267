/** What more than one control wears. A class that other markup looks for (`input`, `btn`, `key`) stands first and says nothing itself. */

/** What one writes in, without how high and wide it is. */
export const INPUT_SHAPE =
  "input block rounded-2 border border-control bg-sheet text-m font-normal text-ink placeholder:text-ink-3 " +
  "placeholder:opacity-100 aria-invalid:border-2 aria-invalid:border-ink in-[.touch]:rounded-3 in-[.touch]:text-l";
/** A field of a form. On a phone never under 16 px: an iPhone would zoom in. */
export const INPUT =
  `${INPUT_SHAPE} min-h-9 w-full px-2.5 py-1.5 pointer-coarse:min-h-11 in-[.touch]:min-h-14 in-[.touch]:pointer-coarse:min-h-14 ` +
  "max-[720px]:text-[1rem] max-[720px]:in-[.touch]:text-l";

const ANSWER =
  "group/answer relative flex cursor-pointer items-center gap-3 border-b border-line py-1 last:border-transparent hover:bg-accent-wash " +
  "has-checked:z-1 has-checked:-mt-px has-checked:border-transparent has-checked:bg-accent-wash has-checked:font-semibold " +
  "has-checked:shadow-[inset_0_0_0_2px_var(--accent)] has-focus-visible:z-2 has-focus-visible:rounded-2 " +
  "has-focus-visible:shadow-(--focus) [&_input]:absolute [&_input]:inset-0 [&_input]:cursor-pointer [&_input]:opacity-0";
/** An answer in a row of its own; the whole row is the target. */
export const CHOICE = {
  desk: `${ANSWER} min-h-9 px-2 has-checked:rounded-2 pointer-coarse:min-h-11`,
  touch: `${ANSWER} min-h-14 px-3 text-l has-checked:rounded-3`,
};
const MARK =
  "grid flex-none place-items-center border-[1.5px] border-control bg-sheet text-transparent " +
  "group-has-checked/answer:border-accent group-has-checked/answer:bg-accent group-has-checked/answer:text-on-accent";
/** The box or round at the head of an answer, filled when chosen. */
export const CHOICE_MARK = { desk: `${MARK} size-5`, touch: `${MARK} size-6` };

export const FIELD_HINT = "mb-1 text-s font-normal text-ink-2";
/** What is wrong, under its field. */
export const FIELD_ERROR = "field-error mt-1 border-l-3 border-ink pl-2 font-semibold";
