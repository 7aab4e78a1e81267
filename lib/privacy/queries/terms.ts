import { z } from "zod";
import type { Day } from "@/lib/kernel/day";
import { type Db, prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { over, TERM_CODES, TERMS, type TermCode } from "../domain/terms";

export const RETENTION = "retention";

/** The terms as they were set, each with why; what was not set is as it begins. */
export interface KeptTerm {
  readonly code: TermCode;
  readonly months: number;
  readonly source: string;
  /** Since when it says this. */
  readonly since: string | null;
}
const termSchema = z.object({ months: z.number().int(), source: z.string(), since: z.string().nullable() });

export async function terms(db: Db = prisma()): Promise<readonly KeptTerm[]> {
  const row = await db.setting.findUnique({ where: { key: RETENTION } });
  const kept = z.record(z.string(), termSchema).safeParse(row?.value ?? {});
  return TERM_CODES.map((code) => {
    const { months, least } = TERMS[code];
    const set = kept.success ? kept.data[code] : undefined;
    const read = set ?? { months, source: "", since: null };
    return { code, ...read, months: Math.max(read.months, least) };
  });
}

/** The day before which each term is over. */
export async function limits(today: Day, db: Db = prisma()): Promise<Readonly<Record<TermCode, Day>>> {
  const all = await terms(db);
  return Object.fromEntries(all.map(({ code, months }) => [code, over(today, months)])) as Record<TermCode, Day>;
}

/** How much may go tonight, of each kind. */
export async function dueCounts(today: Day): Promise<Readonly<Record<TermCode, number>>> {
  const before = await limits(today);
  const sql = sqlOf(prisma());
  const count = async (code: TermCode) =>
    (await sql<{ count: number }>(sqlFile(`privacy/${code}`), [before[code], false]))[0]?.count ?? 0;
  const [people] = await sql<{ id: number; of: number }>(sqlFile("privacy/departed"), [before.departed, 1]);
  const [logs] = await sql<{ seen: number; done: number }>(sqlFile("privacy/logs"), [before.seen, before.done]);
  return {
    departed: people?.of ?? 0,
    notes: await count("notes"),
    messages: await count("messages"),
    sessions: await count("sessions"),
    issues: await count("issues"),
    seen: logs?.seen ?? 0,
    done: logs?.done ?? 0,
  };
}
