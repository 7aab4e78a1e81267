import { createHmac, timingSafeEqual } from "node:crypto";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, sqlOf } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { afterReport, type MessageStatus } from "../domain/message";
import { reportSchema } from "../schema";
import { setStatus } from "./outbox";

type Refusal = "signature" | "unreadable" | "unknown-message";

/** Takes in a delivery report signed by the gateway. The same one twice, late, or before the answer changes nothing more. */
export async function takeReport(body: string, signature: string | null): Promise<Outcome<MessageStatus, Refusal>> {
  if (!isSigned(body, signature)) return refused("signature");
  const read = reportSchema.safeParse(parsed(body));
  if (!read.success) return refused("unreadable");
  const report = read.data;
  return inTransaction(async (db): Promise<Outcome<MessageStatus, Refusal>> => {
    const [message] = await sqlOf(db)<{ id: number; tenancyId: number; status: MessageStatus }>(
      `SELECT id, tenancy_id AS "tenancyId", status FROM outbox_message WHERE reference = $1::uuid FOR UPDATE`,
      [report.reference],
    );
    if (!message) return refused("unknown-message");
    const at = await now(db);
    await db.messageReport.createMany({
      data: [
        {
          messageId: message.id,
          reportId: `${report.reference} ${report.id} ${report.status} ${report.at}`,
          status: report.status,
          happenedAt: new Date(report.at),
          recordedAt: at.moment,
        },
      ],
      skipDuplicates: true,
    });
    const status = afterReport(message.status, report.status);
    if (status !== message.status) await setStatus(db, at, message, status, { providerId: report.id });
    return done(status);
  });
}

function isSigned(body: string, signature: string | null): boolean {
  const secret = env.smsReportSecret();
  if (!secret || !signature) return false;
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
