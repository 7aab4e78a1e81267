import { addWorkingDays } from "@/lib/kernel/calendar";
import { addDays, type Day, dayNumber } from "@/lib/kernel/day";
import type { PhoneFacts } from "@/lib/rules/facts";
import { payOff } from "./account";
import { payDelay } from "./behaviour";
import type { CaseFile } from "./casefile";
import { peopleOf, phonesOf } from "./casefiles";
import { endArrangement, makeArrangement, startHold } from "./desk-agreements";
import { type CallMade, logCall, resolveAlreadyPaid, sendSms } from "./desk-calls";
import { sendLetter } from "./desk-duties";
import { followArrangement, followPromise } from "./follow";
import { staffOf } from "./staff";
import { type Speaker, type Talk, talk } from "./talk";
import { bankDayFrom } from "./timeline";
import type { World } from "./world";

const FINANCE = staffOf("finance").map((each) => each.id);
const CALLS_PER_PART = 42;
/** In the last days one colleague is away, so that the day on which somebody opens the program has work waiting. */
const LAST_DAYS = { days: 11, callsPerPart: 4 };
type Part = "morning" | "afternoon";

/** Who looks after a case at the office: always the same colleague. */
const colleagueOf = (file: CaseFile): number => FINANCE[file.home.id % FINANCE.length] ?? 1;

/** One part of the office day of finance: calls, messages, letters, and what was promised to be looked up. */
export function officePart(world: World, files: readonly CaseFile[], part: Part): void {
  const room = world.today > addDays(world.timeline.ends, -LAST_DAYS.days) ? LAST_DAYS.callsPerPart : CALLS_PER_PART;
  let calls = 0;
  for (const file of files) {
    const step = file.answer?.contact.step;
    if (
      (step === "call" || step === "call-again" || step === "follow-up") &&
      (calls < room || named(file)) &&
      suits(world, file, part) &&
      !calledToday(world, file)
    ) {
      if (!named(file)) calls++;
      world.tick();
      call(world, file, part);
    } else if (step === "sms" && part === "afternoon") {
      world.tick();
      message(world, file);
    }
    if (part === "morning") paper(world, file);
  }
}

/** Named households are always called in time: each of them shows its own step on the last day. */
const named = (file: CaseFile): boolean => file.home.household.seat.cast !== null;

const calledToday = (world: World, file: CaseFile): boolean =>
  file.attempts.some((each) => each.day === world.today && each.channel === "call" && each.direction === "outbound");

/** The first call falls in either part; the next one in the other. */
function suits(world: World, file: CaseFile, part: Part): boolean {
  const started = file.answer?.round?.startedOn ?? world.today;
  const tried = file.attempts.filter(
    (each) => each.channel === "call" && each.direction === "outbound" && each.day >= started && each.outcome !== "spoke",
  );
  const last = tried.at(-1);
  if (!last) return (file.home.place % 2 === 0) === (part === "morning");
  return tried.some((each) => each.part === "morning") && !tried.some((each) => each.part === "afternoon")
    ? part === "afternoon"
    : part === "morning";
}

/** Whom to call: the representative, an authorised contact, else a living tenant. */
export function phonesToTry(world: World, file: CaseFile): PhoneFacts[] {
  const people = peopleOf(world, file.home).filter((person) => person.deceasedOn === null);
  const all = phonesOf(world, file.home).filter((phone) => phone.quality !== "dead" && phone.kind !== "unusable");
  for (const roles of [["representative"], ["contact"], ["tenant", "co-tenant"]]) {
    const found = all.filter((phone) => people.some((person) => person.id === phone.personId && roles.includes(person.role)));
    if (found.length > 0) return found;
    if (roles[0] === "representative" && people.some((person) => person.role === "representative")) return [];
  }
  return [];
}

function call(world: World, file: CaseFile, part: Part): void {
  const phones = phonesToTry(world, file);
  const tried = file.attempts.filter((each) => each.channel === "call" && each.direction === "outbound").length;
  const phone = phones[tried % Math.max(1, phones.length)];
  if (!phone) return;
  const { home } = file;
  const nth = dayNumber(world.today) * 2 + (part === "morning" ? 0 : 1);
  const dialled = { direction: "outbound", personId: phone.personId, number: phone.number } as const;
  const role = peopleOf(world, home).find((person) => person.id === phone.personId)?.role ?? "tenant";
  const { temper } = home.household.seat;
  const answers = role === "representative" ? 0.8 : role === "contact" ? 0.65 : temper.atPhone[part];
  const draw = world.chance(home.place, "pick-up", nth);
  const scripted = scriptedAnswer(file);
  if (scripted ?? (draw < answers && !temper.silent)) return void speak(world, file, { ...dialled, spokeWith: role });
  const rest = world.chance(home.place, "someone-else", nth);
  const isScripted = scripted !== null;
  const dead = !isScripted && tried === 0 && world.chance(home.place, "dead-number", phone.personId) < 0.035;
  const outcome = dead
    ? rest < 0.4
      ? "wrong-number"
      : "number-dead"
    : !isScripted && rest < 0.04
      ? "someone-else"
      : !isScripted && rest < 0.3 && phone.kind === "mobile"
        ? "voicemail"
        : "not-answered";
  logCall(world, file, colleagueOf(file), { ...dialled, outcome });
}

/** Whether a named household picks up: who broke their word does not any more. */
function scriptedAnswer(file: CaseFile): boolean | null {
  const script = file.home.household.seat.cast?.script;
  if (!script) return null;
  if (!script.keepsWord && file.attempts.some((each) => each.outcome === "spoke")) return false;
  return script.answers;
}

