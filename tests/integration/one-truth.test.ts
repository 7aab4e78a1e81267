import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { chooseReceiptSource } from "@/lib/bank/commands/choose-receipt-source";
import { confirmGap } from "@/lib/bank/commands/confirm-gap";
import { type NotingPayment, notePayment, withdrawPayment } from "@/lib/bank/commands/note-payment";
import { provisionalPayments } from "@/lib/bank/queries/provisional";
import { ownerOf } from "@/lib/cases/domain/owner";
import { loadFacts } from "@/lib/cases/queries/facts";
import { problemsOfKind } from "@/lib/cases/queries/problems";
import { underWayOf } from "@/lib/cases/queries/under-way";
import { importFiles } from "@/lib/intake/commands/import-files";
import { addDays, day } from "@/lib/kernel/day";
import { compareNightly } from "@/lib/ledger/jobs";
import { balanceDifferences } from "@/lib/ledger/queries/differences";
import { now } from "@/lib/platform/clock";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { setClock } from "../factories/door";
import { charge, erp, receipt } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const TODAY = day("2026-11-20");
const id = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
const factsOf = async (number: string) => {
  const { day: today, part, moment } = await now();
  const [facts] = await loadFacts(sqlOfClient(pool()), { day: today, part, knownAt: moment, tenancyIds: [await id(number)] });
  if (!facts) throw new Error("no facts");
  return facts;
};
const balances = (...rows: readonly string[]) => file("saldi.csv", ["contractnummer;saldo;peildatum", ...rows, ""].join("\n"));
const bank = (on: string, cents: number, number: string, openingCents = 0) =>
  file(
    `${on}-${number}.xml`,
    camt053({
      iban: OURS,
      id: `${on}-${number}`,
      to: on,
      openingCents,
      lines: [{ cents, day: on, ref: `${on}${cents}`, structured: `700000000000${number}` }],
    }),
  );

beforeAll(async () => {
  await setClock(TODAY);
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      ["1", "2", "3", "4"].map((number) => ({ contractnummer: number, betalingskenmerk: `700000000000${number}` })),
    ),
    erp("mutaties", [charge("1", "V1", "600,00"), charge("2", "V1", "600,00"), receipt("2", "O1", "100,00")]),
  ]);
});

describe("the balance of the housing system", () => {
  it("that differs from ours is a problem of that tenancy only, and ends when they agree", async () => {
    const [report] = await importFiles(SYSTEM, [balances("1;600,00;2026-11-19", "2;400,00;2026-11-19", "9;1,00;2026-11-19")]);
    expect(report).toMatchObject({ format: "balances", lines: 3, added: 2, rejected: 1, touchedTenancyIds: [await id("2")] });
    expect((await factsOf("2")).dataProblems.balanceDiffers).toBe(true);
    expect((await factsOf("1")).dataProblems.balanceDiffers).toBeNull();
    expect(await balanceDifferences()).toMatchObject([{ number: "2", theirs: "40000", ours: "50000" }]);
    await importFiles(SYSTEM, [erp("mutaties", [receipt("2", "O2", "100,00", "2026-11-18")])]);
    await compareNightly();
    expect((await factsOf("2")).dataProblems.balanceDiffers).toBeNull();
    expect(await balanceDifferences()).toEqual([]);
  });

  it("is known the second time, and may count only what is due", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [charge("1", "V2", "600,00", "2026-12-01")])]);
    const [report] = await importFiles(SYSTEM, [balances("1;600,00;2026-11-19", "2;400,00;2026-11-19")]);
    expect(report).toMatchObject({ added: 0, known: 2 });
    expect(await balanceDifferences()).toEqual([]);
  });
});

