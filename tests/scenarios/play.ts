import { withdrawals } from "@/lib/cases/domain/advance";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Assessment } from "@/lib/rules/answer";
import { assess } from "@/lib/rules/assess";
import type { Facts } from "@/lib/rules/facts";
import { PERSONAL_CONTACT_1 } from "@/lib/rules/policy";
import { type Act, type Behaviour, Staff } from "./staff";
import { World } from "./world";

/** One assessment of the play: the facts it saw, and how many facts the world had learned by then. */
export interface Moment {
  readonly facts: Facts;
  readonly answer: Assessment;
  readonly learned: number;
  /** The night's answer of that day (the others were asked again at the desk). */
  readonly night: boolean;
}

export interface Play {
  readonly name: string;
  readonly acts: readonly Act[];
  readonly moments: readonly Moment[];
  readonly nights: readonly Moment[];
}

/** Plays a household: every night the run, every working day the office. */
export function play(tenant: Behaviour, days = tenant.days ?? 180): Play {
  const world = new World();
  tenant.setup?.(world);
  const staff = new Staff(world, tenant);
  const moments: Moment[] = [];
  const ask = (night: boolean): Assessment => {
    const facts = world.facts();
    const answer = assess(facts, PERSONAL_CONTACT_1);
    moments.push({ facts, answer, learned: world.knowledge, night });
    return answer;
  };
  for (let at = 0; at < days; at++, world.day = addDays(world.day, 1)) {
    world.part = "morning";
    tenant.daily?.(world);
    let answer = ask(true);
    if (keepCase(world, answer)) answer = ask(false);
    callOff(world, answer);
    if (!world.workingDay) continue;
    staff.ring(answer);
    staff.visit(answer);
    for (let turn = 0; turn < 6; turn++) {
      answer = ask(false);
      callOff(world, answer);
      if (!staff.act(answer)) break;
    }
    staff.duty(answer);
  }
  return { name: tenant.name, acts: staff.acts, moments, nights: moments.filter((one) => one.night) };
}

/** What the run does with a case: opens, closes and reopens it, and withdraws what the cure or a hold made needless. */
function keepCase(world: World, answer: Assessment): boolean {
  const { known, day } = world;
  const step = answer.contact.step;
  const at = known.cases.findIndex((one) => one.closedOn === null);
  const open = known.cases[at];
  if (open && (step === "cured" || step === "deceased" || step === "departed")) {
    known.cases[at] = { ...open, closedOn: day };
    withdraw(world, day);
  } else if (!open && answer.flagged && step !== "deceased" && step !== "departed") openCase(world, day);
  else return false;
  world.learned();
  return true;
}

function openCase(world: World, day: Day): void {
  const { known } = world;
  const last = known.cases.at(-1);
  const closedOn = last?.closedOn ?? null;
  if (last && closedOn !== null && day <= addDays(closedOn, PERSONAL_CONTACT_1.reopenDays))
    known.cases[known.cases.length - 1] = {
      ...last,
      closedOn: null,
      reopened: [...(last.reopened ?? []), { closedOn, reopenedOn: day }],
    };
  else known.cases.push({ id: world.id(), openedOn: day, closedOn: null, reopened: [] });
}

/** Tasks live with the answer: what it, without them, no longer asks for is called off, as the program does. */
function callOff(world: World, answer: Assessment): void {
  const { known, day } = world;
  const open = {
    tasks: known.caretakerTasks.filter((one) => !one.withdrawn),
    visits: known.visits,
    letters: [],
    referrals: [],
  } as unknown as Parameters<typeof withdrawals>[0];
  for (const { kind, id } of withdrawals(open, world.facts(), answer, PERSONAL_CONTACT_1, null)) {
    if (kind === "caretaker")
      known.caretakerTasks = known.caretakerTasks.map((one) => (one.id === id ? { ...one, withdrawn: true } : one));
    if (kind === "visit") known.visits = known.visits.map((one) => (one.id === id ? { ...one, withdrawnOn: day } : one));
    world.learned();
  }
}

function withdraw(world: World, day: Day): boolean {
  const { known } = world;
  let changed = false;
  known.caretakerTasks = known.caretakerTasks.map((one) => {
    if (one.closedOn !== null || one.withdrawn) return one;
    changed = true;
    return { ...one, withdrawn: true };
  });
  known.visits = known.visits.map((one) => {
    if (one.doneOn !== null || one.withdrawnOn !== null) return one;
    changed = true;
    return { ...one, withdrawnOn: day };
  });
  if (changed) world.learned();
  return changed;
}
