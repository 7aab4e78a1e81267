import { addWorkingDays, isWorkingDay, workingDayUpTo } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { payOff } from "./account";
import { look, needs } from "./assessor";
import type { CaseFile } from "./casefile";
import { fileOf } from "./casefiles";
import { between } from "./chance";
import { type CourtDesk, summon } from "./courts";
import { recordEviction, recordLegalStep } from "./desk-duties";
import { caretakerRound, consultantOf, consultantPart } from "./doors";
import type { Home } from "./home";
import { runMoment } from "./moments";
import { officePart } from "./office";
import { withoutSettled } from "./settled";
import { calendarOf } from "./simulate";
import { staffOf } from "./staff";
import { isFirst } from "./timeline";
import type { World } from "./world";

const MANAGER = staffOf("management")[0]?.id ?? 1;

/** Personal contact by the ladder, day by day: the run in the morning, then people at work, then the money of the day. */
export function playPersonal(world: World, until: Day, onDay: (day: Day) => void, from: Day = world.timeline.contactSince): void {
  world.decide = (file, on) => decideOnCourt(world, file, on);
  world.pays = (home, on, amount) => world.agenda.at(on, () => payOff(world, home, on, amount));
  for (let today = from; today <= until; today = addDays(today, 1)) {
    world.today = today;
    morning(world);
    onDay(today);
    // The last morning stays as it is: the day's work is for who opens the program.
    if (today === world.timeline.ends) break;
    calendarOf(world, today);
    workDay(world, today, isWorkingDay(today));
    world.agenda.play(today);
  }
}

/** What the run of the day looks at: whose account or papers changed, and whose answer may change by itself today. */
function morning(world: World): void {
  const { today, papers } = world;
  world.moment = runMoment(today);
  world.part = "morning";
  for (const home of world.morningPost()) {
    const file = world.files.get(home.id);
    if (file) file.changed = true;
  }
  if (today.endsWith("-20"))
    for (const file of world.files.values()) file.home.books = withoutSettled(world.booksOf(file.home), today);
  suspenseOf(world);
  const run = papers.add(papers.runs, { day: today, knownAt: world.moment, assessed: 0, stored: 0, opened: 0, closed: 0 });
  for (const home of world.homes) {
    const first = isFirst(today);
    if (home.overdue <= 0 && !world.files.has(home.id) && !(first && world.isOverdue(home))) continue;
    const file = fileOf(world, home);
    const again = file.answer?.reassessOn ?? null;
    if (!file.changed && !first && (again === null || again > today)) continue;
    if (needs(world, file)) look(world, file, "morning", run);
  }
}

/** A receipt that may be somebody's: the bank brought it yesterday, booked on its last day, and nobody knows whose it is. */
function suspenseOf(world: World): void {
  const yesterday = addDays(world.today, -1);
  for (const home of world.homes) {
    if (home.household.seat.cast?.script.suspenseOn !== yesterday || home.household.seat.with) continue;
    const amount = home.rentOn(yesterday);
    const on = workingDayUpTo(yesterday);
    world.suspense.push({ tenancyId: home.id, on, known: yesterday, amount });
    world.maybePaid.set(home.id, [{ bookedOn: on, amount: BigInt(amount) as Cents }]);
    fileOf(world, home).changed = true;
  }
}

function workDay(world: World, today: Day, works: boolean): void {
  if (!works) {
    world.goTo("morning");
    return;
  }
  for (const part of ["morning", "afternoon"] as const) {
    world.goTo(part);
    const files = [...world.files.values()].filter((file) => file.openCase !== null || file.answer?.flagged);
    (part === "morning" ? world.mornings : world.afternoons).play(today);
    officePart(world, files, part);
    if (part === "morning") caretakerRound(world, files);
    consultantPart(world, files, part);
  }
}

/** What a court case writes down once the office works with the ladder; the consultant goes along at every step. */
export function personalCourt(world: World): CourtDesk {
  const file = (home: Home) => fileOf(world, home);
  return {
    step: (home, kind) => recordLegalStep(world, file(home), consultantOf(file(home)), kind),
    evict: (home) => recordEviction(world, file(home), consultantOf(file(home))),
    settles: (_, step) => (world.today >= world.timeline.contactSince ? COURT_HELP[step] : 0),
  };
}

/** The same with nobody going along: the old way, however long it lasts. */
export const oldCourt = (world: World): CourtDesk => ({ ...personalCourt(world), settles: () => 0 });

/** Who is visited before the judge or the bailiff comes is helped more often. */
export const COURT_HELP = { summons: 0.118, judgment: 0.175, notice: 0.227 };

/** The manager weighs the proposal: mostly one more try, sometimes the court. */
function decideOnCourt(world: World, file: CaseFile, on: Day): void {
  if (file.answer?.contact.step === "legal-running" || !file.home.isSitting(on)) return;
  recordLegalStep(world, file, MANAGER, "decision");
  const { home } = file;
  if (home.overdue < 3 * home.rentOn(on) || home.household.seat.dwelling.kind !== "home") return;
  if (world.chance(home.place, "court", 9) < 0.15) return;
  const start = addWorkingDays(addDays(on, between(14, 40, world.chance(home.place, "court", 10))), 1);
  world.agenda.at(start, () => {
    if (home.isSitting(start) && home.law === null && home.overdue >= 3 * home.rentOn(start) && file.openCase)
      summon(world, home, start, personalCourt(world));
  });
}
