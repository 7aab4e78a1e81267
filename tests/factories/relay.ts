import { setTimeout as sleep } from "node:timers/promises";
import { between } from "./sockets";

/** What goes wrong at one statement on its way to the database. */
export type Fault =
  /** `reached`: is told that it is about to go, or that the database answered, and nothing goes on from there. */
  | { readonly kind: "stop"; readonly reached: () => void }
  /** The connection breaks before it goes, or after the database did it and before anybody heard. */
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  /** The database refuses it with this code (SQLSTATE). */
  | { readonly kind: "refuse"; readonly code: string };

export interface Relay {
  readonly port: number;
  /** The statements that went by since `watch`, with their text as far as it was sent. */
  readonly seen: readonly string[];
  /** From now on counts statements anew; `fault` comes with the first one that `at` picks. */
  watch(at?: (nth: number, text: string) => boolean, fault?: Fault, when?: "before" | "after"): void;
  /** True when the fault came. */
  came(): boolean;
  /** Each piece waits between nothing and this many milliseconds, as these say. */
  slow(next: (() => number) | null): void;
  close(): Promise<void>;
}

const word = (code: string) => {
  const fields = `SERROR\0VERROR\0C${code}\0Mmade up by a test\0\0`;
  const error = Buffer.alloc(5 + fields.length);
  error.write("E", 0);
  error.writeInt32BE(4 + fields.length, 1);
  error.write(fields, 5);
  return Buffer.concat([error, Buffer.from([0x5a, 0, 0, 0, 5, 0x45])]);
};

/** One after the other, each after a wait of its own: what goes one way never overtakes what went before it. */
function inTurn(wait: () => number): (work: () => void) => void {
  let last = Promise.resolve();
  return (work) => {
    const milliseconds = wait();
    last = last.then(() => (milliseconds > 0 ? sleep(milliseconds) : undefined)).then(work);
  };
}

/** Splits what a client says into whole messages; the first has no letter before its length. */
function splitter(onMessage: (kind: string, message: Buffer) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      onMessage(started ? String.fromCharCode(message[0] ?? 0) : "start", message);
      started = true;
    }
  };
}

/**
 * Stands between the program and a real PostgreSQL and knows where one statement ends and the next begins (the protocol of version 3), so
 * that a fault can come at every one of them. A statement is a simple query, or everything up to a Sync.
 */
export async function relayTo(target: { readonly host: string; readonly port: number }): Promise<Relay> {
  const seen: string[] = [];
  let at: (nth: number, text: string) => boolean = () => false;
  let fault: Fault | null = null;
  let side: "before" | "after" = "before";
  let came = false;
  let next: (() => number) | null = null;

  const pairs = await between(
    () => target,
    ({ client, there: database }) => {
      let text = "";
      let held: Buffer[] = [];
      let afterwards: Fault | null = null;
      const cut = () => {
        client.destroy();
        database.destroy();
      };
      const [there, back] = [inTurn(() => next?.() ?? 0), inTurn(() => next?.() ?? 0)];
      const whole = () => {
        const [said, pieces] = [text, held];
        [text, held] = ["", []];
        seen.push(said);
        const here = !came && fault !== null && at(seen.length, said) ? fault : null;
        if (!here) return there(() => database.write(Buffer.concat(pieces)));
        came = true;
        if (here.kind === "refuse") return client.write(word(here.code));
        const when = here.kind === "cut" ? here.when : side;
        if (when === "after") {
          afterwards = here;
          return database.write(Buffer.concat(pieces));
        }
        if (here.kind === "cut") return cut();
        return here.reached();
      };
      client.on(
        "data",
        splitter((kind, message) => {
          if (!"QPBDECSHFXp".includes(kind) || kind === "p" || kind === "X" || kind === "start")
            return void database.write(message);
          held.push(message);
          if (kind === "Q") text = message.subarray(5, -1).toString();
          if (kind === "P") text = message.subarray(5).toString().split("\0")[1] ?? "";
          if (kind === "Q" || kind === "S") whole();
        }),
      );
      database.on("data", (piece: Buffer) => {
        if (!afterwards) return back(() => client.write(piece));
        const one = afterwards;
        if (one.kind === "cut") return cut();
        if (one.kind === "stop") one.reached();
      });
    },
  );
  return {
    port: pairs.port,
    seen,
    watch: (picks = () => false, what, when = "before") => {
      seen.length = 0;
      [at, fault, side, came] = [picks, what ?? null, when, false];
    },
    came: () => came,
    slow: (milliseconds) => {
      next = milliseconds;
    },
    close: pairs.close,
  };
}

/** The same address by way of the relay. */
export const by = (url: string, relay: Relay): string =>
  Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(relay.port) }).toString();
export const behind = (url: string) => ({ host: new URL(url).hostname, port: Number(new URL(url).port || 5432) });
