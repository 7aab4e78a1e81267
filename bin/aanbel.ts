import { Command, CommanderError } from "commander";
import { type Cli, makeCli, Refused } from "./cli";
import { accountCommand } from "./commands/account";
import { backupCommand } from "./commands/backup";
import { bankCommand } from "./commands/bank";
import { demoCommand } from "./commands/demo";
import { explainCommand } from "./commands/explain";
import { fieldCommand } from "./commands/field";
import { figuresCommand } from "./commands/figures";
import { importCommand } from "./commands/import";
import { positionsCommand } from "./commands/positions";
import { rotateCommand } from "./commands/rotate";
import { runCommand } from "./commands/run";
import { userCommand } from "./commands/user";
import { sentenceFor } from "./words";

const COMMANDS = [
  importCommand,
  runCommand,
  explainCommand,
  positionsCommand,
  figuresCommand,
  demoCommand,
  userCommand,
  accountCommand,
  bankCommand,
  backupCommand,
  rotateCommand,
  fieldCommand,
];

/** Commander's own complaints, in the words of the program. */
function usage({ t }: Cli, { code, message }: CommanderError): string {
  const named = /'([^']+)'/.exec(message)?.[1] ?? "";
  const key = `cli.usage.${code.replace("commander.", "")}`;
  return `${t(t.has(key) ? key : "cli.usage.other", { named })}\n${t("cli.usage.seeHelp")}`;
}

function programOf(cli: Cli): Command {
  const { t } = cli;
  const program = new Command("aanbel");
  const inherited = (command: Command) => {
    command.exitOverride();
    command.helpOption("-h, --help", t("cli.help.help"));
    command.helpCommand("help [command]", t("cli.help.help"));
    command.configureOutput({ writeErr: () => {} });
    command.configureHelp({
      styleTitle: (title) => t(`cli.help.titles.${title.replace(":", "").toLowerCase()}`),
      showGlobalOptions: false,
    });
    command.commands.forEach(inherited);
  };
  program.usage(t("cli.help.usage")).description(t("cli.help.about"));
  for (const add of COMMANDS) add(program, cli);
  inherited(program);
  program.addHelpText("after", `\n${t("cli.help.after")}`);
  return program;
}

async function main(): Promise<number> {
  const cli = makeCli();
  const program = programOf(cli);
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError) cli.tell(usage(cli, error));
    else cli.tell(error instanceof Refused ? error.message : sentenceFor(error, cli.t));
    return 1;
  }
}

process.exitCode = await main();