describe("money that is on its way", () => {
  const note = async (more: Partial<NotingPayment> = {}) =>
    notePayment(SYSTEM, {
      ...{ commandId: randomUUID(), tenancyId: await id("3"), kind: "pin", cents: 60000n, receiptNumber: "B-1", day: TODAY },
      ...more,
    });

  const raised = async () => problemsOfKind(day("2026-11-28"), "payment-overdue", 10);

  it("holds contact for five working days, or until it comes in; then it is raised with finance and on the case", async () => {
    const commandId = randomUUID();
    const first = await note({ commandId });
    expect(first.ok).toBe(true);
    expect(await note({ commandId })).toEqual(first);
    expect(await note()).toMatchObject({ ok: false, code: "receipt-known" });
    expect((await factsOf("3")).maybePaid).toEqual([{ bookedOn: TODAY, amount: 60000n, until: "2026-11-27", kind: "pin" }]);
    await setClock(day("2026-11-28"));
    expect((await factsOf("3")).maybePaid).toEqual([]);
    expect(await provisionalPayments(day("2026-11-28"))).toMatchObject([{ number: "3", overdue: true }]);
    expect(await raised()).toMatchObject([{ number: "3", value: "B-1", since: "2026-11-28" }]);
    expect(ownerOf("payment-overdue")).toEqual({ role: "finance", start: "payments" });
    expect((await underWayOf(await id("3"))).payments).toMatchObject([{ amount: 60000n, kind: "pin", overdue: true }]);
    await importFiles(SYSTEM, [bank("2026-11-27", 60000, "3")]);
    expect(await provisionalPayments(day("2026-11-28"))).toEqual([]);
    expect([await raised(), (await underWayOf(await id("3"))).payments]).toEqual([[], []]);
  });

  it("is refused without its number or on a day that cannot be, and can be withdrawn", async () => {
    await setClock(TODAY);
    const tenancyId = await id("4");
    expect(await note({ tenancyId, receiptNumber: undefined })).toMatchObject({ code: "no-receipt-number" });
    expect(await note({ tenancyId, receiptNumber: "B-2", day: addDays(TODAY, 1) })).toMatchObject({ code: "unlikely-day" });
    const again = await note({ tenancyId, kind: "collection", receiptNumber: undefined, day: day("2026-12-01") });
    expect((await factsOf("4")).maybePaid).toMatchObject([{ bookedOn: "2026-12-01", until: "2026-12-08", kind: "collection" }]);
    if (again.ok) await withdrawPayment(SYSTEM, { commandId: randomUUID(), paymentId: again.value.paymentId });
    expect((await factsOf("4")).maybePaid).toEqual([]);
  });
});

describe("which source leads", () => {
  it("is chosen from a day on; what the other sends is ignored, counted and told why", async () => {
    const choose = (source: "bank" | "erp" | "first", from: string) =>
      chooseReceiptSource(SYSTEM, { commandId: randomUUID(), accountId: null, source, from: day(from) });
    await choose("bank", "2026-11-01");
    const [ignored] = await importFiles(SYSTEM, [
      erp("mutaties", [receipt("4", "O1", "50,00", "2026-11-18"), receipt("4", "O2", "60,00", "2026-10-18")]),
    ]);
    expect(ignored).toMatchObject({ added: 1, ignored: 1 });
    expect(ignored?.issues.map((issue) => issue.code)).toEqual(["bank-leads"]);
    await choose("erp", "2026-11-01");
    const [report] = await importFiles(SYSTEM, [bank("2026-11-30", 7000, "4", 60000)]);
    expect([report?.ignored, report?.issues[0]?.code]).toEqual([1, "erp-leads"]);
    await choose("first", "2026-11-01");
    expect((await importFiles(SYSTEM, [bank("2026-12-01", 8000, "4", 67000)]))[0]).toMatchObject({ added: 1 });
  });

  it("leaves a gap a person looked at closed for good", async () => {
    await importFiles(SYSTEM, [bank("2026-12-03", 9000, "4", 75000)]);
    const gap = await prisma().bankGap.findFirstOrThrow({ where: { closedAt: null } });
    expect((await confirmGap(SYSTEM, { commandId: randomUUID(), gapId: gap.id })).ok).toBe(true);
    await importFiles(SYSTEM, [bank("2026-12-04", 9100, "4", 84000)]);
    expect(await prisma().bankGap.count({ where: { closedAt: null } })).toBe(0);
  });
});