/** A conversation on the line: what was said is recorded, and what follows is theirs to do. */
export function speak(world: World, file: CaseFile, line: Omit<CallMade, "outcome">): Talk {
  const staffId = colleagueOf(file);
  const said = talk(world.chance, world.today, speakerOf(world, file));
  const spoke = { ...line, outcome: "spoke" } as const;
  if (said.kind === "promise") {
    const { on, amount, incomeDay } = said;
    const promise = logCall(world, file, staffId, { ...spoke, said: ["promise"], promise: { on, amount, incomeDay } });
    if (promise) followPromise(world, file, promise, said.kept);
  } else if (said.kind === "arrangement") {
    logCall(world, file, staffId, spoke);
    world.tick();
    followArrangement(world, file, makeArrangement(world, file, staffId, said));
  } else if (said.kind === "already-paid") {
    logCall(world, file, staffId, { ...spoke, said: ["already-paid"] });
    lookUp(world, file, said.found);
  } else {
    logCall(world, file, staffId, said.kind === "nothing" ? spoke : { ...spoke, said: [said.kind] });
    if (said.kind === "nothing") brokenOff(world, file, staffId);
    if (said.kind === "disputes") {
      world.tick();
      startHold(world, file, staffId, "dispute", addDays(world.today, 21));
    }
  }
  return said;
}

/** An arrangement that did not hold is ended before another one is thought of. */
function brokenOff(world: World, file: CaseFile, staffId: number): void {
  const running = file.arrangements.find((row) => row.endedOn === null);
  if (!running || file.answer?.contact.step === "arrangement-kept") return;
  world.tick();
  endArrangement(world, file, staffId, "broken");
}

/** How the household stands when somebody speaks with them. */
export function speakerOf(world: World, file: CaseFile): Speaker {
  const { home } = file;
  const promised = file.promises.filter((row) => row.caseId === file.openCase?.id && row.withdrawnOn === null);
  return {
    place: home.place,
    temper: home.household.seat.temper,
    state: home.stateOn(world.today),
    represented: home.household.representative !== null,
    owed: openIn(world, file),
    rent: home.rentOn(world.today),
    mayPromise: promised.length < 2,
    arranged: file.arrangements.some((row) => row.endedOn === null),
    script: home.household.seat.cast?.script ?? null,
    disputable: home.books.entries.some((entry) => entry.category === "settlement"),
  };
}

/** What is open and due in the books, in cents. */
export function openIn(world: World, file: CaseFile): number {
  return Math.min(file.home.overdue, Number(world.position(file.home).open));
}

function lookUp(world: World, file: CaseFile, found: boolean): void {
  const on = addWorkingDays(world.today, found ? 2 : 3);
  world.later(on, "morning", () => {
    if (file.disclosures.some((row) => row.kind === "already-paid" && row.resolvedOn === null))
      resolveAlreadyPaid(world, file, colleagueOf(file), found ? "found" : "not-found");
  });
}

function message(world: World, file: CaseFile): void {
  const phone = phonesToTry(world, file).find((each) => each.kind === "mobile" && !failed(file, each.number));
  if (!phone) return;
  const { home } = file;
  const nth = dayNumber(world.today);
  const delivered = world.chance(home.place, "sms", phone.personId * 7) >= 0.05;
  sendSms(world, file, colleagueOf(file), phone, "", delivered);
  if (!delivered) return;
  const { temper } = home.household.seat;
  if (temper.silent || world.chance(home.place, "sms", nth) >= 0.45 * (1 - 0.75 * temper.closed)) return;
  const days = 1 + Math.floor(world.chance(home.place, "sms", nth + 7) * 2);
  if (world.chance(home.place, "sms", nth + 9) < 0.4 && home.stateOn(world.today).kind !== "short") {
    const on = bankDayFrom(addWorkingDays(world.today, payDelay(world.chance, home.place, nth)));
    world.agenda.at(on, () => payOff(world, home, on, home.overdue));
  } else callsBack(world, file, addWorkingDays(world.today, days), phone);
}

const failed = (file: CaseFile, number: string): boolean =>
  file.attempts.some((each) => each.channel === "sms" && each.number === number && each.outcome === "undelivered");

/** The tenant calls the office, with or without the code of a card. */
export function callsBack(world: World, file: CaseFile, on: Day, phone: PhoneFacts | undefined, cardCode?: string): void {
  world.later(on, "afternoon", () => {
    const step = file.answer?.contact.step;
    if (file.openCase === null || step === "deceased" || step === "legal-running") return;
    const personId = phone?.personId ?? file.home.household.people.find((person) => person.deceasedOn === null)?.id;
    if (personId === undefined) return;
    const role = peopleOf(world, file.home).find((person) => person.id === personId)?.role ?? "tenant";
    speak(world, file, {
      direction: "inbound",
      personId,
      number: phone?.number ?? null,
      spokeWith: role,
      ...(cardCode ? { cardCode } : {}),
    });
  });
}

/** Letters the ladder asked for go out the working day after. */
function paper(world: World, file: CaseFile): void {
  for (const letter of file.letters) {
    if (letter.sentOn === null && letter.withdrawnOn === null && letter.askedOn < world.today) {
      world.tick();
      sendLetter(world, file, letter, colleagueOf(file));
      const { home } = file;
      const nth = dayNumber(world.today);
      if (
        world.chance(home.place, "letter", nth) < 0.16 * (1 - home.household.seat.temper.closed) &&
        home.stateOn(world.today).kind !== "short"
      ) {
        const on = bankDayFrom(addWorkingDays(world.today, 3));
        world.agenda.at(on, () => payOff(world, home, on, home.overdue));
      }
    }
  }
}
