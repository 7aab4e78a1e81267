import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Locked } from "@/lib/field/domain/lock";
import type { Standing } from "@/lib/field/domain/outbox";
import type { Envelope } from "@/lib/field/domain/seal";

/** A day on this phone: who took it along can be read, what is in it only with their PIN. */
export interface KeptDay {
  readonly staffId: number;
  readonly firstName: string;
  readonly dayWords: string;
  readonly lang: "nl" | "en";
  readonly salt: string;
  readonly rounds: number;
  readonly wrong: number;
  /** How far the office's clock is ahead of this phone's, in milliseconds. */
  readonly offsetMs: number;
  /** Two weeks after it was fetched it goes from this phone. */
  readonly until: number;
  readonly locked: Locked;
}

/** A sealed envelope that waits, was received, or was set apart. Its label is for whoever sealed it. */
export interface Posted {
  readonly envelope: Envelope;
  readonly token: string;
  readonly signOpen: JsonWebKey;
  readonly staffId: number;
  readonly label: Locked;
  readonly sealedAt: number;
  readonly standing: Standing;
  readonly tries: number;
  /** Not sent before this moment: so long a tap can be taken back, and so long a refused try waits. */
  readonly notBefore: number;
  /** What the server answered last; 0: nothing. */
  readonly status: number | null;
  readonly receivedAt: string | null;
  /** By this phone's clock; null as long as there is no receipt. */
  readonly settledAt: number | null;
  /** Where its answers lie until it was received, so that one taken back goes on where it was. */
  readonly draft: string | null;
}

interface Stores extends DBSchema {
  meta: { key: string; value: string };
  days: { key: number; value: KeptDay };
  drafts: { key: string; value: Locked };
  outbox: { key: string; value: Posted };
}
type Store = "meta" | "days" | "drafts" | "outbox";

let opened: Promise<IDBPDatabase<Stores>> | null = null;
const drop = () => {
  opened = null;
};

/** Additive only: a new version of the program finds what an older one kept. */
function database(): Promise<IDBPDatabase<Stores>> {
  opened ??= openDB<Stores>("aanbel-veld", 1, {
    upgrade(db, from) {
      if (from < 1) for (const name of ["meta", "days", "drafts", "outbox"] as const) db.createObjectStore(name);
    },
    terminated: drop,
    blocking: () => {
      void opened?.then((db) => db.close());
      drop();
    },
  }).catch((error: unknown) => {
    drop();
    throw error;
  });
  return opened;
}

/** A browser closes its storage behind one's back; a dead connection is dropped and the work done once more on a new one. */
async function onceMore<T>(work: (db: IDBPDatabase<Stores>) => Promise<T>): Promise<T> {
  try {
    return await work(await database());
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") throw error;
    drop();
    return work(await database());
  }
}

/** Writes to the disk itself, and is done only when what was written can be read back. */
export async function keep<Name extends Store>(
  store: Name,
  key: Stores[Name]["key"],
  value: Stores[Name]["value"],
): Promise<void> {
  await onceMore(async (db) => {
    const writing = db.transaction(store, "readwrite", { durability: "strict" });
    await writing.store.put(value, key);
    await writing.done;
    const back = await db.get(store, key);
    if (JSON.stringify(back) !== JSON.stringify(value)) throw new Error("not kept");
  });
}

/** The same for something new: what is there already stays, and answers false. */
export async function keepNew<Name extends Store>(
  store: Name,
  key: Stores[Name]["key"],
  value: Stores[Name]["value"],
): Promise<boolean> {
  if (await read(store, key)) return false;
  await keep(store, key, value);
  return true;
}

export async function forget<Name extends Store>(store: Name, key: Stores[Name]["key"]): Promise<void> {
  await onceMore(async (db) => {
    const writing = db.transaction(store, "readwrite", { durability: "strict" });
    await writing.store.delete(key);
    await writing.done;
  });
}

export const read = <Name extends Store>(store: Name, key: Stores[Name]["key"]) => onceMore((db) => db.get(store, key));
export const all = <Name extends Store>(store: Name) => onceMore((db) => db.getAll(store));
export const keys = <Name extends Store>(store: Name) => onceMore((db) => db.getAllKeys(store));

/** Of this phone's own; made at the first start. */
export async function deviceId(): Promise<string> {
  const known = await read("meta", "device");
  if (known) return known;
  const made = crypto.randomUUID();
  await keep("meta", "device", made);
  return made;
}
