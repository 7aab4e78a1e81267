import type { Command } from "commander";
import { type Cli, Refused } from "../cli";

/** `account add --iban IBAN --name NAME`: a bank account of the corporation; statements of other accounts are refused. */
export function accountCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("account")
    .description(t("cli.help.account"))
    .command("add")
    .description(t("cli.help.accountAdd"))
    .requiredOption("--iban <IBAN>", t("cli.help.iban"))
    .requiredOption("--name <NAME>", t("cli.help.accountName"))
    .action(async (given: { iban: string; name: string }) => {
      await withDatabase(async () => {
        const { addAccount } = await import("@/lib/bank/commands/add-account");
        const { SYSTEM } = await import("@/lib/auth/actor");
        const outcome = await addAccount(SYSTEM, given);
        if (!outcome.ok) throw new Refused(t(`bank.refused.${outcome.code}`, outcome.detail));
        print(t("cli.account.added", { iban: outcome.value.iban, name: given.name }));
      });
    });
}
