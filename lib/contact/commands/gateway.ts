import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { sealed } from "@/lib/platform/seal";
import { handOver, smsProblem } from "../channels/sms";
import { GATEWAY, gateway, gatewayShown } from "../queries/gateway";
import type { GatewayInput } from "../schema";

const noted = async (db: Db, actor: Actor, action: string, detail: Record<string, string | boolean>) =>
  record(db, { actor, action: `contact.${action}`, detail, at: (await now(db)).moment });

/** Which gateway messages leave by, from now on. Without a new secret the one before stays, while it is the same gateway. */
export const setGateway = (
  actor: Actor,
  { secret, ...input }: GatewayInput,
): Promise<Outcome<{ provider: string }, "gatewayGiven" | "gatewayMissing">> =>
  inTransaction(async (db) => {
    const shown = await gatewayShown(db);
    if (shown.from === "environment") return refused("gatewayGiven");
    const row = await db.setting.findUnique({ where: { key: GATEWAY } });
    const before = (row?.value ?? {}) as { provider?: string; url?: string; secret?: string };
    const kept = secret ? sealed(GATEWAY, secret) : isSame(before, input) ? before.secret : undefined;
    const value = { ...input, ...(kept ? { secret: kept } : {}) };
    await db.setting.upsert({ where: { key: GATEWAY }, create: { key: GATEWAY, value }, update: { value } });
    // A refusal takes back what was written: nothing half is in force. Without a secret of its own nothing proves the reports of our own protocol.
    if (smsProblem(await gateway(db)) !== null || !kept) throw new Half();
    const { provider, url, sender, account } = shown;
    await noted(db, actor, "setGateway", {
      before: JSON.stringify({ provider, url, sender, account }),
      after: JSON.stringify(input),
      newSecret: secret !== undefined,
    });
    return done({ provider: input.provider });
  }).catch((error: unknown) => {
    if (error instanceof Half) return refused("gatewayMissing");
    throw error;
  });
class Half extends Error {}

/** A secret is for one service at one address; elsewhere it is given anew. */
const isSame = (a: { provider?: string; url?: string }, b: { provider: string; url?: string | undefined }): boolean =>
  a.provider === b.provider && (a.url ?? "") === (b.url ?? "");

/** No service any more: messages wait. */
export const removeGateway = (actor: Actor): Promise<Outcome<{ removed: boolean }>> =>
  inTransaction(async (db) => {
    const { provider, url, sender, account } = await gatewayShown(db);
    const { count } = await db.setting.deleteMany({ where: { key: GATEWAY } });
    await noted(db, actor, "removeGateway", { before: JSON.stringify({ provider, url, sender, account }) });
    return done({ removed: count > 0 });
  });

/** One message to a colleague's own number, to see whether they arrive; what the gateway answered, in its own code. */
export async function tryGateway(
  actor: Actor,
  { number, body }: { number: string; body: string },
): Promise<Outcome<{ code: string }, "tryNotNow" | "tryRejected" | "tryUnknown">> {
  const answer = await handOver({ reference: crypto.randomUUID(), recipient: number, body }, await gateway());
  await inTransaction((db) => noted(db, actor, "tryGateway", { answer: answer.kind }));
  if (answer.kind === "accepted") return done({ code: answer.providerId ?? "" });
  const { kind, code } = answer;
  return refused(kind === "not-now" ? "tryNotNow" : kind === "rejected" ? "tryRejected" : "tryUnknown", { code });
}
