/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { FOUND_NOBODY, mayRing, RING_RESULTS, type RingBefore } from "@/lib/caretaker/domain/ring";
import type { TaskDoor } from "@/lib/field/domain/day";
import { doorOf } from "@/lib/field/domain/token";
import type { Day } from "@/lib/kernel/day";
import type { CaretakerResult } from "@/lib/rules/facts";
import { mine, momentOf, type OpenDay, officeDay, post as put } from "./day";
import { Back, Trouble, Undo } from "./parts";
import type { Post } from "./use-post";
import { useWords } from "./words";

/** Just opened, a screen takes no answer: so long in milliseconds. */
const DEAF_MS = 500;

interface Props {
  readonly open: OpenDay;
  readonly task: TaskDoor;
  readonly post: Post;
}
const BIG: readonly CaretakerResult[] = ["spoke", "will-call", "not-home", "card-left"];

/** A door of the caretaker: what to say, and one tap for how it went. */
export function Ring({ open, task, post }: Props) {
  const t = useWords();
  const [before, setBefore] = useState<readonly RingBefore[]>([]);
  const [tapped, setTapped] = useState<{ result: CaretakerResult; id: string } | null>(null);
  const [sure, setSure] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const busyRef = useRef(false);
  const name = doorOf("task", task.id);
  const look = useCallback(async () => {
    const here = (await mine(open)).filter(({ label }) => label?.door === name);
    const rings = here.map(({ label, sealedAt }) => ({
      day: officeDay(open, sealedAt),
      result: RING_RESULTS.find((result) => t(`caretaker.result.${result}`) === label?.said) ?? "spoke",
    }));
    setBefore([...(task.rings as readonly RingBefore[]), ...rings]);
  }, [open, task, name, t]);
  useEffect(() => void look(), [look]);

  const tap = async (result: CaretakerResult) => {
    // Two taps are one: the second comes before the screen could change.
    if (busyRef.current) return;
    busyRef.current = true;
    setTrouble(false);
    try {
      const id = await put(open, {
        form: "ring-1",
        content: { moment: momentOf(open), taskId: task.id, result },
        label: { door: name, name: task.name, said: t(`caretaker.result.${result}`) },
      });
      await look();
      setSure(false);
      setTapped({ result, id });
      post.changed();
    } catch {
      setTrouble(true);
    } finally {
      busyRef.current = false;
    }
  };
  const undone = async () => {
    setTapped(null);
    await look();
    post.changed();
  };
  const today = officeDay(open);
  useEffect(() => {
    if (tapped || sure) document.querySelector<HTMLElement>("[data-focus]")?.focus();
  }, [tapped, sure]);
  return (
    <>
      <Head task={task} />
      {tapped && (
        <>
          <After {...{ task, before, open, today }} result={tapped.result} onCard={() => void tap("card-left")} />
          <Undo key={tapped.id} id={tapped.id} done={() => void undone()} />
        </>
      )}
      {!tapped && sure && <Sure trouble={trouble} yes={() => void tap("heard-deceased")} no={() => setSure(false)} />}
      {!tapped && !sure && (
        <Choices
          {...{ open, task, trouble }}
          cardNow={mayRing(today, "card-left", before) === null}
          tap={(result) => (result === "heard-deceased" ? setSure(true) : void tap(result))}
        />
      )}
    </>
  );
}

function Head({ task }: { task: TaskDoor }) {
  const t = useWords();
  return (
    <>
      <Back />
      <div class="head">
        <h1>{task.name ?? t("field.nameUnknown")}</h1>
        <p>
          {[task.address, task.building].filter(Boolean).join(", ")}
          {task.before && `. ${t("field.ringBefore", { day: task.before })}`}
          {task.speaks && ` ${t("field.speaks", { language: task.speaks })}`}
          {task.rings.length > 0 && ` ${t("field.tried", { count: task.rings.length })}`}
        </p>
      </div>
    </>
  );
}

/** A death is asked once more: it pauses everything. */
function Sure({ trouble, yes, no }: { trouble: boolean; yes(): void; no(): void }) {
  const t = useWords();
  return (
    <>
      <h2 class="question" tabIndex={-1} data-focus>
        {t("field.deceasedSure")}
      </h2>
      <p class="lead">{t("field.deceasedMeans")}</p>
      {trouble && <Trouble />}
      <button type="button" class="big" onClick={yes}>
        {t("field.deceasedYes")}
      </button>
      <button type="button" class="quiet" onClick={no}>
        {t("field.no")}
      </button>
    </>
  );
}

