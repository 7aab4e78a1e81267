import { addWorkingDays, workingDaysAfter } from "@/lib/kernel/calendar";
import { addDays, type Day, dayNumber } from "@/lib/kernel/day";
import type { CaseFile } from "./casefile";
import { between } from "./chance";
import { endHold, makeArrangement, startHold } from "./desk-agreements";
import { addNote } from "./desk-calls";
import { askVisit, logRing, logVisit, planVisit } from "./desk-doors";
import { recordAnswer, recordLegalStep, report } from "./desk-duties";
import { ringResult } from "./doorstep";
import { followArrangement, followPromise } from "./follow";
import { callsBack, openIn, phonesToTry, speakerOf } from "./office";
import type { TaskRow, VisitRow } from "./paper-rows";
import { CARETAKERS, staffByEmail, staffOf } from "./staff";
import { talk } from "./talk";
import type { World } from "./world";

const CONSULTANTS = staffOf("consultant").map((each) => each.id);
export const consultantOf = (file: CaseFile): number =>
  CONSULTANTS[file.home.household.seat.building.id % CONSULTANTS.length] ?? 4;
const caretakerOf = (file: CaseFile): number =>
  staffByEmail(file.home.household.seat.building.caretaker ?? "")?.id ?? CARETAKERS[0]?.id ?? 7;

/** The caretakers' round: a fresh task the next morning, the second ring two working days after the first. */
export function caretakerRound(world: World, files: readonly CaseFile[]): void {
  for (const file of files) {
    for (const task of file.tasks) {
      if (task.closedOn !== null) continue;
      const last = task.rings.at(-1)?.day;
      const wait = last
        ? workingDaysAfter(last, world.today) >= 2
        : workingDaysAfter(task.givenOn, world.today) >= 1 + (file.home.place % 2);
      if (!wait) continue;
      world.tick();
      ring(world, file, task);
    }
  }
}

function ring(world: World, file: CaseFile, task: TaskRow): void {
  const { home } = file;
  const nth = dayNumber(world.today);
  const { closed } = home.household.seat.temper;
  const result = ringResult(world.chance, home.place, home.household.seat.temper, world.today, task.rings.length);
  logRing(world, file, caretakerOf(file), task, result);
  const phone = phonesToTry(world, file)[0];
  const reacts = world.chance(home.place, "call-back", nth);
  if (home.household.seat.temper.silent) return;
  if (result === "spoke" || result === "will-call" || result === "family") {
    if (reacts < 0.72 * (1 - 0.4 * closed)) callsBack(world, file, addWorkingDays(world.today, 1 + (nth % 2)), phone);
  } else if (result === "card-left" && reacts < 0.42 * (1 - 0.7 * closed)) {
    const code = world.papers.cards.find((card) => card.taskId === task.id)?.code;
    callsBack(world, file, addWorkingDays(world.today, between(1, 4, world.chance(home.place, "card", nth))), phone, code);
  }
}

const VISITS_PER_PART = 4;

/** The consultants: plan what is asked, go where it is planned, report, review. */
export function consultantPart(world: World, files: readonly CaseFile[], part: "morning" | "afternoon"): void {
  const made = new Map<number, number>();
  for (const file of files) {
    for (const visit of file.visits) {
      if (visit.doneOn !== null || visit.withdrawnOn !== null) continue;
      if (visit.plannedFor === null) {
        if (part === "morning" && visit.askedOn < world.today) plan(world, file, visit);
      } else if (visit.plannedFor <= world.today && (visit.part === part || visit.plannedFor < world.today)) {
        const count = made.get(consultantOf(file)) ?? 0;
        if (count >= VISITS_PER_PART) continue;
        made.set(consultantOf(file), count + 1);
        world.tick();
        go(world, file, visit);
      }
    }
    if (part === "morning") {
      municipality(world, file);
      reviews(world, file);
      holds(world, file);
    }
  }
}

function plan(world: World, file: CaseFile, visit: VisitRow): void {
  world.tick();
  const before = file.visits.filter((each) => each.doneOn !== null && each.round === visit.round).at(-1)?.part;
  const part =
    before === "morning" ? "afternoon" : before === "afternoon" ? "morning" : file.home.place % 2 === 0 ? "morning" : "afternoon";
  const reached = file.answer?.round?.reached === true;
  planVisit(world, file, visit, consultantOf(file), {
    on: addWorkingDays(world.today, between(1, 3, world.chance(file.home.place, "visit", visit.id))),
    part,
    announcedBy: reached ? "phone" : "letter",
  });
}

function go(world: World, file: CaseFile, visit: VisitRow): void {
  const { home } = file;
  const staffId = consultantOf(file);
  const nth = dayNumber(world.today);
  const { closed } = home.household.seat.temper;
  const announced = visit.announcedBy === "phone";
  const { cast, temper } = home.household.seat;
  const asked = cast?.script.says === "wants-help";
  const opens = !temper.silent && world.chance(home.place, "visit", nth) < (announced ? 0.9 : 0.68) * (1 - 0.45 * closed);
  if (!opens && !asked) {
    logVisit(world, file, visit, staffId, {
      outcome: "nobody",
      agreed: [],
      seen: world.chance(home.place, "visit", nth + 1) < 0.3 ? ["mail-piling-up"] : [],
    });
    return;
  }
  if (world.chance(home.place, "visit", nth + 2) < 0.1 * closed)
    return void logVisit(world, file, visit, staffId, { outcome: "refused", agreed: [], seen: [] });
  const outcome = world.chance(home.place, "visit", nth + 3) < 0.75 ? "spoke-inside" : "spoke-door";
  const short = home.stateOn(world.today).kind === "short" || home.overdue > 2 * home.rentOn(world.today);
  if (asked || (short && world.chance(home.place, "visit-help", nth) < HELP.accepts * (1 - 0.4 * closed)))
    return help(world, file, visit, outcome);
  const said = talk(world.chance, world.today, speakerOf(world, file));
  if (said.kind === "promise") {
    const promise = logVisit(world, file, visit, staffId, {
      outcome,
      agreed: ["promise"],
      seen: [],
      promise: { on: said.on, amount: said.amount, incomeDay: said.incomeDay },
    });
    if (promise) followPromise(world, file, promise, said.kept);
  } else if (said.kind === "arrangement") {
    logVisit(world, file, visit, staffId, { outcome, agreed: ["arrangement-wanted"], seen: [] });
    world.tick();
    followArrangement(world, file, makeArrangement(world, file, staffId, said));
  } else logVisit(world, file, visit, staffId, { outcome, agreed: ["nothing"], seen: [] });
}

