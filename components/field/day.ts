import { v7 } from "uuid";
import type { DayDoor, HandedDay } from "@/lib/field/domain/day";
import { freshSalt, keyOfPin, type Locked, lockUp, PIN_ROUNDS, unlock, WRONG_PINS } from "@/lib/field/domain/lock";
import { TOKEN_DAYS, UNDO_MS } from "@/lib/field/domain/outbox";
import { seal } from "@/lib/field/domain/seal";
import { doorOf, type Form } from "@/lib/field/domain/token";
import type { Day } from "@/lib/kernel/day";
import { phoneNow } from "@/lib/platform/phone-clock";
import { withToken } from "./post";
import { all, deviceId, forget, type KeptDay, keep, keepNew, keys, read } from "./store";

/** A day that was opened with its PIN: for as long as the app is. */
export interface OpenDay {
  readonly day: HandedDay;
  readonly key: CryptoKey;
  readonly offsetMs: number;
  /** Under which the key was made: another tab may have chosen another PIN since. */
  readonly salt: string;
  readonly rounds: number;
}

/** A door of an earlier day on which something was begun: it goes on with the token and key of that day. */
export interface CarriedDoor {
  readonly carried?: Pick<HandedDay, "token" | "sealTo" | "signOpen">;
}
/** Which door an envelope is about, for whoever sealed it. */
export interface Label {
  readonly door: string;
  readonly name: string | null;
  readonly said: string;
}
/** Answers so far, kept at each of them. `id` becomes the id of the envelope, so that a draft is never sealed twice. */
export interface Draft {
  readonly id: string;
  readonly answers: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly when?: { readonly day: string; readonly part: string } | undefined;
}

type Asked = { readonly day: HandedDay; readonly offsetMs: number } | "signed-out" | "not-for-you" | "lost" | "no-answer";

/** Asks the office for today; needs reception and a sign-in. */
export async function askDay(): Promise<Asked> {
  try {
    const answer = await fetch("/api/veld/dag", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ device: await deviceId(), deviceName: nameOfPhone() }),
      cache: "no-store",
      signal: AbortSignal.timeout(45_000),
    });
    if (answer.status === 401) return "signed-out";
    if (answer.status === 404) return "not-for-you";
    if (answer.status === 409) return "lost";
    if (!answer.ok) return "no-answer";
    const day = (await answer.json()) as HandedDay;
    return { day, offsetMs: new Date(day.moment).getTime() - phoneNow() };
  } catch {
    return "no-answer";
  }
}

/** What the office reads in its list of phones: no more than the kind. */
function nameOfPhone(): string {
  const found = /(iPhone|iPad|Android|Windows|Macintosh|Linux)/.exec(navigator.userAgent);
  return found?.[1] ?? "";
}

/** What was begun at doors that the new day does not hold: they go along, so that it can be finished. */
async function carriedOver(day: HandedDay, by: OpenDay): Promise<(DayDoor & CarriedDoor)[]> {
  const begun = await doorsWithDraft(by);
  const names = new Set(day.doors.map(({ kind, id }) => doorOf(kind, id)));
  const { token, sealTo, signOpen } = by.day;
  return by.day.doors.flatMap((door: DayDoor & CarriedDoor) => {
    const name = doorOf(door.kind, door.id);
    return begun.has(name) && !names.has(name) ? [{ carried: { token, sealTo, signOpen }, ...door }] : [];
  });
}

/**
 * Locks a day up beside what else is on this phone.
 * @param by the day that is open, whose PIN stays; or a PIN of five digits and more, and then what was begun under another is gone
 */
export async function keepDay(asked: { day: HandedDay; offsetMs: number }, by: OpenDay | string): Promise<OpenDay> {
  const { offsetMs } = asked;
  const fresh = typeof by === "string";
  const salt = fresh ? freshSalt() : by.salt;
  const rounds = fresh ? PIN_ROUNDS : by.rounds;
  const key = fresh ? await keyOfPin(by, salt, rounds) : by.key;
  const day = fresh ? asked.day : { ...asked.day, doors: [...asked.day.doors, ...(await carriedOver(asked.day, by))] };
  if (fresh) await forgetDrafts(day.staffId);
  const { staffId, firstName, dayWords, lang } = day;
  await keep("days", staffId, {
    ...{ staffId, firstName, dayWords, lang, salt, rounds, offsetMs },
    wrong: 0,
    until: phoneNow() + TOKEN_DAYS * 86_400_000,
    locked: await lockUp(day, key),
  });
  // It waits for what is being sent just now; the day need not.
  void withToken(staffId, day.token);
  return { day, key, offsetMs, salt, rounds };
}

/** Opens a day; a wrong PIN is counted, and after ten of them the day is gone from this phone. */
export async function openDay(staffId: number, pin: string): Promise<OpenDay | { readonly left: number }> {
  const kept = await read("days", staffId);
  if (!kept) return { left: 0 };
  const { salt, rounds, offsetMs } = kept;
  const key = await keyOfPin(pin, salt, rounds);
  const day = await unlock<HandedDay>(kept.locked, key);
  if (day) {
    // A full phone opens its day all the same.
    if (kept.wrong > 0) await keep("days", staffId, { ...kept, wrong: 0 }).catch(() => {});
    return { day, key, offsetMs, salt, rounds };
  }
  const wrong = kept.wrong + 1;
  if (wrong >= WRONG_PINS) await forgetDay(staffId);
  else await keep("days", staffId, { ...kept, wrong });
  return { left: WRONG_PINS - wrong };
}

