import { type Draft, type DraftFields, isBlank, SHARED_FIELD } from "@/lib/kernel/draft";

/** What a place holds unrecorded: per form the ISO moment at which the server had it, or null while it is only here. */
export interface Kept {
  readonly forms: Readonly<Record<string, string | null>>;
  /** Goes up when something was found that an open form does not show yet. */
  readonly round: number;
}

const AFTER_MS = 400;
const AGAIN_MS = 5_000;
/** A form that still waits for the server holds up what is recorded no longer than this. */
const PATIENCE_MS = 4_000;
/** Recorded elsewhere, or thrown away on another device: what is in step with the server this long gives way to what it says. */
const SETTLED_MS = 10_000;
/** Later than any moment: not with the server yet. */
const NOT_YET = "9999";
const stores = new Map<string, DraftStore>();

interface Entry {
  fields: DraftFields;
  savedAt: string | null;
  /** On the page's own clock. */
  settledAt: number;
  /** Typed on this page: a page that comes back from the browser's memory knows less of it. */
  typed?: boolean;
  timer?: ReturnType<typeof setTimeout>;
  sending?: Promise<void>;
}

/** The drafts of one subject in this browser. Lives as long as the page; the unsent lies in the session's storage too. */
export class DraftStore {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  kept: Kept = { forms: {}, round: 0 };

  private constructor(
    private readonly owner: number,
    private readonly subject: string,
  ) {}

  /** The store of a subject with what the server knows; what was typed here since is newer. */
  static of(owner: number, subject: string, drafts: readonly Draft[]): DraftStore {
    const inBrowser = typeof window !== "undefined";
    const known = inBrowser ? stores.get(`${owner}/${subject}`) : undefined;
    const store = known ?? new DraftStore(owner, subject);
    store.takeOver(drafts);
    if (!known && inBrowser) {
      stores.set(`${owner}/${subject}`, store);
      window.addEventListener("pagehide", () => store.flush());
    }
    return store;
  }

  /** Whoever listens first also hears what an earlier page left on this device. */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.takeUnsent();
    return () => void this.listeners.delete(listener);
  };

  drafts(): readonly Draft[] {
    return [...this.entries].map(([form, { fields, savedAt }]) => ({ form, fields, savedAt: savedAt ?? NOT_YET }));
  }

  keep(form: string, fields: DraftFields): void {
    const entry: Entry = this.entries.get(form) ?? { fields, savedAt: null, settledAt: 0 };
    Object.assign(entry, { fields, savedAt: null, typed: true });
    this.entries.set(form, entry);
    write(this.keyOf(form), JSON.stringify(fields));
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.send(form), AFTER_MS);
    this.tell();
  }

  /** Waits for what is on its way, so that it cannot come back after it was recorded. */
  async settle(form: string): Promise<void> {
    const entry = this.entries.get(form);
    clearTimeout(entry?.timer);
    await Promise.race([entry?.sending, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  /** It was not recorded after all: what was held back goes to the server now. */
  resume(form: string): void {
    if (this.entries.get(form)?.savedAt === null) this.send(form);
  }

  /** It was recorded: the server took its draft away already, and the note of the conversation with it. */
  forget(form: string): void {
    const noted = this.entries.get(form)?.fields[SHARED_FIELD];
    this.remove(form);
    for (const [other, entry] of this.entries) {
      if (!noted || entry.fields[SHARED_FIELD] !== noted) continue;
      const { [SHARED_FIELD]: _note, ...rest } = entry.fields;
      entry.fields = rest;
      if (isBlank(rest)) this.remove(other);
    }
    this.tell();
  }

  /** Thrown away by the person who typed it. */
  discard(form: string): void {
    this.remove(form);
    this.tell();
    void post(this.owner, this.subject, form, null);
  }

  /** The server's answer counts, but for what was typed here since it was asked. */
  private takeOver(drafts: readonly Draft[]): void {
    const settled = performance.now() - SETTLED_MS;
    for (const [form, { savedAt, settledAt, typed }] of this.entries)
      if (!typed && savedAt !== null && settledAt < settled) this.entries.delete(form);
    for (const { form, fields, savedAt } of drafts) {
      if (!this.entries.has(form)) this.entries.set(form, { fields, savedAt, settledAt: performance.now() });
    }
    this.tell();
  }

  private takeUnsent(): void {
    const mine = this.keyOf("");
    let { round } = this.kept;
    for (const key of keys().filter((one) => one.startsWith(mine))) {
      const form = key.slice(mine.length);
      const fields = parsed(sessionStorage.getItem(key));
      if (!fields || this.entries.get(form)?.timer) continue;
      this.keep(form, fields);
      round++;
    }
    if (round === this.kept.round) return;
    this.kept = { ...this.kept, round };
    for (const listener of this.listeners) listener();
  }

  private flush(): void {
    for (const [form, entry] of this.entries) if (entry.savedAt === null) this.send(form);
  }

  private send(form: string): void {
    const entry = this.entries.get(form);
    if (!entry) return;
    const { fields } = entry;
    // One after another: an older text must not come in after a newer one.
    const before = entry.sending ?? Promise.resolve();
    entry.sending = before.then(async () => {
      if (this.entries.get(form) !== entry || entry.fields !== fields) return;
      const kept = await post(this.owner, this.subject, form, fields);
      if (this.entries.get(form) !== entry || entry.fields !== fields || kept === "refused") return;
      if (kept === null) {
        entry.timer = setTimeout(() => this.send(form), AGAIN_MS);
        return;
      }
      Object.assign(entry, { savedAt: kept.savedAt, settledAt: performance.now(), timer: undefined });
      erase(this.keyOf(form));
      if (isBlank(fields)) this.entries.delete(form);
      this.tell();
    });
  }

  private remove(form: string): void {
    clearTimeout(this.entries.get(form)?.timer);
    this.entries.delete(form);
    erase(this.keyOf(form));
  }

  private keyOf(form: string): string {
    return `aanbel.draft/${this.owner}/${this.subject}/${form}`;
  }

  private tell(): void {
    const full = [...this.entries].filter(([, { fields }]) => !isBlank(fields));
    const forms = Object.fromEntries(full.map(([form, { savedAt }]) => [form, savedAt]));
    if (JSON.stringify(forms) === JSON.stringify(this.kept.forms)) return;
    this.kept = { ...this.kept, forms };
    for (const listener of this.listeners) listener();
  }
}

/** The moment at which the server had it; null to try again; refused when it is not ours to keep there: then it stays on this device. */
async function post(
  owner: number,
  subject: string,
  form: string,
  fields: DraftFields | null,
): Promise<{ readonly savedAt: string } | "refused" | null> {
  try {
    const answer = await fetch("/api/concepten", {
      method: "POST",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ owner, subject, form, fields }),
    });
    if (answer.status === 400 || answer.status === 413) return "refused";
    return answer.ok ? ((await answer.json()) as { savedAt: string }) : null;
  } catch {
    return null;
  }
}

// A browser may refuse its storage; then the server alone keeps it.
const guarded = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};
const write = (key: string, text: string) => guarded(() => sessionStorage.setItem(key, text), undefined);
const erase = (key: string) => guarded(() => sessionStorage.removeItem(key), undefined);
const keys = () => guarded(() => Object.keys(sessionStorage), []);
const parsed = (text: string | null) => guarded(() => JSON.parse(text ?? "null") as DraftFields | null, null);
