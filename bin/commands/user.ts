import { randomInt } from "node:crypto";
import { stdin } from "node:process";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { type Cli, Refused } from "../cli";

interface Given {
  email?: string;
  name?: string;
  role?: string;
  password?: string;
}

/** Readable and long: fifteen signs that cannot be mistaken for one another, in three groups. */
function newPassword(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}

/** Asks for what was not given; without a person at the keyboard that is a refusal. */
async function askFor({ t }: Cli, given: Given): Promise<Required<Omit<Given, "password">>> {
  const missing = (["email", "name", "role"] as const).filter((field) => !given[field]);
  if (missing.length > 0 && !stdin.isTTY) {
    throw new Refused(t("cli.refused.missingOptions", { options: missing.map((field) => `--${field}`).join(", ") }));
  }
  const lines = createInterface({ input: stdin, output: process.stderr });
  const answers: Given = { ...given };
  try {
    for (const field of missing) answers[field] = (await lines.question(`${t(`cli.ask.${field}`)} `)).trim();
  } finally {
    lines.close();
  }
  return { email: answers.email ?? "", name: answers.name ?? "", role: answers.role ?? "" };
}

async function add(cli: Cli, given: Given): Promise<void> {
  const { t, print, withDatabase } = cli;
  const asked = await askFor(cli, given);
  const password = given.password ?? newPassword();
  const { addStaffSchema } = await import("@/lib/staff/schema");
  const firstName = asked.name.trim().split(/\s+/)[0] ?? "";
  const read = addStaffSchema.safeParse({ ...asked, firstName, password });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? "");
    throw new Refused(t(`cli.refused.user.${field === "firstName" ? "name" : field}`, { value: asked[field as "email"] ?? "" }));
  }
  await withDatabase(async () => {
    const { addStaff } = await import("@/lib/staff/commands/colleague");
    const { SYSTEM } = await import("@/lib/auth/actor");
    const outcome = await addStaff(SYSTEM, read.data);
    if (!outcome.ok) throw new Refused(t(`staff.refused.${outcome.code}`, outcome.detail));
    print(t("cli.user.added", { name: read.data.name, email: read.data.email, role: t(`cli.role.${read.data.role}`) }));
    if (!given.password) print(t("cli.user.password", { password }));
  });
}

/** A password that somebody forgot, or a first one that ended: a new first one, and every session of theirs is over. */
async function again(cli: Cli, { email = "" }: Given): Promise<void> {
  const { t, print, withKnownDatabase } = cli;
  const password = newPassword();
  await withKnownDatabase(async () => {
    const { prisma } = await import("@/lib/platform/db");
    const { setPassword } = await import("@/lib/staff/commands/colleague");
    const { SYSTEM } = await import("@/lib/auth/actor");
    const staff = await prisma().staff.findUnique({ where: { email: email.trim().toLowerCase() } });
    const outcome = await setPassword(SYSTEM, { staffId: staff?.id ?? 0, password });
    if (!outcome.ok) throw new Refused(t(`staff.refused.${outcome.code}`, outcome.detail));
    print(t("cli.user.password", { password }));
  });
}

/** `user add`: makes a colleague who can sign in; on an own database the first administrator. `user password`: lets one in again. */
export function userCommand(program: Command, cli: Cli): void {
  const { t } = cli;
  const user = program.command("user").description(t("cli.help.user"));
  user
    .command("password")
    .description(t("cli.help.userPassword"))
    .requiredOption("--email <EMAIL>", t("cli.help.email"))
    .action((given: Given) => again(cli, given));
  user
    .command("add")
    .description(t("cli.help.userAdd"))
    .option("--email <EMAIL>", t("cli.help.email"))
    .option("--name <NAME>", t("cli.help.name"))
    .option("--role <ROLE>", t("cli.help.role"))
    .option("--password <PASSWORD>", t("cli.help.password"))
    .action((given: Given) => add(cli, given));
}
