/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { VisitDoor } from "@/lib/field/domain/day";
import { doorOf } from "@/lib/field/domain/token";
import { type Draft, draftOf, keepDraft, letGoOfDraft, momentOf, type OpenDay, officeDay, post as put } from "./day";
import { Back, Trouble, Undo } from "./parts";
import { Agreed, Happened, Next, problemIn, Seen } from "./questions";
import type { Post } from "./use-post";
import { VisitKnown } from "./visit-known";
import { useWords } from "./words";

const STEPS = { happened: Happened, seen: Seen, agreed: Agreed, next: Next } as const;
type Step = keyof typeof STEPS;
const SPOKE = ["spoke-door", "spoke-inside"];

/** Which questions are asked: what was agreed only where somebody spoke. */
const order = (outcome: unknown): readonly Step[] =>
  SPOKE.includes(String(outcome)) ? ["happened", "seen", "agreed", "next"] : ["happened", "seen", "next"];

interface Props {
  readonly open: OpenDay;
  readonly visit: VisitDoor;
  readonly post: Post;
}

/** The visit: its answers so far, or that it lies sealed. */
export function Visit({ open, visit, post }: Props) {
  const t = useWords();
  const door = doorOf("visit", visit.id);
  const [begun, setBegun] = useState<Awaited<ReturnType<typeof draftOf>> | null>(null);
  const [sealed, setSealed] = useState<string | null>(null);
  const look = useCallback(() => void draftOf(open, door).then(setBegun), [open, door]);
  useEffect(look, [look]);
  const undone = () => {
    // It never left, so the answers go on under the same id.
    setSealed(null);
    look();
    post.changed();
  };
  const another = async () => {
    await letGoOfDraft(open, door);
    // From the first question: the address still names the last one of the visit before.
    location.assign(`#/visit/${visit.id}/happened`);
    setBegun((one) => one && { ...one, sealed: false });
  };
  return (
    <>
      <Head visit={visit} />
      {sealed && (
        <>
          <p class="notice" role="status">
            {t("field.visitSealed")}
          </p>
          <Undo id={sealed} done={undone} />
        </>
      )}
      {!sealed && begun?.sealed && (
        <>
          <p class="notice">{t("field.alreadySealed")}</p>
          <a class="quiet" href="#/verstuurd">
            {t("field.whatWasSent")}
          </a>
          <button type="button" class="quiet" onClick={() => void another()}>
            {t("field.again")}
          </button>
        </>
      )}
      {!sealed && begun && !begun.sealed && (
        <Questions
          key={begun.id}
          {...{ open, visit, begun }}
          onSealed={(id) => {
            setSealed(id);
            post.changed();
          }}
        />
      )}
    </>
  );
}

const NO_MONEY = { payDay: "", left: "", otherDebts: "" };
const NO_PROMISE = { promisedOn: "", amount: "" };
const NO_TERMS = { arrangementTotal: "", arrangementCount: "", arrangementStart: "" };
/** What was typed under a choice that was taken away again does not go along. */
const asked = ({ answers }: Draft): Draft["answers"] => {
  const agreed = [answers.agreed ?? []].flat();
  return {
    ...answers,
    ...(!agreed.includes("promise") && NO_PROMISE),
    ...(!agreed.includes("arrangement-wanted") && NO_TERMS),
  };
};

/** Seals the answers; what is not asked of somebody who was not spoken with does not go along. */
async function sealVisit(open: OpenDay, visit: VisitDoor, draft: Draft, said: string): Promise<void> {
  const door = doorOf("visit", visit.id);
  const spoke = SPOKE.includes(String(draft.answers.outcome));
  await put(open, {
    id: draft.id,
    form: "visit-1",
    content: {
      moment: momentOf(open, draft.when),
      visitId: visit.id,
      answers: spoke ? asked(draft) : { ...draft.answers, agreed: [], consent: false, ...NO_PROMISE, ...NO_TERMS, ...NO_MONEY },
    },
    label: { door, name: visit.name, said },
  });
}

/** Which question the address names. */
function useStep(): Step {
  const read = (): Step => {
    const named = location.hash.split("/")[3];
    return named !== undefined && named in STEPS ? (named as Step) : "happened";
  };
  const [step, setStep] = useState(read);
  useEffect(() => {
    const follow = () => setStep(read());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return step;
}

interface QuestionsProps {
  readonly open: OpenDay;
  readonly visit: VisitDoor;
  readonly begun: Draft;
  onSealed(id: string): void;
}
/** One question at a time; every answer is kept on this phone as it is given. */
function Questions({ open, visit, begun, onSealed }: QuestionsProps) {
  const t = useWords();
  const [draft, setDraft] = useState(begun);
  const named = useStep();
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState(false);
  const questionRef = useRef<HTMLHeadingElement>(null);
  const movedRef = useRef(false);
  const { answers } = draft;
  const steps = order(answers.outcome);
  // What is not asked of this outcome is not shown by its address either.
  const step = steps.includes(named) ? named : "happened";
  const at = steps.indexOf(step);
  useEffect(() => {
    if (movedRef.current) questionRef.current?.focus();
  }, [step]);
  const change = (next: Draft) => {
    setDraft(next);
    setProblem(null);
    keepDraft(open, doorOf("visit", visit.id), next).then(
      () => setTrouble(false),
      () => setTrouble(true),
    );
  };
  const go = (to: Step | undefined) => {
    movedRef.current = true;
    // In the address, so that the phone's own way back leads to the question before.
    if (to) location.assign(`#/visit/${visit.id}/${to}`);
  };
  const onward = async () => {
    const wrong = problemIn(step, draft, officeDay(open));
    if (wrong) return setProblem(wrong);
    if (at < steps.length - 1) return go(steps[at + 1]);
    try {
      await sealVisit(open, visit, draft, t(`visits.outcome.${String(answers.outcome)}`));
      return onSealed(draft.id);
    } catch {
      return setTrouble(true);
    }
  };
  const Asked = STEPS[step];
  return (
    <>
      {step === "happened" && <VisitKnown visit={visit} />}
      <p class="steps">
        {steps.map((one, nth) => (
          <i key={one} class={nth <= at ? "on" : ""} />
        ))}
        <span>{t("field.stepOf", { step: at + 1, steps: steps.length })}</span>
      </p>
      <h2 class="question" tabIndex={-1} ref={questionRef}>
        {t(`field.question.${step}`)}
      </h2>
      {problem && (
        <p class="problem" role="alert">
          {t(`field.${problem}`)}
        </p>
      )}
      {trouble && <Trouble />}
      <Asked draft={draft} today={officeDay(open)} change={change} />
      <div class="thumb">
        <button type="button" class="big" disabled={!answers.outcome} onClick={() => void onward()}>
          {t(at < steps.length - 1 ? "field.onward" : "field.seal")}
        </button>
        {at > 0 && (
          <button type="button" class="quiet" onClick={() => go(steps[at - 1])}>
            {t("field.previous")}
          </button>
        )}
        {answers.outcome && !trouble && <p class="foot">{t("field.draftKept")}</p>}
      </div>
    </>
  );
}

function Head({ visit }: { visit: VisitDoor }) {
  const t = useWords();
  const { planned } = visit;
  return (
    <>
      <Back />
      <div class="head">
        <h1>{visit.name ?? t("field.nameUnknown")}</h1>
        <p>
          {[visit.address, visit.building].filter(Boolean).join(", ")}
          {planned?.at && `. ${t("field.appointment", { day: planned.day, time: planned.at })}`}
        </p>
      </div>
    </>
  );
}