/** The day and its drafts go; what waits to be sent never does. */
export async function forgetDay(staffId: number): Promise<void> {
  await forget("days", staffId);
  await forgetDrafts(staffId);
}
async function forgetDrafts(staffId: number): Promise<void> {
  for (const key of await keys("drafts")) if (key.startsWith(`${staffId} `)) await forget("drafts", key);
}
/** The days on this phone; one whose two weeks are over goes first. */
export async function daysHere(): Promise<KeptDay[]> {
  const days = await all("days");
  for (const { staffId, until } of days) if (until < phoneNow()) await forgetDay(staffId);
  return days.filter(({ until }) => until >= phoneNow());
}

const draftKey = ({ day }: OpenDay, door: string) => `${day.staffId} ${door}`;

/** Answers so far; `sealed` when they lie in the outbox or were received. */
export async function draftOf(open: OpenDay, door: string): Promise<Draft & { readonly sealed: boolean }> {
  const locked = await read("drafts", draftKey(open, door));
  const found = locked && (await unlock<Draft>(locked, open.key));
  const posted = (await mine(open)).some(({ label, envelope }) => label?.door === door && envelope.form === "visit-1");
  if (found && !(await read("outbox", found.id))) return { ...found, sealed: false };
  return { id: v7(), answers: {}, sealed: posted };
}
let line: Promise<void> = Promise.resolve();
/** One after another, so that the last answer is what stays. */
function inLine(work: () => Promise<void>): Promise<void> {
  const done = line.then(work);
  line = done.catch(() => {});
  return done;
}
export const keepDraft = (open: OpenDay, door: string, draft: Draft): Promise<void> =>
  inLine(async () => keep("drafts", draftKey(open, door), await lockUp(draft, open.key)));
/** Another visit is recorded at this door: what was sealed keeps no hold on the new answers. */
export async function letGoOfDraft(open: OpenDay, door: string): Promise<void> {
  const name = draftKey(open, door);
  for (const one of await all("outbox")) if (one.draft === name) await keep("outbox", one.envelope.id, { ...one, draft: null });
  await inLine(() => forget("drafts", name));
}

/** Doors at which something was begun and not finished. */
export async function doorsWithDraft({ day, key }: Pick<OpenDay, "day" | "key">): Promise<ReadonlySet<string>> {
  const begun = new Set<string>();
  for (const name of await keys("drafts")) {
    if (!name.startsWith(`${day.staffId} `)) continue;
    const locked = await read("drafts", name);
    const draft = locked && (await unlock<Draft>(locked, key));
    if (draft && !(await read("outbox", draft.id))) begun.add(name.slice(`${day.staffId} `.length));
  }
  return begun;
}

/** The office's day on this phone, its clock put right. */
export const officeDay = ({ offsetMs }: OpenDay, at = phoneNow()): Day =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(at + offsetMs) as Day;

/** What is told with every form: this phone's clock and how far it was off. */
export const momentOf = (open: OpenDay, when?: Draft["when"]) => ({
  phoneAt: new Date(phoneNow()).toISOString(),
  offsetMs: open.offsetMs,
  ...(when && { when }),
});

interface Sealing {
  readonly id?: string;
  readonly form: Form;
  readonly content: unknown;
  readonly label: Label;
}
/**
 * Seals what happened and puts it in the outbox; done only when it lies there. Nobody on this phone reads it again.
 * @throws when it does not lie there: the phone is full, or it was sealed before under this id
 */
export async function post(open: OpenDay, { id = v7(), form, content, label }: Sealing): Promise<string> {
  const { day, key } = open;
  const door = day.doors.find((one: DayDoor & CarriedDoor) => doorOf(one.kind, one.id) === label.door) as
    | (DayDoor & CarriedDoor)
    | undefined;
  const { token, sealTo, signOpen } = door?.carried ?? day;
  const fresh = await keepNew("outbox", id, {
    envelope: await seal(content, sealTo, { id, form }),
    ...{ token, signOpen, staffId: day.staffId },
    label: await lockUp(label, key),
    sealedAt: phoneNow(),
    standing: "ready",
    tries: 0,
    notBefore: phoneNow() + UNDO_MS,
    status: null,
    receivedAt: null,
    settledAt: null,
    draft: form === "visit-1" ? draftKey(open, label.door) : null,
  });
  if (!fresh) throw new Error("sealed before");
  return id;
}

/** What this person sealed on this phone, newest first. */
export async function mine({ day, key }: OpenDay) {
  const posted = (await all("outbox")).filter(({ staffId }) => staffId === day.staffId);
  const told = await Promise.all(posted.map(async (one) => ({ ...one, label: await unlock<Label>(one.label as Locked, key) })));
  return told.toSorted((a, b) => b.sealedAt - a.sealedAt);
}
