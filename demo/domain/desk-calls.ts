import type { Said } from "@/lib/contact/domain/said";
import { isDisclosure } from "@/lib/contact/domain/said";
import type { Day } from "@/lib/kernel/day";
import type { AttemptFacts, PhoneFacts } from "@/lib/rules/facts";
import type { CaseFile } from "./casefile";
import { addPromise, type PromiseAsked } from "./desk-agreements";
import { attempt, audit, done, problem } from "./desk-base";
import type { DisclosureRow, MessageRow, PromiseRow } from "./paper-rows";
import type { World } from "./world";

export interface CallMade {
  readonly direction: "outbound" | "inbound";
  readonly outcome: "not-answered" | "voicemail" | "wrong-number" | "number-dead" | "someone-else" | "spoke";
  readonly personId: number;
  readonly number: string | null;
  readonly spokeWith?: "tenant" | "co-tenant" | "representative" | "contact";
  readonly said?: readonly Said[];
  readonly promise?: PromiseAsked;
  readonly agreedDay?: Day;
  readonly cardCode?: string;
}

export function logCall(world: World, file: CaseFile, staffId: number, call: CallMade): PromiseRow | null {
  const { papers, today, moment } = world;
  const kept = attempt(world, file, staffId, {
    channel: "call",
    direction: call.direction,
    outcome: call.outcome,
    personId: call.personId,
    number: call.number,
    spokeWith: call.outcome === "spoke" ? (call.spokeWith ?? "tenant") : call.outcome === "someone-else" ? "other" : null,
  });
  for (const said of call.said ?? []) if (isDisclosure(said)) state(world, file, staffId, said, kept.id, call.agreedDay ?? null);
  if (call.said?.includes("objects-sharing")) {
    file.objections.push(
      papers.add(papers.objections, { tenancyId: file.home.id, objectedOn: today, staffId, recordedAt: moment }),
    );
  }
  applyCallOutcome(world, file, call);
  if (call.cardCode) for (const card of papers.cards) if (card.code === call.cardCode) card.calledBackOn = today;
  const promise = call.promise ? addPromise(world, file, staffId, call.promise, kept.id) : null;
  audit(world, file, staffId, "cases.logCall", { outcome: call.outcome }, call);
  done(world, file);
  return promise;
}

/** A wrong or dead number is no longer called, whoever it stood with; one on which we spoke is theirs. */
function applyCallOutcome(world: World, file: CaseFile, call: CallMade): void {
  const ended = call.outcome === "number-dead" || call.outcome === "wrong-number";
  for (const { person } of world.rolesOf(file.home.id))
    for (const point of world.pointsOf(person.id)) {
      if (point.value !== call.number || point.kind === "email" || point.quality === "dead") continue;
      if (ended) Object.assign(point, { quality: "dead", deadAt: world.moment });
      else if (call.outcome === "spoke" && person.id === call.personId) point.quality = "verified";
    }
}

export function state(
  world: World,
  file: CaseFile,
  staffId: number,
  kind: DisclosureRow["kind"],
  attemptId: number | null,
  until: Day | null,
): void {
  file.disclosures.push(
    world.papers.add(world.papers.disclosures, {
      tenancyId: file.home.id,
      caseId: file.openCase?.id ?? null,
      attemptId,
      kind,
      saidOn: world.today,
      until: kind === "agreed-moment" ? until : null,
      detail: null,
      resolvedOn: null,
      resolution: null,
      resolvedAt: null,
      staffId,
      recordedAt: world.moment,
    }),
  );
}

/** The message leaves at once and the gateway reports back within the same part of the day. */
export function sendSms(
  world: World,
  file: CaseFile,
  staffId: number,
  phone: PhoneFacts,
  body: string,
  delivered: boolean,
): MessageRow {
  const { papers, moment } = world;
  const serial = papers.messages.length + 1;
  const message = papers.add(papers.messages, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    personId: phone.personId,
    channel: "sms",
    recipient: phone.number,
    body,
    status: delivered ? "delivered" : "undelivered",
    reference: `5de30000-0000-4000-8000-${String(serial).padStart(12, "0")}`,
    providerId: `demo-${serial}`,
    staffId,
    createdAt: moment,
    claimedAt: moment,
    statusAt: new Date(moment.getTime() + 45_000),
  });
  attempt(world, file, staffId, {
    channel: "sms",
    outcome: message.status as AttemptFacts["outcome"],
    personId: phone.personId,
    number: phone.number,
    messageId: message.id,
  });
  if (!delivered) problem(world, file, "sms-undelivered");
  audit(world, file, staffId, "cases.sendSms", {}, { phone, delivered });
  done(world, file);
  return message;
}

export function resolveAlreadyPaid(world: World, file: CaseFile, staffId: number, resolution: "found" | "not-found"): void {
  for (const row of file.disclosures) {
    if (row.kind === "already-paid" && row.resolvedOn === null)
      Object.assign(row, { resolvedOn: world.today, resolution, resolvedAt: world.moment });
  }
  audit(world, file, staffId, "cases.resolveAlreadyPaid", { resolution });
  done(world, file);
}

export function addNote(world: World, file: CaseFile, staffId: number, text: string): void {
  world.papers.add(world.papers.notes, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    text,
    staffId,
    at: world.moment,
  });
  file.reviews.push(world.today);
  audit(world, file, staffId, "cases.addNote", {}, { text });
  done(world, file);
}
