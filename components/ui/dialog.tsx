"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonKind } from "./button";

interface Props {
  /** Words on the button that opens it. */
  open: ReactNode;
  title: ReactNode;
  close: string;
  kind?: ButtonKind;
  size?: "desk" | "small" | "touch";
  hotkey?: string;
  children: ReactNode;
}

/** The browser's own dialog: focus stays inside, Escape closes, focus returns to the button. */
export function Dialog({ open, title, close, kind, size, hotkey, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button kind={kind} size={size} hotkey={hotkey} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      {/* biome-ignore lint/a11y: a click beside the dialog closes it; Escape does the same for keys */}
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby={id}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" size="small" onClick={() => dialog.current?.close()}>
            {close}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
