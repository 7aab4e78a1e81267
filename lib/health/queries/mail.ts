import { z } from "zod";
import { type Db, prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { unsealed } from "@/lib/platform/seal";
import type { MailServer } from "../channels/mail";

export const MAIL = "mail";
const keptSchema = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string().optional(),
  secret: z.string().optional(),
  from: z.string(),
  to: z.string(),
});

/** Of the environment, or else as it was set on the screen; null when there is none. */
export async function mailServer(db: Db = prisma()): Promise<MailServer | null> {
  const [url, to] = [env.smtpUrl(), env.alertTo()];
  if (url) return to ? { server: url, from: env.mailFrom() ?? to, to } : null;
  const row = await db.setting.findUnique({ where: { key: MAIL } });
  if (!row) return null;
  const { host, port, user, secret, ...people } = keptSchema.parse(row.value);
  const password = secret ? (unsealed(MAIL, secret) ?? undefined) : undefined;
  return { server: { host, port, user, password }, ...people };
}

/** What a screen shows of it: never a secret. `from`: who decides. */
export interface MailShown {
  readonly by: "environment" | "screen";
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly from: string;
  readonly to: string;
}
export async function mailShown(db: Db = prisma()): Promise<MailShown> {
  const known = await mailServer(db);
  const { server, from = "", to = "" } = known ?? {};
  const url = env.smtpUrl();
  if (url) {
    const { hostname = "", port = "", username = "" } = URL.parse(url) ?? {};
    return { by: "environment", host: hostname, port, user: username, from, to };
  }
  if (typeof server === "string") throw new Error("a server without an address");
  return { by: "screen", host: server?.host ?? "", port: String(server?.port ?? 465), user: server?.user ?? "", from, to };
}
