import type { AttemptFacts } from "@/lib/rules/facts";
import { look, needs } from "./assessor";
import type { CaseFile } from "./casefile";
import { fileOf, peopleOf, siblingsOf } from "./casefiles";
import type { AttemptRow } from "./paper-rows";
import type { World } from "./world";

/** What every act at the desk shares. The acts write row for row what the product's own commands write: a test compares them. */
export function audit(
  world: World,
  file: CaseFile,
  staffId: number,
  action: string,
  detail: Record<string, unknown> = {},
  input: object = detail,
): void {
  world.acts?.push({ day: world.today, part: world.part, action, tenancyId: file.home.id, staffId, input });
  world.papers.add(world.papers.audit, {
    at: world.moment,
    staffId,
    action,
    tenancyId: file.home.id,
    detail: JSON.stringify(detail),
  });
}

/** The representative when there is one, else the first living tenant: whom a try counts for. */
export function addressee(world: World, file: CaseFile): number | null {
  const people = peopleOf(world, file.home);
  const found =
    people.find((person) => person.role === "representative") ??
    people.find((person) => (person.role === "tenant" || person.role === "co-tenant") && person.deceasedOn === null);
  return found?.id ?? null;
}

export function problem(world: World, file: CaseFile, kind: string): void {
  if (file.problems.some((row) => row.kind === kind && row.endedOn === null)) return;
  const { papers, today, moment } = world;
  file.problems.push(
    papers.add(papers.problems, { tenancyId: file.home.id, kind, since: today, endedOn: null, recordedAt: moment }),
  );
}

/** The next step is there at once, also for the garage that goes with the home. */
export function done(world: World, file: CaseFile): void {
  look(world, file, world.part, null);
  for (const other of siblingsOf(world, file.home)) {
    const sibling = fileOf(world, other);
    if (needs(world, sibling)) look(world, sibling, world.part, null);
    else sibling.changed = true;
  }
}

export function attempt(
  world: World,
  file: CaseFile,
  staffId: number | null,
  row: Partial<AttemptRow> & Pick<AttemptFacts, "channel" | "outcome">,
): AttemptRow {
  const kept = world.papers.add(world.papers.attempts, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    personId: null,
    direction: "outbound",
    day: world.today,
    part: world.part,
    at: world.moment,
    spokeWith: null,
    number: null,
    note: null,
    messageId: null,
    staffId,
    recordedAt: world.moment,
    ...row,
  } as Omit<AttemptRow, "id">);
  file.attempts.push(kept);
  return kept;
}
