import { KEPT_DAYS, standingAfter, UNDO_MS, waitAfter } from "@/lib/field/domain/outbox";
import { readSigned } from "@/lib/field/domain/seal";
import { phoneNow } from "@/lib/platform/phone-clock";
import { all, forget, keep, type Posted, read } from "./store";

/** What waits and what was set apart, and what the office said last of what waits: `unknown`, `not-now`, or nothing. */
export interface Waiting {
  readonly ready: number;
  readonly apart: number;
  readonly why: "unknown" | "not-now" | null;
}

export async function waiting(): Promise<Waiting> {
  const posted = await all("outbox");
  const of = (standing: Posted["standing"]) => posted.filter((one) => one.standing === standing);
  const said = of("ready").map(({ status }) => status ?? 0);
  const why = said.includes(401) ? "unknown" : said.some((status) => status >= 400) ? "not-now" : null;
  return { ready: of("ready").length, apart: of("apart").length, why };
}

/** One at a time on this phone, whichever tab asks. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request("aanbel-veld-post", work) as Promise<T>;

const LONGEST_MS = waitAfter(99);
/** May it go? A clock that was set back meanwhile makes no waiting time longer than it ever is. */
function isDue({ notBefore, tries }: Posted, byHand: boolean): boolean {
  const left = notBefore - phoneNow();
  if (tries === 0) return left <= 0 || left > UNDO_MS;
  return byHand || left <= 0 || left > LONGEST_MS;
}

/**
 * Sends what waits, each by itself: one that is refused or cannot be read never holds another up.
 * @param byHand also what waits for its next try
 * @returns milliseconds until the next try, or null when nothing waits
 */
export async function sendAll(byHand = false): Promise<number | null> {
  for (const { envelope } of await all("outbox")) await alone(() => sendOne(envelope.id, byHand));
  await reconcile();
  await tidy();
  const left = (await all("outbox")).filter(({ standing }) => standing === "ready");
  if (left.length === 0) return null;
  return Math.min(LONGEST_MS, Math.max(500, Math.min(...left.map((one) => one.notBefore)) - phoneNow()));
}

async function ask(path: string, token: string, body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, answer: answer.status === 200 ? ((await answer.json()) as Record<string, unknown>) : {} };
  } catch {
    return { status: 0, answer: {} };
  }
}

/** Received only by a receipt that the corporation signed for this very envelope. */
async function sendOne(id: string, byHand: boolean): Promise<void> {
  const one = await read("outbox", id);
  if (one?.standing !== "ready" || !isDue(one, byHand)) return;
  const tries = one.tries + 1;
  // Written before it leaves: whatever happens now, it may have arrived.
  await keep("outbox", id, { ...one, tries, notBefore: phoneNow() + waitAfter(tries) });
  const { status, answer } = await ask("/api/veld/envelop", one.token, one.envelope);
  const receipt = status === 200 ? await receiptOf(one, String(answer.receipt ?? "")) : null;
  const standing = status === 200 && receipt === null ? "ready" : standingAfter(status);
  const settledAt = standing === "received" ? phoneNow() : null;
  const notBefore = phoneNow() + waitAfter(tries);
  await keep("outbox", id, { ...one, standing, tries, status, notBefore, receivedAt: receipt, settledAt });
  // It is at the office: its answers need not be here any more.
  if (standing === "received" && one.draft) await forget("drafts", one.draft);
}

async function receiptOf({ envelope, signOpen }: Posted, word: string): Promise<string | null> {
  const text = await readSigned("receipt", word, signOpen);
  const said = text === null ? null : (JSON.parse(text) as { id: string; receivedAt: string });
  return said?.id === envelope.id ? said.receivedAt : null;
}

/** Asks the server whether it still has what it gave receipts of; one that came back from a backup gets again what it lost. */
async function reconcile(): Promise<void> {
  const posted = (await all("outbox")).toSorted((a, b) => b.sealedAt - a.sealedAt);
  const ids = posted.filter(({ standing }) => standing === "received").map(({ envelope }) => envelope.id);
  if (ids.length === 0) return;
  for (const token of new Set(posted.map((one) => one.token))) {
    const { status, answer } = await ask("/api/veld/stand", token, { ids });
    // A token this server does not know says nothing; another may.
    if (status === 401) continue;
    for (const id of status === 200 ? (answer.missing as string[]) : []) {
      const one = await read("outbox", id);
      if (one) await keep("outbox", id, { ...one, standing: "ready", tries: 1, notBefore: 0, receivedAt: null, settledAt: null });
    }
    return;
  }
}

/** Was this phone reported lost? Without an answer it was not. */
export async function isLost(token: string): Promise<boolean> {
  const { status, answer } = await ask("/api/veld/stand", token, { ids: [] });
  return status === 200 && answer.lost === true;
}

/** What was received stays two weeks; nothing else is ever cleared away by itself. */
async function tidy(): Promise<void> {
  const before = phoneNow() - KEPT_DAYS * 86_400_000;
  for (const { envelope, standing, settledAt } of await all("outbox"))
    if (standing === "received" && settledAt !== null && settledAt < before) await forget("outbox", envelope.id);
}

/** A new day brings a new token: what this person sealed and the office did not know the old one of goes with it. */
export const withToken = (staffId: number, token: string): Promise<void> =>
  alone(async () => {
    for (const one of await all("outbox"))
      if (one.staffId === staffId && one.standing === "ready" && one.status === 401)
        await keep("outbox", one.envelope.id, { ...one, token, notBefore: 0 });
  });

/** Takes a sealed envelope back, as long as it certainly never left. */
export const takeBack = (id: string): Promise<boolean> =>
  alone(async () => {
    const one = await read("outbox", id);
    if (!one || one.tries > 0 || one.standing !== "ready") return false;
    await forget("outbox", id);
    return true;
  });

/** Puts one that was set apart back in line. */
export const tryAgain = (id: string): Promise<void> =>
  alone(async () => {
    const one = await read("outbox", id);
    if (one) await keep("outbox", id, { ...one, standing: "ready", notBefore: 0 });
  });
