import type { Command } from "commander";
import type { TenancyPosition } from "@/lib/ledger/queries/positions";
import type { Cli } from "../cli";
import { dayFrom, momentFrom } from "./values";

const HEAD =
  "tenancy,open,overdue,not_due_open,oldest_overdue_due,overdue_charges,months_behind,b1_30,b31_60,b61_90,b91,credit,months_in_arrears,open_since,debt_since,other_overdue";

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function lineOf(number: string, at: TenancyPosition): string {
  return [
    quoted(number),
    at.open,
    at.overdue,
    at.notDueOpen,
    at.oldestOverdueDue ?? "",
    at.overdueCharges,
    at.monthsBehind,
    at.b1_30,
    at.b31_60,
    at.b61_90,
    at.b91,
    at.credit,
    (at.monthsInArrears / 100).toFixed(2),
    at.openSince ?? "",
    at.debtSince ?? "",
    at.otherOverdue,
  ].join(",");
}

/** `positions --as-of DAY [--known-at MOMENT] --csv`: what every tenancy with an entry owes; cents and ISO days. */
export function positionsCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("positions")
    .description(t("cli.help.positions"))
    .requiredOption("--as-of <DAY>", t("cli.help.asOf"))
    .option("--known-at <MOMENT>", t("cli.help.knownAt"))
    .option("--csv", t("cli.help.csv"))
    .action(async (options: { asOf: string; knownAt?: string }) => {
      const asOf = dayFrom(t, "--as-of", options.asOf);
      const given = options.knownAt === undefined ? null : momentFrom(t, "--known-at", options.knownAt);
      await withDatabase(async () => {
        const { pool, prisma, sqlOfClient } = await import("@/lib/platform/db");
        const { now } = await import("@/lib/platform/clock");
        const { positions } = await import("@/lib/ledger/queries/positions");
        const knownAt = given ?? (await now()).moment;
        const found = await positions(sqlOfClient(pool()), { asOf, knownAt, tenancyIds: null });
        const numbers = new Map(
          (await prisma().tenancy.findMany({ select: { id: true, number: true } })).map((one) => [one.id, one.number]),
        );
        const lines = found.map((one) => ({ number: numbers.get(one.tenancyId) ?? "", one }));
        lines.sort((a, b) => (a.number < b.number ? -1 : 1));
        print([HEAD, ...lines.map(({ number, one }) => lineOf(number, one))].join("\n"));
      });
    });
}
