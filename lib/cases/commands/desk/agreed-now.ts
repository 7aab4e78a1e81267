import { isDeepStrictEqual } from "node:util";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf } from "@/lib/platform/clock";
import type { Desk } from "./act";

type About = Prisma.InputJsonObject;
type Where = Pick<Desk, "db" | "now" | "tenancyId">;

/** What a letter that a person asks for says of its matter as it stands now; refused when there is none (any more). */
const NOW: Readonly<Record<string, (desk: Where) => Promise<Outcome<About>>>> = {
  "confirm-promise": promised,
  "confirm-arrangement": arranged,
  "check-transfer": oldRent,
  "announce-visit": coming,
};
export const agreedNow = (desk: Where, kind: string): Promise<Outcome<About>> =>
  NOW[kind]?.(desk) ?? Promise.resolve(refused("nothing-agreed"));

/** Whether a letter still says what holds: a promise taken back or an arrangement made anew is not confirmed as it was. */
export async function stillHolds(desk: Where, letter: { readonly kind: string; readonly about: unknown }): Promise<boolean> {
  if (letter.kind === "written-reminder") return true;
  const now = await agreedNow(desk, letter.kind);
  return now.ok && isDeepStrictEqual(now.value, letter.about);
}

async function promised({ db, now, tenancyId }: Where): Promise<Outcome<About>> {
  const promise = await db.paymentPromise.findFirst({
    where: { tenancyId, withdrawnOn: null, undoneAt: null, promisedOn: { gte: dateOf(now.day) } },
    orderBy: { id: "desc" },
  });
  if (!promise) return refused("nothing-agreed");
  return done({ cents: promise.amountCents.toString(), day: dayOf(promise.promisedOn) });
}

/** The visit that is planned, and was to be told of by letter. */
async function coming({ db, now, tenancyId }: Where): Promise<Outcome<About>> {
  const visit = await db.visit.findFirst({
    where: { tenancyId, doneOn: null, withdrawnOn: null, announcedBy: "letter", plannedFor: { gte: dateOf(now.day) } },
    orderBy: { id: "desc" },
  });
  const goes = visit?.staffId ? await db.staff.findUnique({ where: { id: visit.staffId }, select: { name: true } }) : null;
  if (!visit?.plannedFor || !goes) return refused("nothing-agreed");
  return done({ day: dayOf(visit.plannedFor), part: visit.part ?? "morning", at: visit.atTime, who: goes.name });
}

async function arranged({ db, tenancyId }: Where): Promise<Outcome<About>> {
  const arrangement = await db.arrangement.findFirst({
    where: { tenancyId, endedOn: null },
    include: { instalments: { orderBy: { ordinal: "asc" } } },
    orderBy: { id: "desc" },
  });
  if (!arrangement) return refused("nothing-agreed");
  const terms = arrangement.instalments.map(({ dueOn, amountCents }) => ({ day: dayOf(dueOn), cents: amountCents.toString() }));
  return done({ terms });
}

const sum = (rent: { netCents: bigint; serviceCents: bigint; heatingCents: bigint }) =>
  rent.netCents + rent.serviceCents + rent.heatingCents;

async function oldRent({ db, now, tenancyId }: Where): Promise<Outcome<About>> {
  const today = dateOf(now.day);
  const [rent, before] = await db.tenancyRent.findMany({
    where: { tenancyId, fromDay: { lte: today } },
    orderBy: { fromDay: "desc" },
    take: 2,
  });
  if (!rent || !before) return refused("pays-the-new-rent");
  const last = await db.ledgerEntry.findFirst({
    where: { tenancyId, kind: "payment", bookedOn: { gte: rent.fromDay, lte: today }, reversals: { none: {} } },
    orderBy: [{ bookedOn: "desc" }, { id: "desc" }],
  });
  if (!last || last.amountCents !== sum(before) || sum(before) >= sum(rent)) return refused("pays-the-new-rent");
  return done({ rent: sum(rent).toString(), since: dayOf(rent.fromDay), paid: last.amountCents.toString() });
}
