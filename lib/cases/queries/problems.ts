import type { Day } from "../../kernel/day";
import { prisma, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";

/** How often one kind of problem stands open. */
export interface ProblemCount {
  readonly kind: string;
  readonly count: number;
  /** Since when the oldest one stands. */
  readonly oldest: Day;
}

/** One thing to find out; of a tenancy, or of a contract that only a file names. */
export interface ProblemRow {
  readonly tenancyId: number | null;
  readonly number: string | null;
  readonly since: Day;
  /** The number that cannot be called, the contract that is not known. */
  readonly value: string | null;
  readonly fileId: number | null;
  /** What was texted back, to be read. */
  readonly replyId: number | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly city: string | null;
  readonly lastName: string | null;
  readonly prefix: string | null;
  readonly initials: string | null;
  readonly salutation: string | null;
}

/** What is to be found out, by kind, most first. */
export function problemCounts(day: Day): Promise<ProblemCount[]> {
  return sqlOf(prisma())<ProblemCount>(
    `SELECT kind, count(*)::int AS count, min(since)::text AS oldest FROM (${sqlFile("cases/problems")}) p GROUP BY kind ORDER BY 2 DESC, 1`,
    [day],
  );
}

/** The problems of one kind, oldest first. */
export function problemsOfKind(day: Day, kind: string, limit: number): Promise<ProblemRow[]> {
  return sqlOf(prisma())<ProblemRow>(
    `SELECT p.tenancy_id AS "tenancyId", t.number, p.since::text AS since, p.value, p.file_id AS "fileId", p.reply_id AS "replyId", d.street, d.house_number AS "houseNumber",
       d.house_letter AS "houseLetter", d.addition, d.city, who.last_name AS "lastName", who.prefix, who.initials, who.salutation
     FROM (${sqlFile("cases/problems")}) p
     LEFT JOIN tenancy t ON t.id = p.tenancy_id LEFT JOIN dwelling d ON d.id = t.dwelling_id
     LEFT JOIN LATERAL (SELECT person.* FROM tenancy_person l JOIN person ON person.id = l.person_id
       WHERE l.tenancy_id = p.tenancy_id AND l.role = 'tenant' ORDER BY l.id LIMIT 1) who ON true
     WHERE p.kind = $2 ORDER BY p.since, t.number, p.value LIMIT $3`,
    [day, kind, limit],
  );
}
