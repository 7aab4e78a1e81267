"use client";

import { useEffect, useRef, useState } from "react";
import { OrganisationButton } from "@/components/access/organisation-button";
import { PasskeyButton } from "@/components/access/passkeys";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInAgain } from "@/lib/access/actions";
import { SIGNED_OUT } from "@/lib/auth/state";

/** In the reader's language: it stands on every page, which need not have its room's words. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly password: string;
  readonly code: string;
  readonly elsewhere: string;
  readonly passkey: string;
  readonly passkeyFailed: string;
  readonly submit: string;
  readonly back: string;
}

/** The session ended while a form stood open: one signs in over it, and what was typed is still there to be recorded. */
export function SignInAgain({ email, words, elsewhere }: { email: string; words: Words; elsewhere: string | null }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [back, setBack] = useState(false);
  const [round, setRound] = useState(0);
  const [here, setHere] = useState("/");
  useEffect(() => {
    const open = () => {
      setBack(false);
      setHere(location.pathname + location.search);
      setRound((before) => before + 1);
      dialog.current?.showModal();
    };
    window.addEventListener(SIGNED_OUT, open);
    return () => window.removeEventListener(SIGNED_OUT, open);
  }, []);
  return (
    <>
      <dialog
        ref={dialog}
        aria-labelledby="weer-aanmelden"
        className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-3 border-0 bg-sheet p-6 text-ink shadow-float backdrop:bg-black/40"
      >
        <h2 id="weer-aanmelden" className="mb-1 font-title text-l">
          {words.title}
        </h2>
        <p className="mb-3">{elsewhere === null ? words.why : words.elsewhere}</p>
        {elsewhere !== null ? (
          <OrganisationButton label={elsewhere} to={here} again />
        ) : (
          <ActionForm
            key={round}
            action={signInAgain}
            hidden={{ email }}
            onDone={() => {
              dialog.current?.close();
              setBack(true);
            }}
          >
            <TextField name="password" type="password" label={words.password} autoComplete="current-password" />
            <TextField name="code" label={words.code} autoComplete="one-time-code" />
            <SubmitButton>{words.submit}</SubmitButton>
          </ActionForm>
        )}
        {elsewhere === null && (
          <PasskeyButton
            to=""
            label={words.passkey}
            failed={words.passkeyFailed}
            onDone={() => {
              dialog.current?.close();
              setBack(true);
            }}
          />
        )}
      </dialog>
      <output
        className="fixed bottom-4 left-1/2 z-50 max-w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-3 bg-ink px-4 py-2
          text-paper shadow-float empty:hidden print:hidden"
      >
        {back && words.back}
      </output>
    </>
  );
}
