import { completeFor } from "../../bank/queries/complete";
import { coversAccount, type HoldReason } from "../../holds/domain";
import type { Day } from "../../kernel/day";
import { type Cents, cents } from "../../kernel/money";
import type { AccountFacts } from "../../ledger/domain/entry";
import { accounts, NO_ACCOUNT } from "../../ledger/queries/accounts";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { HoldFacts } from "../../rules/facts";
import { type Dossier, entriesSince } from "../domain/dossier";

/** Which rows: of these tenancies, as of a day, known at a moment. */
export interface Scope {
  readonly day: Day;
  readonly knownAt: Date;
  readonly tenancyIds: readonly number[];
}

const STATEMENTS = ["cases/dossier-tenancy", "cases/dossier-agreements", "cases/dossier-contact"] as const;

interface Row {
  readonly kind: string;
  readonly tenancyId: number;
  /** Json. */
  readonly rows: string;
}

/** Every row about these tenancies that was known by then: a few set-based statements, whatever the number of tenancies. */
export async function dossiers(sql: Sql, { day, knownAt, tenancyIds }: Scope): Promise<Dossier[]> {
  if (tenancyIds.length === 0) return [];
  const bank = await completeFor(sql, { day, knownAt, tenancyIds });
  const found = new Map<number, Map<string, unknown>>();
  for (const disclosure of STATEMENTS) {
    for (const row of await sql<Row>(sqlFile(disclosure), [day, knownAt, tenancyIds])) {
      const kinds = found.get(row.tenancyId) ?? new Map<string, unknown>();
      found.set(row.tenancyId, kinds.set(row.kind, rowsOf(row)));
    }
  }
  const since = (id: number) => {
    const rows = <Name extends keyof Dossier>(name: Name) => (found.get(id)?.get(name) ?? []) as Dossier[Name];
    return entriesSince({ cases: rows("cases"), promises: rows("promises"), arrangements: rows("arrangements") }, day);
  };
  const ledgers = await accounts(sql, { day, knownAt, tenancyIds, since });
  return [...found].map(([id, kinds]) => dossierOf(kinds, ledgers.get(id) ?? NO_ACCOUNT, bank(id)));
}

interface Written {
  amount: string | Cents;
  gross: string | Cents;
  readonly rents: readonly Written[];
  readonly instalments: readonly Written[];
}

/** Amounts travel as text, because json has no whole numbers of this size; put right where they stand, without looking at the rest. */
function rowsOf({ kind, rows }: Row): unknown {
  const found = JSON.parse(rows) as unknown;
  const asCents = (name: "amount" | "gross") => (row: Written) => void (row[name] = cents(BigInt(row[name])));
  if (kind === "tenancy") (found as Written).rents.forEach(asCents("gross"));
  if (kind === "promises" || kind === "maybePaid") (found as Written[]).forEach(asCents("amount"));
  if (kind === "arrangements") for (const one of found as Written[]) one.instalments.forEach(asCents("amount"));
  return found;
}

/** The statements name their fields as the dossier does, so that rows only have to be put in their place. */
function dossierOf(kinds: ReadonlyMap<string, unknown>, account: AccountFacts, bankCompleteThrough: Day | null): Dossier {
  const rows = <Name extends keyof Dossier>(name: Name) => (kinds.get(name) ?? []) as Dossier[Name];
  const { caretakerPresent, ...tenancy } = kinds.get("tenancy") as Dossier["tenancy"] & { caretakerPresent: boolean };
  const objections = (kinds.get("objections") ?? []) as Day[];
  const heldRows = (kinds.get("holds") ?? []) as (HoldFacts & { readonly reason: HoldReason })[];
  return {
    tenancy,
    entries: account.entries,
    designations: account.designations,
    opening: account.opening,
    people: rows("people"),
    phones: rows("phones"),
    siblings: rows("siblings"),
    caretakerPresent,
    bankCompleteThrough,
    maybePaid: rows("maybePaid"),
    problems: rows("problems"),
    legalSteps: rows("legalSteps"),
    cases: rows("cases"),
    holds: heldRows.map(({ reason, ...hold }) => ({ ...hold, whole: coversAccount(reason) })),
    promises: rows("promises"),
    arrangements: rows("arrangements"),
    disclosures: rows("disclosures"),
    attempts: rows("attempts"),
    tasks: rows("tasks"),
    visits: rows("visits"),
    letters: rows("letters"),
    referrals: rows("referrals"),
    objectedToSharingOn: objections[0] ?? null,
    reviews: rows("reviews"),
  };
}
