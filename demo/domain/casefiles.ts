import type { Dossier } from "@/lib/cases/domain/dossier";
import { coversAccount } from "@/lib/holds/domain";
import { previousBankDay } from "@/lib/kernel/calendar";
import type { Cents } from "@/lib/kernel/money";
import type { PersonFacts, PhoneFacts } from "@/lib/rules/facts";
import { CaseFile } from "./casefile";
import type { Home } from "./home";
import type { World } from "./world";

export function fileOf(world: World, home: Home): CaseFile {
  let file = world.files.get(home.id);
  if (!file) {
    const sibling = siblingsOf(world, home)
      .map((other) => world.files.get(other.id))
      .find((each) => each !== undefined);
    file = new CaseFile(home, sibling?.attempts ?? []);
    world.files.set(home.id, file);
  }
  return file;
}

/** Other tenancies of the same people that run today. */
export function siblingsOf(world: World, home: Home): Home[] {
  const group = world.groups.get(home.household.people[0]?.id ?? 0);
  return group ? group.filter((other) => other !== home && other.isSitting(world.today)) : [];
}

const NONE_MAYBE: Dossier["maybePaid"] = [];

/** Everything known about a tenancy this morning, as the ladder's loader would find it in the database. */
export function dossierOf(world: World, file: CaseFile): Dossier {
  const { home } = file;
  const { tenancy, seat, rents } = home.household;
  return {
    tenancy: {
      id: home.id,
      kind: seat.dwelling.kind,
      buildingId: seat.building.id,
      startsOn: tenancy.startsOn,
      endsOn: tenancy.endsOn,
      directDebit: tenancy.paymentMethod === "direct-debit",
      rents: rents.map((rent) => ({
        fromDay: rent.fromDay,
        gross: BigInt(rent.netCents + rent.serviceCents + rent.heatingCents) as Cents,
      })),
    },
    entries: home.books.entries,
    designations: home.books.designations,
    opening: home.books.opening,
    people: peopleOf(world, home),
    phones: phonesOf(world, home),
    siblings: siblingsOf(world, home).map((other) => ({ tenancyId: other.id, kind: other.household.seat.dwelling.kind })),
    caretakerPresent: world.hasCaretaker(seat.building, world.today),
    bankCompleteThrough: previousBankDay(world.today),
    maybePaid: world.maybePaid.get(home.id) ?? NONE_MAYBE,
    problems: file.problems.filter((problem) => problem.endedOn === null) as unknown as Dossier["problems"],
    legalSteps: file.legal,
    cases: file.cases,
    holds: file.holds.map((hold) => ({ ...hold, whole: coversAccount(hold.reason) })),
    promises: file.promises,
    arrangements: file.arrangements,
    disclosures: file.disclosures,
    attempts: file.attempts,
    tasks: file.tasks,
    visits: file.visits,
    letters: file.letters,
    referrals: file.referrals,
    objectedToSharingOn: file.objections.at(-1)?.objectedOn ?? null,
    reviews: file.reviews,
  };
}

export function peopleOf(world: World, home: Home): PersonFacts[] {
  return world.rolesOf(home.id).map(({ role, person }) => ({
    id: person.id,
    role,
    deceasedOn: person.deceasedKnownAt !== null && person.deceasedKnownAt <= world.moment ? person.deceasedOn : null,
    awayUntil: person.awayUntil,
    smsOptOut: person.smsOptOut,
    prefers: person.prefers,
    safetyNote: person.safetyNote !== null,
  }));
}

export function phonesOf(world: World, home: Home): PhoneFacts[] {
  return world.rolesOf(home.id).flatMap(({ person }) =>
    world
      .pointsOf(person.id)
      .filter((point) => point.kind !== "email")
      .map((point) => ({
        personId: person.id,
        number: point.value,
        kind: point.kind as PhoneFacts["kind"],
        quality: point.quality,
      })),
  );
}
