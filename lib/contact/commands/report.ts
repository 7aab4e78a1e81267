import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, sqlOf } from "@/lib/platform/db";
import type { ReceiptRequest } from "../channels/provider";
import { providerOf } from "../channels/sms";
import { afterReport, type MessageStatus } from "../domain/message";
import { gateway } from "../queries/gateway";
import { setStatus } from "./outbox";

type Refusal = "signature" | "unreadable" | "unknown-message";
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Takes in a delivery report that the gateway proves is its own. The same one twice, late, or before the answer changes nothing more. */
export async function takeReport(request: ReceiptRequest): Promise<Outcome<MessageStatus, Refusal>> {
  const known = await gateway();
  const report = providerOf(known)?.receipt(request, known) ?? "unreadable";
  if (typeof report === "string") return refused(report);
  if (!UUID.test(report.reference)) return refused("unknown-message");
  return inTransaction(async (db): Promise<Outcome<MessageStatus, Refusal>> => {
    const [message] = await sqlOf(db)<{ id: number; tenancyId: number; status: MessageStatus }>(
      `SELECT id, tenancy_id AS "tenancyId", status FROM outbox_message WHERE reference = $1::uuid FOR UPDATE`,
      [report.reference],
    );
    if (!message) return refused("unknown-message");
    const at = await now(db);
    if (report.status === null) return done(message.status);
    const told = new Date(report.at);
    await db.messageReport.createMany({
      data: [
        {
          messageId: message.id,
          reportId: `${report.reference} ${report.id} ${report.status} ${report.at}`,
          status: report.status,
          happenedAt: Number.isNaN(told.getTime()) ? at.moment : told,
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
