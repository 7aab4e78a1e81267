import { v7 } from "uuid";
import type { HandedDay } from "@/lib/field/domain/day";
import { freshSalt, keyOfPin, type Locked, lockUp, PIN_ROUNDS, unlock, WRONG_PINS } from "@/lib/field/domain/lock";
import { UNDO_MS } from "@/lib/field/domain/outbox";
import { seal } from "@/lib/field/domain/seal";
import type { Form } from "@/lib/field/domain/token";
import { phoneNow } from "@/lib/platform/phone-clock";
import { withToken } from "./post";
import { all, deviceId, forget, type KeptDay, keep, keys, read } from "./store";

/** A day that was opened with its PIN: for as long as the app is. */
export interface OpenDay {
  readonly day: HandedDay;
  readonly key: CryptoKey;
  readonly offsetMs: number;
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
  readonly when?: { readonly day: string; readonly part: string };
}

type Asked = { readonly day: HandedDay; readonly offsetMs: number } | "signed-out" | "not-for-you" | "no-answer";

/** Asks the office for today; needs reception and a sign-in. */
export async function askDay(): Promise<Asked> {
  const device = await deviceId();
  try {
    const answer = await fetch("/api/veld/dag", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ device, deviceName: nameOfPhone() }),
      cache: "no-store",
    });
    if (answer.status === 401) return "signed-out";
    if (answer.status === 404) return "not-for-you";
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

/** Locks a day up under a PIN, beside what else is on this phone. */
export async function keepDay(asked: { day: HandedDay; offsetMs: number }, by: CryptoKey | string): Promise<OpenDay> {
  const { day, offsetMs } = asked;
  const known = await read("days", day.staffId);
  const salt = typeof by === "string" || !known ? freshSalt() : known.salt;
  const rounds = typeof by === "string" || !known ? PIN_ROUNDS : known.rounds;
  if (typeof by === "string") await forgetDrafts(day.staffId);
  const key = typeof by === "string" ? await keyOfPin(by, salt, rounds) : by;
  const { staffId, firstName, dayWords, lang } = day;
  await keep("days", staffId, {
    ...{ staffId, firstName, dayWords, lang, salt, rounds, offsetMs },
    wrong: 0,
    locked: await lockUp(day, key),
  });
  await withToken(day.token, day.signOpen);
  return { day, key, offsetMs };
}

/** Opens a day; a wrong PIN is counted, and after ten of them the day is gone from this phone. */
export async function openDay(staffId: number, pin: string): Promise<OpenDay | { readonly left: number }> {
  const kept = await read("days", staffId);
  if (!kept) return { left: 0 };
  const key = await keyOfPin(pin, kept.salt, kept.rounds);
  const day = await unlock<HandedDay>(kept.locked, key);
  if (day) {
    if (kept.wrong > 0) await keep("days", staffId, { ...kept, wrong: 0 });
    return { day, key, offsetMs: kept.offsetMs };
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
export const daysHere = (): Promise<KeptDay[]> => all("days");

const draftKey = ({ day }: OpenDay, door: string) => `${day.staffId} ${door}`;

export async function draftOf(open: OpenDay, door: string): Promise<Draft> {
  const locked = await read("drafts", draftKey(open, door));
  const found = locked && (await unlock<Draft>(locked, open.key));
  // Sealed already, and only the draft was left when the browser went: it is done.
  if (found && !(await read("outbox", found.id))) return found;
  if (found) await forget("drafts", draftKey(open, door));
  return { id: v7(), answers: {} };
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
export const forgetDraft = (open: OpenDay, door: string): Promise<void> => inLine(() => forget("drafts", draftKey(open, door)));
export const doorsWithDraft = async ({ day }: OpenDay): Promise<ReadonlySet<string>> =>
  new Set(
    (await keys("drafts")).filter((key) => key.startsWith(`${day.staffId} `)).map((key) => key.slice(`${day.staffId} `.length)),
  );

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
/** Seals what happened and puts it in the outbox; done only when it lies there. Nobody on this phone reads it again. */
export async function post(open: OpenDay, { id = v7(), form, content, label }: Sealing): Promise<string> {
  const { day, key } = open;
  await keep("outbox", id, {
    envelope: await seal(content, day.sealTo, { id, form }),
    ...{ token: day.token, signOpen: day.signOpen, staffId: day.staffId },
    label: await lockUp(label, key),
    sealedAt: phoneNow(),
    standing: "ready",
    tries: 0,
    notBefore: phoneNow() + UNDO_MS,
    status: null,
    receivedAt: null,
  });
  return id;
}

/** What this person sealed on this phone, newest first. */
export async function mine({ day, key }: OpenDay) {
  const posted = (await all("outbox")).filter(({ staffId }) => staffId === day.staffId);
  const told = await Promise.all(posted.map(async (one) => ({ ...one, label: await unlock<Label>(one.label as Locked, key) })));
  return told.toSorted((a, b) => b.sealedAt - a.sealedAt);
}
