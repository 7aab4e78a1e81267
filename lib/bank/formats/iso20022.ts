import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, ReadStatements } from "../domain/line";
import { CAMT_PARTS, CamtEvents } from "./camt";
import { PAIN_PARTS, PainEvents } from "./pain002";
import { COLLECTION_PARTS, COLLECTION_ROOT, CollectionEvents } from "./pain008";
import { type Scope, ScopeReader } from "./xml-scopes";
import { xmlText } from "./xml-text";

/** Turns the parts of a message into events, in the order of the file. */
interface Message {
  readonly ready: BankEvent[];
  readonly statements: number;
  open(scope: Scope): void;
  close(scope: Scope): void;
}

/** The messages we read, by what stands within `Document`. */
const MESSAGES: readonly { readonly root: RegExp; readonly name: string; readonly make: () => Message }[] = [
  { root: /^BkToCstmrStmt(V\d+)?$/, name: "camt.053", make: () => new CamtEvents() },
  { root: /^BkToCstmrAcctRpt(V\d+)?$/, name: "camt.052", make: () => new CamtEvents() },
  { root: /^BkToCstmrDbtCdtNtfctn(V\d+)?$/, name: "camt.054", make: () => new CamtEvents() },
  { root: /^CstmrPmtStsRpt$/, name: "pain.002", make: () => new PainEvents() },
  { root: new RegExp(`^${COLLECTION_ROOT}$`), name: "pain.008", make: () => new CollectionEvents() },
];
const PARTS = new Set([...CAMT_PARTS, ...PAIN_PARTS, ...COLLECTION_PARTS]);
const VERSION = /(?:camt|pain)\.\d{3}\.\d{3}\.\d{2}/;

/** `camt.053.001.02` where the file names its version, else the message alone. */
function formatOf(name: string, namespace: string | null): string {
  const stated = VERSION.exec(namespace ?? "")?.[0];
  return stated?.startsWith(name) ? stated : name;
}

/** An ISO 20022 message of the bank, any version and prefix. Streaming: memory does not grow with the file. */
export const readIso20022: ReadStatements = async function* (chunks) {
  let message: Message | null = null;
  const events: BankEvent[] = [];
  const reader = new ScopeReader(PARTS, {
    isMessage: (name) => MESSAGES.some(({ root }) => root.test(name)),
    root: (name, namespace) => {
      const known = MESSAGES.find(({ root }) => root.test(name));
      if (!known) throw new RefusedFile("wrong-root", { root: name });
      if (message) throw new RefusedFile("wrong-root", { root: `${name} (2)` });
      message = known.make();
      events.push({ type: "format", format: formatOf(known.name, namespace) });
    },
    open: (scope) => message?.open(scope),
    close: (scope) => message?.close(scope),
  });
  const taken = (): BankEvent[] => {
    const found: Message | null = message;
    return [...events.splice(0), ...((found as Message | null)?.ready.splice(0) ?? [])];
  };
  for await (const text of xmlText(chunks)) {
    reader.write(text);
    yield* taken();
  }
  reader.end();
  yield* taken();
  if (((message as Message | null)?.statements ?? 0) === 0) throw new RefusedFile("no-statement");
};
