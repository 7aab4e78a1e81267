import { z } from "zod";
import { type Db, prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { unsealed } from "@/lib/platform/seal";
import type { Gateway } from "../channels/provider";

export const GATEWAY = "gateway";
const keptSchema = z.object({
  provider: z.string(),
  url: z.string().optional(),
  sender: z.string().optional(),
  account: z.string().optional(),
  secret: z.string().optional(),
});

/** The environment says which; then that is the one, and no screen changes it. */
function ofEnvironment(): Gateway | null {
  const [cmToken, twilioToken] = [env.cmProductToken(), env.twilioToken()];
  const [provider, url] = [env.smsProvider(), env.smsGatewayUrl()];
  if (!provider && !url && !cmToken && !twilioToken) return null;
  const named = { provider: provider ?? "webhook", url, sender: env.smsSender(), account: env.twilioAccount() };
  return { ...named, token: named.provider === "twilio" ? twilioToken : cmToken, reportSecrets: env.smsReportSecrets() };
}

/** Which gateway messages leave by: of the environment, or else as it was set on the screen. */
export async function gateway(db: Db = prisma()): Promise<Gateway> {
  const given = ofEnvironment();
  if (given) return given;
  const row = await db.setting.findUnique({ where: { key: GATEWAY } });
  const { secret, ...kept } = keptSchema.parse(row?.value ?? { provider: "webhook" });
  const token = secret ? (unsealed(GATEWAY, secret) ?? undefined) : undefined;
  // A gateway of our own protocol has one secret for both ways, its own: that of the installation goes to no address of a screen.
  const own = kept.provider === "webhook" ? (token ? [token] : []) : env.smsReportSecrets();
  return { ...kept, sender: kept.sender ?? env.smsSender(), token, reportSecrets: own };
}

/** What a screen shows of it: never a secret. `from`: who decides. */
export interface GatewayShown {
  readonly from: "environment" | "screen" | "nowhere";
  readonly provider: string;
  readonly url: string;
  readonly sender: string;
  readonly account: string;
  readonly hasSecret: boolean;
}
export async function gatewayShown(db: Db = prisma()): Promise<GatewayShown> {
  const { provider, url = "", sender = "", account = "", token } = await gateway(db);
  const isSet = (await db.setting.count({ where: { key: GATEWAY } })) > 0;
  const from = ofEnvironment() ? "environment" : isSet ? "screen" : "nowhere";
  return { from, provider, url, sender, account, hasSecret: token !== undefined };
}
