import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/platform/db";
import { storeTenancy } from "../factories/store";
import { asOwner } from "./database";

const answer = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
  );
let tenancyId: number;
let other: number;
let number = 0;

async function entry(
  kind: string,
  cents: number,
  bookedOn: string,
  of: { reverses?: string; tenancy?: number } = {},
): Promise<string> {
  const charge = kind === "charge";
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, reverses_id, source, source_number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'erp', $8) RETURNING id::text`,
    [
      of.tenancy ?? tenancyId,
      kind,
      charge ? "rent" : null,
      cents,
      bookedOn,
      charge ? bookedOn : null,
      of.reverses ?? null,
      String(++number),
    ],
  );
  return (rows[0] as { id: string }).id;
}

beforeAll(async () => {
  tenancyId = await storeTenancy(pool());
  other = await storeTenancy(pool());
});

describe("what the database refuses about a rent account", () => {
  it("takes back a payment in parts, and never more than it", async () => {
    const paid = await entry("payment", 60_000, "2026-02-01");
    expect(await answer(entry("reversal", 40_000, "2026-02-03", { reverses: paid }))).toBe("accepted");
    expect(await answer(entry("reversal", 20_001, "2026-02-04", { reverses: paid }))).toBe("reversal_amount");
    expect(await answer(entry("reversal", 20_000, "2026-02-04", { reverses: paid }))).toBe("accepted");
  });

  it("refuses two reversals at once that together exceed what they take back", async () => {
    const paid = await entry("payment", 60_000, "2026-02-01");
    const answers = await Promise.all([1, 2].map(() => answer(entry("reversal", 40_000, "2026-02-03", { reverses: paid }))));
    expect(answers.sort()).toEqual(["accepted", "reversal_amount"]);
  });

  it("refuses a reversal dated before what it takes back, of another account, or of a charge", async () => {
    const paid = await entry("payment", 60_000, "2026-02-05");
    const charged = await entry("charge", 60_000, "2026-02-01");
    expect(await answer(entry("reversal", 100, "2026-02-04", { reverses: paid }))).toBe("reversal_day");
    expect(await answer(entry("reversal", 100, "2026-02-06", { reverses: paid, tenancy: other }))).toBe("reversal_target");
    expect(await answer(entry("reversal", 100, "2026-02-06", { reverses: charged }))).toBe("reversal_target");
  });

  it("refuses even the owner of the tables to change or delete an entry", async () => {
    await entry("charge", 60_000, "2026-03-01");
    expect(await answer(asOwner("UPDATE ledger_entry SET amount_cents = 1"))).toBe("23001");
    expect(await answer(asOwner("DELETE FROM ledger_entry"))).toBe("23001");
    expect(await answer(asOwner("TRUNCATE ledger_entry CASCADE"))).toBe("23001");
  });

  it("refuses an amount of nothing, a charge without a due day, and the same number twice", async () => {
    expect(await answer(entry("payment", 0, "2026-03-01"))).toBe("ledger_entry_amount");
    expect(
      await answer(
        pool().query(
          "INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, source, source_number) VALUES ($1, 'charge', 'rent', 1, '2026-03-01', 'erp', 'x')",
          [tenancyId],
        ),
      ),
    ).toBe("ledger_entry_charge");
    await entry("payment", 100, "2026-03-01");
    number--;
    expect(await answer(entry("payment", 100, "2026-03-01"))).toBe("ledger_entry_tenancy_id_source_source_number_key");
  });

  it("refuses a second open case of the same tenancy", async () => {
    const open = () => pool().query("INSERT INTO arrears_case (tenancy_id, opened_on) VALUES ($1, '2026-03-01')", [tenancyId]);
    expect([await answer(open()), await answer(open())]).toEqual(["accepted", "arrears_case_one_open"]);
  });
});
