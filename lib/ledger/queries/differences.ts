import type { Day } from "../../kernel/day";
import { pool, sqlOfClient } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";

/** A contract whose balance in the housing system is another than ours; cents as text, + owes. */
export interface Difference {
  readonly tenancyId: number;
  readonly number: string;
  readonly asOf: Day;
  readonly theirs: string;
  readonly ours: string;
  readonly since: Day;
}

/** Every difference that is open, the largest first. */
export const balanceDifferences = (): Promise<Difference[]> => sqlOfClient(pool())<Difference>(sqlFile("ledger/differences"), []);
