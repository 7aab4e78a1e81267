import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/**
 * A backup without PostgreSQL's own tools, which the embedded server does not bring: one packed file with a line that says
 * what is in it, and then each table as COPY writes it, in pieces with their length before them; length 0 ends a table.
 */
interface Contents {
  readonly format: 1;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly sequences: readonly { readonly name: string; readonly next: string | null }[];
}
export type Restored = "restored" | "not-empty" | "other-version" | "unreadable";

/** What the server says of a COPY that we broke off. */
const COPY_ENDED = "57014";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const listed = (columns: readonly string[]) => columns.map(quoted).join(", ");

/** Tables that others refer to come first. */
const TABLES = `WITH RECURSIVE t AS (SELECT oid, relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'),
  refers AS (SELECT DISTINCT conrelid AS child, confrelid AS parent FROM pg_constraint
    WHERE contype = 'f' AND conrelid <> confrelid),
  depth AS (SELECT oid, 0 AS n FROM t UNION SELECT r.child, d.n + 1 FROM depth d JOIN refers r ON r.parent = d.oid WHERE d.n < 50)
  SELECT t.relname AS name, (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
  FROM t JOIN depth USING (oid) GROUP BY t.oid, t.relname ORDER BY max(n), t.relname`;
const MIGRATIONS = `SELECT migration_name AS name FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`;
const SEQUENCES =
  "SELECT sequencename AS name, last_value::text AS next FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1";

async function contentsOf(client: pg.Client): Promise<Contents> {
  const migrations = (await client.query<{ name: string }>(MIGRATIONS)).rows.map(({ name }) => name);
  const tables = (await client.query<Contents["tables"][number]>(TABLES)).rows;
  const sequences = (await client.query<Contents["sequences"][number]>(SEQUENCES)).rows;
  return { format: 1, migrations, tables, sequences };
}

const lengthOf = (length: number): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
};

async function* everything(client: pg.Client): AsyncGenerator<Buffer> {
  const contents = await contentsOf(client);
  yield Buffer.from(`${JSON.stringify(contents)}\n`);
  for (const { name, columns } of contents.tables) {
    for await (const piece of client.query(copyTo(`COPY ${quoted(name)} (${listed(columns)}) TO STDOUT`))) {
      yield lengthOf((piece as Buffer).length);
      yield piece as Buffer;
    }
    yield lengthOf(0);
  }
}

async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/**
 * Everything of one moment, beside the running program; only a finished file gets the name.
 * @param counted asked in the same moment
 */
export const backup = (ownerUrl: string, file: string, counted?: (client: pg.Client) => Promise<void>): Promise<void> =>
  within(ownerUrl, async (client) => {
    const half = `${file}.half`;
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await counted?.(client);
      await pipeline(Readable.from(everything(client)), createGzip({ level: 3 }), createWriteStream(half, { mode: 0o600 }));
      renameSync(half, file);
    } finally {
      rmSync(half, { force: true });
    }
  });

/** Hands out exactly as many bytes as asked for, or the line up to its end. */
class Reader {
  private rest = Buffer.alloc(0);
  constructor(private readonly pieces: AsyncIterator<Buffer>) {}

  private async more(): Promise<void> {
    const { value, done } = await this.pieces.next();
    if (done) throw new Error("the backup ends too early");
    this.rest = Buffer.concat([this.rest, value]);
  }
  async bytes(count: number): Promise<Buffer> {
    while (this.rest.length < count) await this.more();
    const taken = this.rest.subarray(0, count);
    this.rest = this.rest.subarray(count);
    return taken;
  }
  async line(): Promise<string> {
    while (!this.rest.includes(10)) await this.more();
    const text = await this.bytes(this.rest.indexOf(10) + 1);
    return text.toString("utf8");
  }
  async *table(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await this.bytes(4)).readUInt32BE();
      if (length === 0) return;
      yield await this.bytes(length);
    }
  }
}

async function contentsIn(reader: Reader): Promise<Contents | null> {
  try {
    const contents = JSON.parse(await reader.line()) as Contents;
    return contents.format === 1 ? contents : null;
  } catch {
    return null;
  }
}

/** Puts a backup into an empty database of the same version, as its owner: all or nothing. The guards wait until it is in. */
export const restore = (ownerUrl: string, file: string): Promise<Restored> =>
  within(ownerUrl, async (client) => {
    const packed = createReadStream(file);
    const unpacked = createGunzip();
    const flow = pipeline(packed, unpacked).catch(() => {});
    try {
      const reader = new Reader(unpacked[Symbol.asyncIterator]());
      const contents = await contentsIn(reader);
      if (contents === null) return "unreadable";
      const here = await contentsOf(client);
      if (JSON.stringify(here.migrations) !== JSON.stringify(contents.migrations)) return "other-version";
      const full = "SELECT EXISTS (SELECT FROM tenancy) OR EXISTS (SELECT FROM staff) AS full";
      if ((await client.query<{ full: boolean }>(full)).rows[0]?.full) return "not-empty";
      return await fill(client, reader, contents).then(
        () => "restored" as const,
        (error) => {
          // The server's own complaint is a fault of ours; anything else is the file.
          if (error instanceof pg.DatabaseError && error.code !== COPY_ENDED) throw error;
          return "unreadable" as const;
        },
      );
    } finally {
      unpacked.destroy();
      await flow;
    }
  });

/** Numbers that went out of the house since the backup, on a card or with a phone, are not given to another door. */
const AHEAD: ReadonlyMap<string, bigint> = new Map([
  ["callback_card_id_seq", 10_000n],
  ["caretaker_task_id_seq", 10_000n],
  ["visit_id_seq", 10_000n],
]);

async function fill(client: pg.Client, reader: Reader, { tables, sequences }: Contents): Promise<void> {
  await client.query("BEGIN");
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${listed(tables.map(({ name }) => name))}`);
  for (const { name, columns } of tables)
    await pipeline(reader.table(), client.query(copyFrom(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`)));
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  for (const { name, next } of sequences)
    if (next !== null)
      await client.query("SELECT setval($1, $2)", [quoted(name), String(BigInt(next) + (AHEAD.get(name) ?? 0n))]);
  // What waited to be sent may have been, after the backup's moment: a person finds out, and nothing is sent again by itself.
  await client.query(`WITH maybe AS (
      UPDATE outbox_message SET status = 'uncertain', status_at = clock_moment() WHERE status IN ('queued', 'sending') RETURNING id
    ), known AS (INSERT INTO message_status (message_id, status, recorded_at) SELECT id, 'uncertain', clock_moment() FROM maybe)
    UPDATE attempt SET outcome = 'uncertain' WHERE message_id IN (SELECT id FROM maybe)`);
  // Who was signed in then may have been signed out since.
  await client.query("UPDATE session SET ended_at = now() WHERE ended_at IS NULL");
  await client.query("COMMIT");
  await client.query("ANALYZE");
}
