import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { erp } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const REFERENCES = ["5000056789012345", "6000000000701007", "7000000000002"];

interface Payment {
  readonly cents: number;
  readonly of: number;
  /** CAMT tells the payer's account, MT940 here never does. */
  readonly hasIban: boolean;
}
let sequence = 0;
let next: Day = day("2026-01-01");
const freshDay = (): Day => {
  next = addDays(next, 2);
  return next;
};
const offer = async (name: string, text: string) => (await importFiles(SYSTEM, [file(name, text)]))[0] as FileReport;
const sum = (payments: readonly Payment[]) => payments.reduce((all, { cents }) => all + cents, 0);

const asCamt = (on: Day, payments: readonly Payment[], opening = 0) =>
  camt053({
    ...{ iban: OURS, id: `C${++sequence}`, from: on, to: on, openingCents: opening },
    lines: payments.map(({ cents, of, hasIban }, index) => ({
      ...{ cents, day: on, ref: `C${sequence}-${index}`, structured: REFERENCES[of] ?? "" },
      ...(hasIban ? { iban: `NL44INGB000410000${of}` } : {}),
    })),
  });
const swift = (on: Day) => on.slice(2).replaceAll("-", "");
const euros = (cents: number) => (cents / 100).toFixed(2).replace(".", ",");
/** As the bank's other format: other references, other words, in the other order, without the payer's account. */
const asMt940 = (on: Day, payments: readonly Payment[], opening = 0) =>
  [
    ":20:TWICE",
    `:25:${OURS}`,
    `:28C:${++sequence}`,
    `:60F:C${swift(addDays(on, -1))}EUR${euros(opening)}`,
    ...payments
      .toReversed()
      .flatMap(({ cents, of }, index) => [
        `:61:${swift(on)}${swift(on).slice(2)}C${euros(cents)}NTRFNONREF//M${sequence}-${index}`,
        `:86:HUUR KENMERK ${(REFERENCES[of] ?? "").replace(/(.{4})/g, "$1 ").trim()} DANK`,
      ]),
    `:62F:C${swift(on)}EUR${euros(opening + sum(payments))}`,
    "-",
  ].join("\r\n");

const posted = async (on: Day) =>
  (
    await pool().query(
      "SELECT tenancy_id AS id, amount_cents::int AS cents FROM ledger_entry WHERE booked_on = $1 ORDER BY tenancy_id, amount_cents",
      [on],
    )
  ).rows.map((row) => `${row.id} ${row.cents}`);

const some = fc.array(
  fc.record({ cents: fc.constantFrom(50000, 60000, 60100), of: fc.integer({ min: 0, max: 2 }), hasIban: fc.boolean() }),
  { minLength: 1, maxLength: 5 },
);

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      REFERENCES.map((betalingskenmerk, index) => ({ contractnummer: `T${index}`, betalingskenmerk })),
    ),
  ]);
});

describe("one day that the bank tells in two formats", () => {
  it("counts once, whichever comes first and whatever the two leave out", async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.boolean(), async (payments, camtFirst) => {
        const on = freshDay();
        const files = [asCamt(on, payments), asMt940(on, payments)];
        const [first = "", second = ""] = camtFirst ? files : files.toReversed();
        expect((await offer("een", first)).added).toBe(payments.length);
        const once = await posted(on);
        expect(await offer("twee", second)).toMatchObject({ added: 0, suspense: 0, ignored: payments.length });
        expect(await posted(on)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it("never loses a payment that only one of them tells, nor the same payments of another day", async () => {
    await fc.assert(
      fc.asyncProperty(some, some, async (payments, more) => {
        const on = freshDay();
        await offer("een", asCamt(on, payments));
        const all = [...payments, ...more];
        await offer("twee", asMt940(on, all));
        const count = (list: readonly string[], one: string) => list.filter((it) => it === one).length;
        const booked = await posted(on);
        const ids = (await pool().query("SELECT id FROM tenancy ORDER BY number")).rows.map((row) => row.id);
        const wanted = all.map(({ cents, of }) => `${ids[of]} ${cents}`);
        for (const one of new Set(wanted)) expect(count(booked, one)).toBeGreaterThanOrEqual(count(wanted, one));
        const later = freshDay();
        expect((await offer("drie", asMt940(later, payments))).added).toBe(payments.length);
      }),
      { numRuns: 15 },
    );
  });

  it("says nothing of a day on which one takes a batch apart that the other tells whole", async () => {
    const on = freshDay();
    const [part, other] = [
      { cents: 10000, of: 0, hasIban: false },
      { cents: 20000, of: 1, hasIban: false },
    ];
    const details = [part, other].map(({ cents, of }) => ({ cents, structured: REFERENCES[of] ?? "" }));
    const lines = [
      { cents: 30000, day: on, ref: "B1", details },
      { cents: 20000, day: on, ref: "B2", details: [{ cents: 20000, structured: REFERENCES[2] ?? "" }] },
    ];
    await offer("een", camt053({ iban: OURS, id: `C${++sequence}`, from: on, to: on, lines }));
    const whole = [
      { cents: 30000, of: 0, hasIban: false },
      { cents: 20000, of: 2, hasIban: false },
    ];
    expect((await offer("twee", asMt940(on, whole))).ignored).toBe(0);
  });
});
