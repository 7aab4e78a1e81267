import type { Day } from "@/lib/kernel/day";
import type { Cli } from "../cli";

interface Asked {
  readonly day: Day;
  readonly given: Date | null;
  /** Also those who need nothing done now. */
  readonly all: boolean;
}

/** The list of a day as it was or should have been, one line per tenancy that has an answer to act on; writes nothing. */
export async function printReplay({ print }: Cli, { day, given, all }: Asked): Promise<void> {
  const { inSnapshot } = await import("@/lib/platform/db");
  const { now } = await import("@/lib/platform/clock");
  const { numbersOf, replay } = await import("@/lib/cases/queries/replay");
  const { asksToAct } = await import("@/lib/cases/domain/acts");
  const { lineOf } = await import("@/lib/cases/domain/line");
  const knownAt = given ?? (await now()).moment;
  await inSnapshot(async (sql) => {
    for await (const { number, facts, assessment } of replay(sql, { day, knownAt })) {
      if (!all && !asksToAct(assessment)) continue;
      const numbers = facts.siblings.length
        ? await numbersOf(
            sql,
            facts.siblings.map((one) => one.tenancyId),
          )
        : null;
      print(lineOf(number, assessment, (id) => numbers?.get(id) ?? ""));
    }
  }, "all");
}
