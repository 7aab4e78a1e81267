import { addWorkingDays, type PartOfDay } from "@/lib/kernel/calendar";
import { addDays, type Day, daysBetween } from "@/lib/kernel/day";
import type { Assessment } from "@/lib/rules/answer";
import type { AttemptFacts, CaretakerResult, Facts, VisitFacts } from "@/lib/rules/facts";
import type { World } from "./world";

/** How this household reacts; what is left out never answers. */
export interface Behaviour {
  readonly name: string;
  /** How long their life is played; half a year when not said. */
  readonly days?: number;
  readonly setup?: (world: World) => void;
  /** What happens by itself on a day, before the office opens (payments, deaths, files). */
  readonly daily?: (world: World) => void;
  readonly onCall?: (world: World) => AttemptFacts["outcome"];
  readonly onSms?: (world: World) => "delivered" | "undelivered";
  readonly onRing?: (world: World) => CaretakerResult;
  readonly onVisit?: (world: World) => VisitFacts["outcome"];
  /** After somebody spoke with them. */
  readonly afterTalk?: (world: World) => void;
}

export interface Act {
  readonly day: Day;
  readonly kind: string;
  readonly round: number;
  readonly caseId: number | null;
  readonly detail: string;
  /** What was known when it was done. */
  readonly facts: Facts;
}

/** Does what the answer asks, as people in the office would, and refuses what the gate would refuse. */
export class Staff {
  readonly acts: Act[] = [];
  private seen: Facts | null = null;
  constructor(
    private readonly world: World,
    private readonly tenant: Behaviour,
  ) {}

  log(kind: string, answer: Assessment, detail = ""): void {
    const open = this.world.known.cases.find((one) => one.closedOn === null);
    this.acts.push({
      day: this.world.day,
      kind,
      round: answer.round?.ordinal ?? 0,
      caseId: open?.id ?? null,
      detail,
      facts: this.seen ?? this.world.facts(),
    });
  }

  /** @returns true when something was done, so that the answer has to be asked again. */
  act(answer: Assessment): boolean {
    const step = answer.contact.step;
    this.seen = this.world.facts();
    if (step === "call" || step === "call-again" || step === "follow-up") return this.call(answer);
    if (step === "sms") return this.sms(answer);
    if (step === "caretaker") return this.giveTask(answer);
    if (step === "callback-card") return this.leaveCard(answer);
    if (step === "payment-problem" || step === "visit-unreached") return this.planVisit(answer);
    if (step === "propose-legal") return this.propose(answer);
    if (step === "consultant-review" && answer.contact.until === null) return this.review(answer);
    return false;
  }

  private spoke(): void {
    this.world.learned();
    this.tenant.afterTalk?.(this.world);
  }

  private attempt(
    channel: AttemptFacts["channel"],
    outcome: AttemptFacts["outcome"],
    number: string | null,
    part: PartOfDay,
  ): void {
    const people = this.world.known.people;
    const stands = people.find((one) => one.role === "representative") ?? people[0];
    const { day } = this.world;
    const personId = stands?.id ?? null;
    this.world.known.attempts.push({ tenancyId: 1, personId, channel, direction: "outbound", day, part, outcome, number });
    this.world.learned();
  }

  private call(answer: Assessment): boolean {
    const asked = answer.contact.reasons.find((one) => one.code === "called-not-answered" || one.code === "call-after-card")
      ?.values.part;
    const part = (asked ?? "morning") as PartOfDay;
    const outcome = this.tenant.onCall?.(this.world) ?? "not-answered";
    this.log(answer.contact.step, answer, outcome);
    const number = this.world.known.phones.find((one) => one.quality !== "dead" && one.kind !== "unusable")?.number ?? null;
    this.attempt("call", outcome, number, part);
    if (outcome === "number-dead")
      this.world.known.phones = this.world.known.phones.map((one) => (one.number === number ? { ...one, quality: "dead" } : one));
    if (outcome === "spoke") this.spoke();
    return true;
  }

  private sms(answer: Assessment): boolean {
    const outcome = this.tenant.onSms?.(this.world) ?? "delivered";
    const mobile = this.world.known.phones.find((one) => one.kind === "mobile" && one.quality !== "dead");
    this.log(outcome === "delivered" ? "sms" : "sms-undelivered", answer);
    this.attempt("sms", outcome, mobile?.number ?? null, "morning");
    return true;
  }

  private giveTask(answer: Assessment): boolean {
    const { known, day } = this.world;
    const caseId = known.cases.find((one) => one.closedOn === null)?.id ?? 0;
    const round = answer.round?.ordinal ?? 1;
    const id = this.world.id();
    known.caretakerTasks.push({ id, caseId, round, givenOn: day, rings: [], cardLeftOn: null, closedOn: null, withdrawn: false });
    this.log("caretaker", answer);
    this.world.learned();
    return true;
  }

