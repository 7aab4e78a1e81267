import { type RefObject, useEffect, useRef } from "react";

interface Wanted {
  /** Something was typed or picked; a form that keeps it holds the single keys until it is recorded or left. */
  readonly typed?: (form: HTMLFormElement) => void;
  /** It opened with something typed before. */
  readonly goesOn?: boolean;
  /** Enter in a field does not send it. */
  readonly deliberate?: boolean;
  readonly onEscape?: () => void;
}

/** What keys do in any form: Ctrl + Enter sends it, Escape lets go of it, and what is typed holds the page (see `Keys`). */
export function useFormKeys(ref: RefObject<HTMLFormElement | null>, wanted: Wanted): void {
  const now = useRef(wanted);
  useEffect(() => {
    now.current = wanted;
  });
  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    if (now.current.goesOn) form.dataset.holds = "";
    const input = () => {
      if (!now.current.typed) return;
      form.dataset.holds = "";
      now.current.typed(form);
    };
    const key = (event: KeyboardEvent) => pressed(event, form, now.current);
    form.addEventListener("input", input);
    form.addEventListener("keydown", key);
    return () => {
      form.removeEventListener("input", input);
      form.removeEventListener("keydown", key);
    };
  }, [ref]);
}

/** It holds the page no longer. */
export const release = (form: HTMLFormElement | null): void => {
  if (form) delete form.dataset.holds;
};

function pressed(event: KeyboardEvent, form: HTMLFormElement, { deliberate, onEscape }: Wanted): void {
  if (event.key === "Escape") {
    release(form);
    onEscape?.();
  }
  if (event.key !== "Enter") return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // With a choice of buttons there is not one thing it could mean.
    const [button, other] = form.querySelectorAll<HTMLButtonElement>("button[type=submit]");
    if (button && !other) form.requestSubmit(button);
  } else if (deliberate && !(event.target instanceof HTMLButtonElement)) {
    event.preventDefault();
  }
}
