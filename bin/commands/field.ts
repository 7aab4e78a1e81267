import type { Command } from "commander";
import type { Cli } from "../cli";

/** `field-key`: phones get another key from their next day on. */
export function fieldCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("field-key")
    .description(t("cli.help.fieldKey"))
    .action(() =>
      withDatabase(async () => {
        const { rotateKey } = await import("@/lib/field/commands/keys");
        print(t("cli.field.rotated", { key: await rotateKey() }));
      }),
    );
}
