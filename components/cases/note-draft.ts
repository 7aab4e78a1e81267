import { createContext, useContext } from "react";

/** The case whose notes are kept on this device while somebody is typing; null outside a case. */
export const NoteDraft = createContext<number | null>(null);

const keyOf = (tenancyId: number) => `aanbel-note-${tenancyId}`;

/** What the note field of a case needs: the text typed so far, whichever form it stands in, and to keep it. */
export function useNoteDraft() {
  const tenancyId = useContext(NoteDraft);
  if (tenancyId === null) return {};
  return {
    // Put in once the field is there: what the server sent knows nothing of this device.
    ref: (field: HTMLTextAreaElement | null) => {
      if (field?.value === "") field.value = sessionStorage.getItem(keyOf(tenancyId)) ?? "";
    },
    onInput: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) =>
      sessionStorage.setItem(keyOf(tenancyId), currentTarget.value),
  };
}

/** What was typed is recorded: nothing is left to keep. */
export const forgetNote = (tenancyId: number): void => sessionStorage.removeItem(keyOf(tenancyId));
