/** @jsxImportSource preact */
import type { TargetedSubmitEvent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PIN_LEAST, WRONG_PINS } from "@/lib/field/domain/lock";
import { askDay, daysHere, keepDay, type OpenDay, openDay } from "./day";
import { NotFetched, Trouble } from "./parts";
import { type KeptDay, keep } from "./store";
import { useWords } from "./words";

interface Props {
  onOpen(open: OpenDay): void;
  changed(): void;
}
type Fetched = Exclude<Awaited<ReturnType<typeof askDay>>, string>;

/** The door of the app: open the day that is here, or fetch a new one. */
export function Gate({ onOpen, changed }: Props) {
  const t = useWords();
  const [days, setDays] = useState<readonly KeptDay[] | null>(null);
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const look = () =>
    void daysHere().then(setDays, () => {
      setDays([]);
      setProblem("noStorage");
    });
  useEffect(look, []);

  const fetchDay = async () => {
    setBusy(true);
    setProblem(null);
    const asked = await askDay();
    setBusy(false);
    if (typeof asked === "string") setProblem(`cannotFetch.${asked}`);
    else setFetched(asked);
  };
  const opened = (open: OpenDay) => {
    changed();
    onOpen(open);
  };
  if (days === null) return null;
  const known = fetched && days.find(({ staffId }) => staffId === fetched.day.staffId);
  if (fetched && !known) return <NewPin fetched={fetched} onOpen={opened} />;
  const shown = known ? [known] : days;
  return (
    <section class="gate">
      <h1>{t("field.title")}</h1>
      {shown.map((day) => (
        <Unlock key={day.staffId} day={day} fetched={fetched} onOpen={opened} gone={look} />
      ))}
      {known && fetched && <AnotherPin fetched={fetched} onOpen={opened} />}
      {days.length === 0 && <p class="lead">{t("field.start")}</p>}
      {problem && <NotFetched problem={problem} />}
      {!fetched && (
        <button type="button" class={days.length === 0 ? "big" : "quiet"} disabled={busy} onClick={() => void fetchDay()}>
          {t(busy ? "field.fetching" : "field.fetch")}
        </button>
      )}
    </section>
  );
}

const pinOf = (event: TargetedSubmitEvent<HTMLFormElement>, name = "pin") =>
  String(new FormData(event.currentTarget).get(name) ?? "").trim();

/** The PIN of a day that lies here. With a fresh day at hand that one is locked up instead. */
function Unlock({
  day,
  fetched,
  onOpen,
  gone,
}: {
  day: KeptDay;
  fetched: Fetched | null;
  onOpen(open: OpenDay): void;
  gone(): void;
}) {
  const t = useWords();
  const [left, setLeft] = useState<number | null>(null);
  const [trouble, setTrouble] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const pin = pinOf(event);
    setBusy(true);
    setTrouble(false);
    try {
      const found = await openDay(day.staffId, pin);
      form.reset();
      if ("left" in found) {
        setLeft(found.left);
        return found.left <= 0 && gone();
      }
      return onOpen(fetched ? await keepDay(fetched, found) : found);
    } catch {
      return setTrouble(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="pin" onSubmit={(event) => void submit(event)}>
      <label>
        {t("field.pinOf", { name: day.firstName, day: day.dayWords })}
        <input name="pin" type="password" inputMode="numeric" autocomplete="off" required minLength={PIN_LEAST} />
      </label>
      {left !== null && (
        <p class="problem" role="alert">
          {t("field.wrongPin", { left, most: WRONG_PINS })}
        </p>
      )}
      {trouble && <Trouble />}
      <button type="submit" class="big" disabled={busy}>
        {t("field.open")}
      </button>
    </form>
  );
}

/** A PIN for the first time on this phone, typed twice. */
function NewPin({ fetched, onOpen }: { fetched: Fetched; onOpen(open: OpenDay): void }) {
  const t = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [pin, again] = [pinOf(event), pinOf(event, "again")];
    if (!/^\d+$/.test(pin) || pin.length < PIN_LEAST || /^(\d)\1*$/.test(pin) || "01234567890".includes(pin))
      return setProblem("pinTooEasy");
    if (pin !== again) return setProblem("pinsDiffer");
    setBusy(true);
    try {
      const open = await keepDay(fetched, pin);
      const stays = await navigator.storage?.persist?.();
      await keep("meta", "stays", stays ? "yes" : "no");
      return onOpen(open);
    } catch {
      setBusy(false);
      return setProblem("notKept");
    }
  };
  return (
    <form class="gate pin" onSubmit={(event) => void submit(event)}>
      <h1>{t("field.hello", { name: fetched.day.firstName })}</h1>
      <p class="lead">{t("field.choosePin", { doors: fetched.day.doors.length, least: PIN_LEAST })}</p>
      <label>
        {t("field.pin")}
        <input name="pin" type="password" inputMode="numeric" autocomplete="new-password" required />
      </label>
      <label>
        {t("field.pinAgain")}
        <input name="again" type="password" inputMode="numeric" autocomplete="new-password" required />
      </label>
      {problem && (
        <p class="problem" role="alert">
          {t(`field.${problem}`, { least: PIN_LEAST })}
        </p>
      )}
      <button type="submit" class="big" disabled={busy}>
        {t("field.takeAlong")}
      </button>
    </form>
  );
}

/** The PIN was forgotten: another one, and what was begun under the old one is gone. What waits to be sent stays. */
function AnotherPin(props: { fetched: Fetched; onOpen(open: OpenDay): void }) {
  const t = useWords();
  return (
    <details>
      <summary>{t("field.forgotPin")}</summary>
      <p class="lead">{t("field.forgotPinMeans")}</p>
      <NewPin {...props} />
    </details>
  );
}
