import { describe, expect, it } from "vitest";
import { inTransaction, pool } from "@/lib/platform/db";
import { boss, enqueue } from "@/lib/platform/jobs";
import { asOwner } from "./database";

const refusal = (statement: string) =>
  pool()
    .query(statement)
    .then(
      () => "accepted",
      (error: { code: string }) => error.code,
    );

describe("what the database itself refuses", () => {
  it("lets the program add ledger entries, and never change, delete or empty them", async () => {
    expect(await refusal("UPDATE ledger_entry SET amount_cents = 1")).toBe("42501");
    expect(await refusal("DELETE FROM ledger_entry")).toBe("42501");
    expect(await refusal("TRUNCATE ledger_entry")).toBe("42501");
    expect(await refusal("DELETE FROM assessment")).toBe("42501");
    expect(await refusal("UPDATE audit_event SET action = 'other'")).toBe("42501");
  });

  it("keeps the tables with their owner: the program's role cannot alter or drop them", async () => {
    expect(await refusal("DROP TABLE ledger_entry")).toBe("42501");
    expect(await refusal("ALTER TABLE ledger_entry DISABLE TRIGGER ALL")).toBe("42501");
    const [row] = await asOwner<{ super: boolean }>("SELECT rolsuper AS super FROM pg_roles WHERE rolname = $1", [
      (await pool().query("SELECT current_user AS name")).rows[0].name,
    ]);
    expect(row?.super).toBe(false);
  });
});

describe("work that waits in the queue", () => {
  it("exists exactly when the decision that asked for it was kept", async () => {
    await inTransaction((db) => enqueue("reassess", { tenancyIds: [7] }, db));
    await expect(
      inTransaction(async (db) => {
        await enqueue("reassess", { tenancyIds: [8] }, db);
        throw new Error("the decision fails");
      }),
    ).rejects.toThrow("the decision fails");
    const jobs = await (await boss()).fetch<{ tenancyIds: number[] }>("reassess", { batchSize: 10 });
    expect(jobs.map((job) => job.data.tenancyIds)).toEqual([[7]]);
  });
});
