import { SYSTEM } from "@/lib/auth/actor";
import { addDays } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { momentAt } from "@/lib/platform/zone";
import { eraseNow } from "./commands/erase";
import type { TermCode } from "./domain/terms";
import { limits } from "./queries/terms";

/** At most so many people a night: the first night after years of keeping everything is no reason to hold up the morning. */
const MOST_A_NIGHT = 500;

/** Every night: what was kept long enough goes, by the terms of that day, and how much it was is written down. */
export async function retain(): Promise<Readonly<Record<TermCode, number>>> {
  const { day, moment, own } = await now();
  const before = await limits(day);
  const sql = sqlOf(prisma());
  const people = await sql<{ id: number; of: number }>(sqlFile("privacy/departed"), [before.departed, MOST_A_NIGHT]);
  let departed = 0;
  for (const { id } of people) departed += Number(await eraseNow(id, null, "term"));
  const gone = async (code: TermCode) =>
    inTransaction(
      async (db) => (await sqlOf(db)<{ count: number }>(sqlFile(`privacy/${code}`), [before[code], true]))[0]?.count ?? 0,
    );
  const counts = {
    departed,
    notes: await gone("notes"),
    messages: await gone("messages"),
    // Sessions and logs run in real time: a clock of the database's own, which may stand years ahead, takes none of them away.
    sessions: own ? 0 : await gone("sessions"),
    issues: await gone("issues"),
    ...(own ? { seen: 0, done: 0 } : await forgetLogs(before)),
  };
  await inTransaction(async (db) => {
    await db.auditEvent.create({ data: { at: moment, staffId: SYSTEM.staffId, action: "privacy.retain", detail: counts } });
  });
  return counts;
}

async function forgetLogs(before: Awaited<ReturnType<typeof limits>>): Promise<{ seen: number; done: number }> {
  const [row] = await sqlOf(prisma())<{ seen: number; done: number }>(
    "SELECT seen::int, done::int FROM forget_logs($1::timestamptz, $2::timestamptz)",
    [momentAt(addDays(before.seen, 1), 0), momentAt(addDays(before.done, 1), 0)],
  );
  return { seen: row?.seen ?? 0, done: row?.done ?? 0 };
}
