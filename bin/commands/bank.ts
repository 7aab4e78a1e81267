import { createReadStream } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { describe } from "@/lib/bank/formats/describe";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { type Cli, Refused } from "../cli";
import { calledFrom } from "../database/place";
import { Spool } from "../spool";

/** `bank read FILE… --json`: what the parser sees of each file, one line of JSON per file. Imports nothing and needs no database. */
export function bankCommand(program: Command, cli: Cli): void {
  const { t } = cli;
  const bank = program.command("bank").description(t("cli.help.bank"));
  bank
    .command("read")
    .description(t("cli.help.bankRead"))
    .argument("<files...>", t("cli.help.bankFiles"))
    .option("--json", t("cli.help.json"))
    .action(async (files: string[]) => {
      let refused = 0;
      for (const file of files) if (!(await tellFile(cli, file))) refused++;
      if (refused > 0) throw new Refused(t("cli.bank.refused", { refused, files: files.length }));
    });
  bank
    .command("lines")
    .description(t("cli.help.bankLines"))
    .argument("[files...]", t("cli.help.bankLinesFiles"))
    .option("--json", t("cli.help.json"))
    .action((files: string[]) => tellLines(cli, files));
}

/** `bank lines [FILE…] --json`: what became of every imported line, one line of JSON per line or part. */
async function tellLines({ t, print, withDatabase }: Cli, files: readonly string[]): Promise<void> {
  const names = files.length === 0 ? null : files.map((file) => path.basename(file));
  await withDatabase(async () => {
    const { pool, sqlOfClient } = await import("@/lib/platform/db");
    const { lineDispositions, unknownFiles } = await import("@/lib/bank/queries/lines");
    const sql = sqlOfClient(pool());
    const [unknown] = names === null ? [] : await unknownFiles(sql, names);
    if (unknown !== undefined) throw new Refused(t("cli.bank.notImported", { file: unknown }));
    for await (const line of lineDispositions(sql, names)) print(JSON.stringify(line));
  });
}

/** Nothing is printed of a file before all of it is read: a refused one tells only why. */
async function tellFile({ t }: Cli, file: string): Promise<boolean> {
  const spool = new Spool();
  const warnings: string[] = [];
  try {
    await spool.add(`{"file":${JSON.stringify(file)},`);
    for await (const piece of describe(chunksOf(file))) {
      if ("json" in piece) await spool.add(piece.json);
      else warnings.push(warningOf(t, piece.warning));
    }
    await spool.add(`,"warnings":${JSON.stringify(warnings)}}\n`);
    await spool.pour(process.stdout);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    process.stdout.write(`${JSON.stringify({ file, refused: reasonOf(t, error) })}\n`);
    return false;
  } finally {
    await spool.close();
  }
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path.resolve(calledFrom(), file), { highWaterMark: 1 << 18 });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new RefusedFile(code === "ENOENT" ? "not-found" : "unreadable", { cause: code ?? "" });
  }
}

const warningOf = (t: Translate, { code, values }: Said): string => t(`intake.note.${code}`, inWords(values, t.lang));

/** The reason in words, with its code and place for who looks it up. */
function reasonOf(t: Translate, { code, values }: Said): string {
  const { line = 1, column, field } = values;
  const inner = code === "bad-line" ? String(values.code) : code;
  const place = t(field ? "cli.import.lineAndField" : "cli.import.line", { line, field: field ?? "" });
  const where = column === undefined ? place : `${place}, ${t("cli.bank.column", { column })}`;
  const words = t(code === "bad-line" ? `intake.issue.${inner}` : `intake.refusal.${inner}`, inWords(values, t.lang));
  return `${where}: ${words} (${inner})`;
}
