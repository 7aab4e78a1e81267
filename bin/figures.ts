import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { ROOT } from "./database/place";
import { program } from "./start/processes";

/** Where figures were taken: they say nothing without it. */
const machine = () => {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${gigabytes} GB, Node ${process.versions.node}, embedded PostgreSQL 18`;
};

/** Runs a program of the tests by itself; what it says goes to the screen and into the answer. */
export async function saidBy(file: string, env: Record<string, string>): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, await program(file), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (piece: Buffer) => {
    text += piece.toString();
    process.stdout.write(piece);
  });
  return new Promise((resolve) => child.on("exit", (code) => resolve({ code: code ?? 1, text })));
}

/** Replaces a section of a document of figures, with day and machine, or adds it; the other sections stay, in order of their names. */
export function keepSection(document: string, name: string, text: string): void {
  const [head = "", ...sections] = readFileSync(document, "utf8").split(/^(?=## )/m);
  const section = `## ${name}\n\n${new Date().toISOString().slice(0, 10)} · ${machine()}\n\n${text}`;
  const others = sections.filter((one) => !one.startsWith(`## ${name}\n`));
  writeFileSync(document, `${[head, ...[...others, section].sort()].map((one) => one.trim()).join("\n\n")}\n`);
}
