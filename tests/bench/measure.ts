import { spawn } from "node:child_process";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { program } from "@/bin/start/processes";
import { pool } from "@/lib/platform/db";

export const say = (text: string) => process.stderr.write(`${text}\n`);

/** How many seconds the work took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const since = performance.now();
  const result = await work();
  return [(performance.now() - since) / 1000, result];
}

export interface Imported {
  readonly added: number;
  readonly suspense: number;
  readonly peakMegabytes: number;
}

/** Runs a program of this folder in a process of its own, so that its memory is its own; gives what it said in JSON. */
async function apart<Told>(file: string, argument: string): Promise<Told> {
  const child = spawn(process.execPath, [...(await program(path.join("../tests/bench", file))), argument], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  return new Promise((resolve, reject) =>
    child.on("exit", (code) =>
      code === 0 ? resolve(JSON.parse(said) as Told) : reject(new Error(`${file} ended with ${code}`)),
    ),
  );
}

export const importApart = (file: string) => apart<Imported>("import-one.ts", file);

export interface Worked {
  readonly ms: number;
  readonly peakMegabytes: number;
}
export const nightApart = (day: string) => apart<Worked>("night-one.ts", day);

/** The floor of storing: rows copied as they are into tables with their indexes and references, judging nothing; then undone. */
export async function copyBare(count: number, tables: Readonly<Record<string, (n: number) => string>>): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    for (const [columns, row] of Object.entries(tables)) {
      const lines = function* () {
        for (let n = 0; n < count; n++) yield `${row(n)}\n`;
      };
      await pipeline(lines, client.query(copyFrom(`COPY ${columns} FROM STDIN`)));
    }
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
