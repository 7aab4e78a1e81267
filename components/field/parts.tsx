/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import { UNDO_MS } from "@/lib/field/domain/outbox";
import { takeBack } from "./post";
import { useWords } from "./words";

export function Back() {
  const t = useWords();
  return (
    <a class="back" href="#/">
      <span aria-hidden="true">‹</span> {t("field.back")}
    </a>
  );
}

/** It does not lie on this phone: full, or the browser refuses. Nothing is said to be kept that is not. */
export function Trouble() {
  const t = useWords();
  return (
    <p class="problem" role="alert">
      {t("field.notKept")}
    </p>
  );
}

/** Why there is no fresh day, and the way to sign in when that is it. */
export function NotFetched({ problem }: { problem: string }) {
  const t = useWords();
  return (
    <p class="problem" role="alert">
      {t(`field.${problem}`)}
      {problem === "cannotFetch.signed-out" && (
        <a class="act" href="/aanmelden?naar=/veld">
          {t("field.signIn")}
        </a>
      )}
    </p>
  );
}

/** For ten seconds a tap can be taken back: it has not left. */
export function Undo({ id, done }: { id: string; done(): void }) {
  const t = useWords();
  const [can, setCan] = useState(true);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCan(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  const undo = async () => ((await takeBack(id)) ? done() : setLate(true));
  return (
    <p class="foot">
      {can && !late && (
        <button type="button" class="quiet" onClick={() => void undo()}>
          {t("field.undo")}
        </button>
      )}
      {late && <span role="alert">{t("field.tooLate")}</span>}
      <a class="quiet" href="#/">
        {t("field.backToList")}
      </a>
    </p>
  );
}
