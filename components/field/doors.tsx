/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { DayDoor } from "@/lib/field/domain/day";
import { doorOf } from "@/lib/field/domain/token";
import { askDay, doorsWithDraft, keepDay, mine, type OpenDay, officeDay } from "./day";
import { NotFetched } from "./parts";
import { read } from "./store";
import type { Post } from "./use-post";
import { useWords } from "./words";

interface Props {
  readonly open: OpenDay;
  readonly post: Post;
  onOpen(open: OpenDay): void;
  close(): void;
}

/** The day: today's doors first, each with what became of it on this phone. */
export function Doors({ open, post, onOpen, close }: Props) {
  const t = useWords();
  const { day } = open;
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState<Awaited<ReturnType<typeof mine>>>([]);
  useEffect(() => {
    void doorsWithDraft(open).then(setBegun);
    void mine(open).then(setSent);
  }, [open, post.ready]);
  const stateOf = (door: DayDoor): string | null => {
    const name = doorOf(door.kind, door.id);
    const last = sent.find(({ label, standing, sealedAt }) => {
      // A caretaker rings again on another day: yesterday's ring that arrived does not make today's done.
      const counts = door.kind === "visit" || standing !== "received" || officeDay(open, sealedAt) === officeDay(open);
      return counts && label?.door === name;
    });
    if (last) return t(`field.standing.${last.standing}`, { said: last.label?.said ?? "" });
    return begun.has(name) ? t("field.begun") : null;
  };
  const rows = (wanted: boolean) => day.doors.filter(({ forToday }) => forToday === wanted);
  return (
    <>
      <div class="head">
        <h1>{t("field.dayOf", { name: day.firstName })}</h1>
        <p>{day.dayWords}</p>
        {day.helped > 0 && <p>{t("field.helped", { count: day.helped })}</p>}
      </div>
      {day.doors.length === 0 && <p class="lead">{t("field.noDoors", { day: day.dayWords })}</p>}
      {[true, false].map((today) => {
        const list = rows(today);
        if (list.length === 0) return null;
        return (
          <section key={String(today)}>
            <h2 class="group">{t(today ? "field.today" : "field.later", { count: list.length })}</h2>
            <ul class="doors">
              {list.map((door) => (
                <Row key={`${door.kind}${door.id}`} door={door} state={stateOf(door)} today={officeDay(open)} />
              ))}
            </ul>
          </section>
        );
      })}
      <Foot open={open} onOpen={onOpen} close={close} />
    </>
  );
}

function Row({ door, state, today }: { door: DayDoor; state: string | null; today: string }) {
  const t = useWords();
  return (
    <li>
      <a class={state ? "row done" : "row"} href={`#/${door.kind}/${door.id}`}>
        <span class={door.number.length > 5 ? "door long" : "door"} aria-hidden="true">
          {door.number}
        </span>
        <span>
          <b>{door.name ?? t("field.nameUnknown")}</b>
          <small>{[door.address, door.building].filter(Boolean).join(", ")}</small>
          <small>{state ?? lineOf(door, today, t)}</small>
        </span>
        <span aria-hidden="true">›</span>
      </a>
    </li>
  );
}

function lineOf(door: DayDoor, today: string, t: ReturnType<typeof useWords>): string {
  if (door.kind === "task") {
    if (door.rings.at(-1)?.day === today) return t("field.rungToday", { day: door.before ?? "" });
    if (door.rings.length > 0) return t("field.onceMore", { day: door.before ?? "" });
    return door.colleague ? t("field.seeks", { colleague: door.colleague }) : t("field.seeksOffice");
  }
  const { planned } = door;
  if (planned?.at) return t("field.appointment", { day: planned.day, time: planned.at });
  if (planned) return t("field.planned", { day: planned.day, part: t(`visits.part.${planned.part ?? "morning"}`).toLowerCase() });
  return [t(`visits.purpose.${door.purpose}`), door.before && t("field.before", { day: door.before })]
    .filter(Boolean)
    .join(" · ");
}

/** Whether this phone keeps it, a fresh day, what was sent, and closing up. */
function Foot({ open, onOpen, close }: Omit<Props, "post">) {
  const t = useWords();
  const [stays, setStays] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void read("meta", "stays").then(setStays), []);
  const again = async () => {
    setProblem(null);
    const asked = await askDay();
    if (typeof asked === "string") return setProblem(`cannotFetch.${asked}`);
    if (asked.day.staffId !== open.day.staffId) return setProblem("otherPerson");
    try {
      return onOpen(await keepDay(asked, open));
    } catch {
      return setProblem("fetchedKeeps");
    }
  };
  const apple = /iPhone|iPad/.test(navigator.userAgent) && !matchMedia("(display-mode: standalone)").matches;
  return (
    <footer>
      {stays === "no" && <p class="lead">{t("field.mayBeCleared")}</p>}
      {apple && <p class="lead">{t("field.onHomeScreen")}</p>}
      {problem && <NotFetched problem={problem} />}
      <button type="button" class="quiet" onClick={() => void again()}>
        {t("field.fetchAgain")}
      </button>
      <a class="quiet" href="#/verstuurd">
        {t("field.whatWasSent")}
      </a>
      <button type="button" class="quiet" onClick={() => print()}>
        {t("field.print")}
      </button>
      <a class="quiet" href={open.day.role === "caretaker" ? "/huismeester" : "/huisbezoeken"}>
        {t("field.atOffice")}
      </a>
      <button type="button" class="quiet" onClick={close}>
        {t("field.lock")}
      </button>
    </footer>
  );
}
