/** @jsxImportSource preact */
import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mine, momentOf, type OpenDay, post as put } from "./day";
import { Back, Trouble } from "./parts";
import { takeBack, tryAgain } from "./post";
import type { Post } from "./use-post";
import { useWords } from "./words";

type Sent = Awaited<ReturnType<typeof mine>>[number];

/** What this person sealed here, and where each stands. */
export function Outbox({ open, post }: { open: OpenDay; post: Post }) {
  const t = useWords();
  const [sent, setSent] = useState<readonly Sent[] | null>(null);
  const look = () => void mine(open).then(setSent);
  useEffect(look, [open, post.ready, post.apart]);
  const changed = () => {
    look();
    post.changed();
  };
  return (
    <>
      <Back />
      <div class="head">
        <h1>{t("field.whatWasSent")}</h1>
        <p>{t("field.sealedMeans")}</p>
      </div>
      {sent?.length === 0 && <p class="lead">{t("field.nothingSent")}</p>}
      <ul class="doors">
        {sent?.map((one) => (
          <li key={one.envelope.id} class="sent">
            <b>{one.label ? (one.label.name ?? t("field.nameUnknown")) : t("field.underOldPin")}</b>
            <span>{t(`field.standing.${one.standing}`, { said: one.label?.said ?? "…" })}</span>
            <small>{momentWords(one.sealedAt + open.offsetMs, t.lang)}</small>
            <Acts one={one} open={open} changed={changed} />
          </li>
        ))}
      </ul>
    </>
  );
}

const momentWords = (at: number, lang: string) =>
  new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "nl-NL", {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Amsterdam",
  }).format(at);

/** Taken back while it is here; afterwards a colleague puts it right. One that was set apart is tried again, or told to the office. */
function Acts({ one, open, changed }: { one: Sent; open: OpenDay; changed(): void }) {
  const t = useWords();
  const [trouble, setTrouble] = useState(false);
  const busyRef = useRef(false);
  if (one.standing === "ready" && one.tries === 0)
    return (
      <button type="button" class="quiet" onClick={() => void takeBack(one.envelope.id).then(changed)}>
        {t("field.takeBack")}
      </button>
    );
  if (one.standing === "apart")
    return (
      <>
        <p class="lead">{t("field.apartMeans", { id: one.envelope.id.slice(-8) })}</p>
        <button type="button" class="quiet" onClick={() => void tryAgain(one.envelope.id).then(changed)}>
          {t("field.tryAgain")}
        </button>
      </>
    );
  if (one.envelope.form === "correction-1" || !one.label) return null;
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const reason = String(new FormData(form).get("reason") ?? "").trim();
    if (!reason || busyRef.current) return;
    busyRef.current = true;
    const name = one.label?.name ?? null;
    try {
      await put(open, {
        form: "correction-1",
        content: { moment: momentOf(open), envelopeId: one.envelope.id, reason },
        label: { door: "", name, said: t("field.correction") },
      });
      form.reset();
      changed();
    } catch {
      setTrouble(true);
    } finally {
      busyRef.current = false;
    }
  };
  return (
    <details>
      <summary>{t("field.notRight")}</summary>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <label>
          {t("field.whatWasIt")}
          <textarea name="reason" maxLength={500} required />
        </label>
        {trouble && <Trouble />}
        <button type="submit" class="big">
          {t("field.tellOffice")}
        </button>
      </form>
    </details>
  );
}