  /** The caretaker rings on two different days, a day after the task came and two days after the first ring. */
  ring(answer: Assessment): void {
    const { known, day } = this.world;
    for (const [at, task] of known.caretakerTasks.entries()) {
      if (task.closedOn !== null || task.withdrawn || task.rings.length >= 2) continue;
      const last = task.rings.at(-1)?.day ?? task.givenOn;
      if (daysBetween(last, day) < (task.rings.length === 0 ? 1 : 2) || doorsFull(this.world.facts())) continue;
      this.seen = this.world.facts();
      const result = this.tenant.onRing?.(this.world) ?? "not-home";
      const done = result !== "not-home";
      known.caretakerTasks[at] = { ...task, rings: [...task.rings, { day, result }], closedOn: done ? day : null };
      this.log("ring", answer, result);
      this.world.learned();
      if (result === "spoke") this.spoke();
    }
  }

  private leaveCard(answer: Assessment): boolean {
    const { known, day } = this.world;
    const at = known.caretakerTasks.findLastIndex((task) => !task.withdrawn);
    const task = known.caretakerTasks[at];
    if (!task) return false;
    known.caretakerTasks[at] = { ...task, cardLeftOn: day, closedOn: day };
    this.log("card", answer);
    this.world.learned();
    return true;
  }

  private planVisit(answer: Assessment): boolean {
    const { known, day } = this.world;
    const purpose = answer.contact.step === "payment-problem" ? ("payment-problem" as const) : ("unreached" as const);
    const caseId = known.cases.find((one) => one.closedOn === null)?.id ?? 0;
    const round = answer.round?.ordinal ?? 1;
    const ordinal = known.visits.filter((one) => one.round === round && one.purpose === purpose).length + 1;
    const part = ordinal === 1 ? ("morning" as const) : ("afternoon" as const);
    known.visits.push({
      id: this.world.id(),
      caseId,
      round,
      ordinal,
      purpose,
      askedOn: day,
      plannedFor: addWorkingDays(day, 2),
      part,
      doneOn: null,
      outcome: null,
      withdrawnOn: null,
    });
    this.log(`plan-${purpose}`, answer);
    this.world.learned();
    return true;
  }

  visit(answer: Assessment): void {
    const { known, day } = this.world;
    for (const [at, visit] of known.visits.entries()) {
      if (visit.doneOn !== null || visit.withdrawnOn !== null || visit.plannedFor !== day) continue;
      if (doorsFull(this.world.facts())) {
        known.visits[at] = { ...visit, plannedFor: addWorkingDays(day, 1) };
        this.world.learned();
        continue;
      }
      this.seen = this.world.facts();
      const outcome = this.tenant.onVisit?.(this.world) ?? "nobody";
      known.visits[at] = { ...visit, doneOn: day, outcome };
      this.log(`visit-${visit.purpose}`, answer, outcome ?? "");
      this.world.learned();
      if (outcome === "spoke-inside" || outcome === "spoke-door") this.spoke();
    }
  }

  /** Letter and report leave by a person's hand, on a working day. */
  duty(answer: Assessment): void {
    const { known, day } = this.world;
    const caseId = known.cases.find((one) => one.closedOn === null)?.id;
    if (caseId === undefined) return;
    if (answer.duty.step === "written-reminder") {
      known.letters.push({ caseId, askedOn: day, sentOn: day, deliveredOn: null });
      this.log("letter", answer);
      this.world.learned();
    } else if (answer.duty.step === "refer") {
      known.referrals.push({ caseId, askedOn: day, reportedOn: day, answeredOn: null, result: null });
      this.log("report", answer);
      this.world.learned();
    }
  }

  private propose(answer: Assessment): boolean {
    this.world.known.legalProposals.push({ proposedOn: this.world.day, decidedOn: addDays(this.world.day, 0) });
    this.log("proposal", answer);
    this.world.learned();
    return true;
  }

  private review(answer: Assessment): boolean {
    (this.world.known.reviews as Day[]).push(this.world.day);
    this.log("review", answer);
    this.world.learned();
    return true;
  }
}

const ANSWERED: ReadonlySet<string> = new Set(["spoke", "someone-else"]);
/** Three doors, messages or answered calls in seven days: whoever stands in the stairwell waits a day. */
function doorsFull(facts: Facts): boolean {
  const near = (on: Day) => daysBetween(on, facts.day) < 7;
  const out = facts.attempts.filter(
    (one) =>
      near(one.day) &&
      (one.channel === "sms" ? one.outcome === "delivered" : one.channel === "call" && ANSWERED.has(one.outcome)),
  ).length;
  const doors = new Set([
    ...facts.caretakerTasks.flatMap((task) => task.rings.map((ring) => ring.day)),
    ...facts.visits.flatMap((visit) => (visit.doneOn === null ? [] : [visit.doneOn])),
  ]);
  return out + [...doors].filter(near).length >= 3;
}