interface ChoicesProps {
  readonly open: OpenDay;
  readonly task: TaskDoor;
  readonly trouble: boolean;
  /** Nobody was home on two days: the card belongs in the letterbox. */
  readonly cardNow: boolean;
  tap(result: CaretakerResult): void;
}
/** What to say, and one tap for how it went. */
function Choices({ open, task, trouble, cardNow, tap }: ChoicesProps) {
  const t = useWords();
  const { number } = open.day.corporation;
  // The second of a double tap on the list falls on this screen: it answers nothing.
  const [deaf, setDeaf] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setDeaf(false), DEAF_MS);
    return () => clearTimeout(timer);
  }, []);
  const hintOf = (result: CaretakerResult) => {
    // On the second day without anybody it is the card's turn.
    if (cardNow && (result === "not-home" || result === "card-left")) return t(`field.secondTime.${result}`);
    return t.has(`caretaker.resultHint.${result}`) ? t(`caretaker.resultHint.${result}`) : null;
  };
  const more = RING_RESULTS.filter((result) => !BIG.includes(result) && result !== "worried");
  return (
    <>
      {task.answer !== "free" && <p class="problem">{t(`field.answer.${task.answer}`)}</p>}
      <p class="label">{t("field.sayThis")}</p>
      <p class="say">
        {task.colleague ? t("field.say", { colleague: task.colleague, number }) : t("field.sayOffice", { number })}
      </p>
      <p class="lead">
        {t("field.aboutWhat")} <b>{t("field.notMine")}</b>
      </p>
      <section class="answers" inert={deaf}>
        <h2 class="group">{t("field.howDidItGo")}</h2>
        {trouble && <Trouble />}
        <div class="two">
          {BIG.map((result) => (
            <button
              key={result}
              type="button"
              class={result === "card-left" && cardNow ? "tile likely" : "tile"}
              disabled={result === "card-left" && !cardNow}
              onClick={() => tap(result)}
            >
              {t(`caretaker.result.${result}`)}
              {hintOf(result) && <small>{hintOf(result)}</small>}
            </button>
          ))}
        </div>
        <div class="two lines">
          {more.map((result) => (
            <button
              key={result}
              type="button"
              class={t(`caretaker.result.${result}`).length > 24 ? "line wide" : "line"}
              onClick={() => tap(result)}
            >
              {t(`caretaker.result.${result}`)}
            </button>
          ))}
        </div>
        <button type="button" class="worried" onClick={() => tap("worried")}>
          <b>{t("caretaker.result.worried")}</b>
          {t("field.worriedHint")}
        </button>
      </section>
    </>
  );
}

interface AfterProps {
  readonly result: CaretakerResult;
  readonly task: TaskDoor;
  readonly before: readonly RingBefore[];
  readonly open: OpenDay;
  readonly today: Day;
  onCard(): void;
}
/** What to do next after a tap: never a card for somebody who died, never silence after a worry. */
function After({ result, task, before, open, today, onCard }: AfterProps) {
  const t = useWords();
  const { number } = open.day.corporation;
  if (result === "worried")
    return (
      <section>
        <p class="notice" role="status" tabIndex={-1} data-focus>
          <b>{t("caretaker.result.worried")}.</b> {t("field.after.worried")}
        </p>
        <a class="big" href={`tel:${number.replaceAll(/\s/g, "")}`}>
          {t("field.ringOffice", { number })}
        </a>
        <a class="quiet" href="tel:112">
          {t("field.ring112")}
        </a>
      </section>
    );
  const card = FOUND_NOBODY.has(result) && mayRing(today, "card-left", before) === null;
  const key = card ? "card" : FOUND_NOBODY.has(result) ? "another-day" : result === "heard-deceased" ? "deceased" : "done";
  return (
    <section>
      <p class="notice" role="status" tabIndex={-1} data-focus>
        <b>{t(`caretaker.result.${result}`)}.</b> {t(`field.after.${key}`)}
      </p>
      {card && task.cardCode && <p class="say">{t("field.cardCode", { code: task.cardCode })}</p>}
      {card && (
        <button type="button" class="big" onClick={onCard}>
          {t("field.cardIsIn")}
        </button>
      )}
    </section>
  );
}