/** How far help reaches; tuned together with the conversations. */
export const HELP = { accepts: 0.38, months: 10, fundPays: 0.2 };

/** At the table: the tenant says yes to help through the municipality; everything waits while it starts. */
function help(world: World, file: CaseFile, visit: VisitRow, outcome: "spoke-inside" | "spoke-door"): void {
  const staffId = consultantOf(file);
  const { home } = file;
  logVisit(world, file, visit, staffId, { outcome, agreed: ["help-municipality"], seen: [], consent: true });
  world.tick();
  startHold(world, file, staffId, "help-running", addDays(world.today, 28));
  if (home.helpedUntil === null) world.agenda.at(addDays(world.today, 21), () => helped(world, file));
}

function helped(world: World, file: CaseFile): void {
  file.home.helpedUntil = addDays(world.today, HELP.months * 30);
}

function municipality(world: World, file: CaseFile): void {
  const staffId = consultantOf(file);
  for (const referral of file.referrals) {
    if (referral.withdrawnOn !== null || referral.answeredOn !== null) continue;
    if (referral.reportedOn === null) {
      if (workingDaysAfter(referral.askedOn, world.today) < 1) continue;
      world.tick();
      report(world, file, referral, staffId, false);
      const nth = dayNumber(world.today);
      if (world.chance(file.home.place, "answer", nth) >= 0.8) continue;
      const on = addWorkingDays(addDays(world.today, between(9, 26, world.chance(file.home.place, "answer", nth + 1))), 1);
      world.later(on, "morning", () => {
        if (referral.withdrawnOn !== null || !file.home.isSitting(on)) return;
        const { closed } = file.home.household.seat.temper;
        const draw = world.chance(file.home.place, "help", nth);
        const accepts = 0.5 * (1 - 0.6 * closed);
        const result =
          draw < accepts
            ? "help-accepted"
            : draw < accepts + 0.2
              ? "help-refused"
              : draw < 0.88
                ? "not-reached"
                : "known-already";
        recordAnswer(world, file, referral, staffId, result);
        if (result === "help-accepted") helped(world, file);
      });
    }
  }
}

/** Everything was tried: the consultant looks again, makes a plan, and goes there when it is serious. */
function reviews(world: World, file: CaseFile): void {
  const { answer } = file;
  const staffId = consultantOf(file);
  if (answer?.contact.step === "propose-legal") {
    world.tick();
    recordLegalStep(world, file, staffId, "proposal");
    const on = addWorkingDays(world.today, 4);
    world.later(on, "morning", () => world.decide(file, on));
  } else if (answer?.contact.step === "consultant-review" && answer.contact.until === null) {
    world.tick();
    const serious = file.home.overdue >= 1.5 * file.home.rentOn(world.today);
    addNote(
      world,
      file,
      staffId,
      serious
        ? "Dossier besproken. Ik ga zelf langs en kijk of er hulp nodig is."
        : "Dossier besproken. Ik bel over vier weken opnieuw.",
    );
    if (serious && !file.visits.some((each) => each.doneOn === null && each.withdrawnOn === null)) askVisit(world, file, staffId);
  }
}

/** A pause whose review day came: help goes on, or it ends with a plan for what is left. */
function holds(world: World, file: CaseFile): void {
  const staffId = consultantOf(file);
  for (const hold of [...file.holds]) {
    if (hold.endedOn !== null || hold.reviewOn > world.today) continue;
    world.tick();
    endHold(world, file, hold, staffId);
    const months = file.holds.filter((each) => each.reason === hold.reason && each.from >= addDays(world.today, -200)).length;
    if (hold.reason === "help-running" && months < 3) {
      world.tick();
      startHold(world, file, staffId, "help-running", addDays(world.today, 28));
    } else if (hold.reason === "help-running") plainEnding(world, file);
  }
}

/** The municipality's fund pays a part, the rest goes in instalments that somebody helps to pay. */
function plainEnding(world: World, file: CaseFile): void {
  const { home } = file;
  const open = openIn(world, file);
  if (open < 1_000 || file.arrangements.some((row) => row.endedOn === null)) return;
  const fund = world.chance(home.place, "help", 7) < 0.7 ? Math.round(open * HELP.fundPays) : 0;
  const on: Day = addWorkingDays(world.today, 6);
  if (fund > 0) world.pays(home, on, fund);
  world.tick();
  const count = Math.min(24, Math.max(3, Math.ceil((open - fund) / (home.rentOn(world.today) * 0.12))));
  followArrangement(
    world,
    file,
    makeArrangement(world, file, consultantOf(file), { total: open - fund, count, startsOn: addDays(world.today, 20) }),
  );
}
