import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, sqlOf } from "@/lib/platform/db";
import { type Reason, standsInTheWay } from "../domain/terms";
import { standingOf } from "../queries/person";

/** Erases one person, once; false when something came in the way meanwhile. */
export const eraseNow = (personId: number, staffId: number | null, because: "term" | "asked"): Promise<boolean> =>
  inTransaction(async (db) => {
    const { moment } = await now(db);
    const sql = sqlOf(db);
    await sql("SELECT id FROM person WHERE id = $1 FOR UPDATE", [personId]);
    const standing = await standingOf(personId, db);
    if (!standing || standsInTheWay(standing, because === "asked").length > 0) return false;
    await sql(
      `DELETE FROM form_draft WHERE subject IN (SELECT 'bezoek/' || v.id FROM visit v JOIN tenancy_person p USING (tenancy_id) WHERE p.person_id = $1)`,
      [personId],
    );
    await sql("SELECT erase_person($1::int, $2::timestamptz)", [personId, moment]);
    await db.erasure.create({ data: { personId, because, staffId, at: moment } });
    await db.auditEvent.create({ data: { at: moment, staffId, action: "privacy.erase", detail: { personId, because } } });
    return true;
  });

/** Somebody asked to be forgotten. Refused, with why, while anything about them is needed. */
export async function erasePerson(
  actor: Actor,
  { personId }: { personId: number },
): Promise<Outcome<{ personId: number }, Reason | "not-found">> {
  const standing = await inTransaction((db) => standingOf(personId, db));
  if (!standing) return refused("not-found");
  const [reason] = standsInTheWay(standing, true);
  if (reason) return refused(reason);
  return (await eraseNow(personId, actor.staffId, "asked")) ? done({ personId }) : refused("case-open");
}
