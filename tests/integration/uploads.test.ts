import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { dryRunFiles } from "@/lib/intake/commands/dry-run";
import { importFiles } from "@/lib/intake/commands/import-files";
import { removeMapping } from "@/lib/intake/commands/remove-mapping";
import { saveMapping } from "@/lib/intake/commands/save-mapping";
import { applyUpload, checkAgain, discardUpload, takeUpload, tryAgain, workOnUpload } from "@/lib/intake/commands/upload";
import { filesOfUpload, importHistory, issuesOf } from "@/lib/intake/queries/history";
import { currentMappings, keptMappings } from "@/lib/intake/queries/mappings";
import { columnsOfUpload, openUploads, uploadFolder, uploadOf } from "@/lib/intake/queries/uploads";
import { pool } from "@/lib/platform/db";
import { charge, erp } from "../factories/erp";

const folder = mkdtempSync(path.join(tmpdir(), "aanbel-uploads-"));
beforeAll(async () => {
  process.env.AANBEL_DATA_DIR = folder;
  await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "1" }, { contractnummer: "2" }])]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const upload = ({ name, bytes }: { name: string; bytes: Uint8Array }) => new File([bytes as Uint8Array<ArrayBuffer>], name);
const statusOf = async (id: string) => (await uploadOf(id))?.status;
const entries = async () => (await pool().query("SELECT count(*)::int AS n FROM ledger_entry")).rows[0].n as number;
const jobs = async () =>
  (await pool().query("SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'import'")).rows[0].n as number;

describe("files offered on the screen", () => {
  it("are looked at first, wait, and come in once when somebody says so, also when two do", async () => {
    const file = erp("mutaties", [charge("1", "M1", "600,00"), charge("9", "M2", "1,00")]);
    const id = await takeUpload(SYSTEM, [upload(file)]);
    expect(await statusOf(id)).toBe("checked");
    expect(await entries()).toBe(0);
    const [looked] = await filesOfUpload(id, true);
    expect(looked).toMatchObject({ status: "checked", lines: 2, added: 1, rejected: 1, dryRun: true });
    expect(await issuesOf(looked?.id ?? 0, ["rejected"], 10)).toMatchObject([{ line: 3, code: "unknown-contract" }]);
    expect((await openUploads()).map((one) => one.id)).toEqual([id]);
    expect((await importHistory()).some((row) => row.dryRun)).toBe(false);

    const both = await Promise.all([applyUpload(SYSTEM, id), applyUpload(SYSTEM, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await statusOf(id)).toBe("done");
    expect(await filesOfUpload(id, false)).toMatchObject([{ status: "done", added: 1, rejected: 1 }]);
    expect(await entries()).toBe(1);
    expect(existsSync(uploadFolder(id))).toBe(false);
    expect(await openUploads()).toEqual([]);
  });

  it("add nothing the second time", async () => {
    const id = await takeUpload(SYSTEM, [upload(erp("mutaties", [charge("1", "M1", "600,00")], "andere naam.csv"))]);
    expect(await filesOfUpload(id, true)).toMatchObject([{ lines: 1, added: 0, known: 1 }]);
    expect((await applyUpload(SYSTEM, id)).ok).toBe(true);
    expect(await entries()).toBe(1);
  });

  it("are gone when they are thrown away", async () => {
    const id = await takeUpload(SYSTEM, [upload(erp("mutaties", [charge("1", "M7", "1,00")]))]);
    expect((await discardUpload(SYSTEM, id)).ok).toBe(true);
    expect([await uploadOf(id), existsSync(uploadFolder(id)), await filesOfUpload(id, true)]).toEqual([null, false, []]);
    expect((await applyUpload(SYSTEM, id)).ok).toBe(false);
  });

  it("of more than 2 MB are left to the job, which does the same, and may be tried again", async () => {
    const many = Array.from({ length: 45_000 }, (_, at) => charge(at % 2 ? "1" : "2", `G${at}`, "1,00"));
    const before = await jobs();
    const id = await takeUpload(SYSTEM, [upload(erp("mutaties", many))]);
    expect([await statusOf(id), await jobs()]).toEqual(["checking", before + 1]);
    await workOnUpload(SYSTEM, id);
    await workOnUpload(SYSTEM, id);
    expect(await filesOfUpload(id, true)).toMatchObject([{ status: "checked", added: 45_000 }]);
    expect((await applyUpload(SYSTEM, id)).ok).toBe(true);
    expect([await statusOf(id), await jobs()]).toEqual(["importing", before + 2]);
    await workOnUpload(SYSTEM, id);
    await workOnUpload(SYSTEM, id);
    expect(await statusOf(id)).toBe("done");
    expect(await entries()).toBe(45_001);
  });

  it("are worked on again when their job was lost, and only as long as they wait", async () => {
    const id = await takeUpload(SYSTEM, [upload(erp("mutaties", [charge("1", "L1", "1,00")]))]);
    expect((await tryAgain(SYSTEM, id)).ok).toBe(false);
    await pool().query("UPDATE upload SET status = 'importing' WHERE id = $1", [id]);
    const before = await jobs();
    expect((await tryAgain(SYSTEM, id)).ok).toBe(true);
    expect(await jobs()).toBe(before + 1);
    await workOnUpload(SYSTEM, id);
    expect(await statusOf(id)).toBe("done");
  });

  it("never lie outside their folder, whatever id is asked", async () => {
    expect(uploadFolder("../../etc")).toBe(path.join(folder, "uploads", "etc"));
    expect(await uploadOf("../../etc")).toBeNull();
    expect(await columnsOfUpload("../../etc", 0)).toBeNull();
  });
});

describe("the columns of another system", () => {
  const text =
    'Relatie nr,Contract,Volledige naam,Tel. thuis\n77,1,"Berg, mw. A.B. van den",010-4123456\n78,2,"Dhr. J. de Vries",geen\n';
  const file = () => new File([Buffer.from(text, "latin1")], "lijst.csv");
  const header = ["relatie nr", "contract", "volledige naam", "tel. thuis"];
  const columns = {
    contractnummer: { from: "contract" },
    relatienummer: { from: "relatie nr" },
    naam: { from: "volledige naam" },
    telefoon: { from: "tel. thuis" },
    rol: { always: "huurder" },
  };

  it("are asked once, and the file is then looked at again", async () => {
    const id = await takeUpload(SYSTEM, [file()]);
    expect(await filesOfUpload(id, true)).toMatchObject([{ status: "refused", refusal: { code: "unknown-header" } }]);
    expect(await columnsOfUpload(id, 0)).toMatchObject({
      header,
      delimiter: ",",
      rows: [["77", "1", "Berg, mw. A.B. van den", "010-4123456"], expect.anything()],
    });
    expect((await saveMapping(SYSTEM, { name: "oude lijst", format: "tenants", header, columns })).ok).toBe(true);
    await checkAgain(SYSTEM, id);
    expect(await filesOfUpload(id, true)).toMatchObject([
      { status: "checked", format: "tenants", mapping: "oude lijst", added: 2 },
    ]);
    expect((await applyUpload(SYSTEM, id)).ok).toBe(true);
    const { rows } = await pool().query(
      "SELECT number, salutation, initials, prefix, last_name AS last FROM person ORDER BY number",
    );
    expect(rows).toEqual([
      { number: "77", salutation: "mw", initials: "A.B.", prefix: "van den", last: "Berg" },
      { number: "78", salutation: "dhr", initials: "J.", prefix: "de", last: "Vries" },
    ]);
  });

  it("are recognised the next time, or asked for by name", async () => {
    const next = { name: "lijst2.csv", bytes: Buffer.from(text) };
    expect(await dryRunFiles(SYSTEM, [next])).toMatchObject([{ mapping: "oude lijst", known: 2 }]);
    expect(await dryRunFiles(SYSTEM, [next], { mapping: "oude lijst" })).toMatchObject([{ mapping: "oude lijst", known: 2 }]);
    expect(await dryRunFiles(SYSTEM, [next], { mapping: "andere" })).toMatchObject([{ refused: { code: "unknown-mapping" } }]);
  });

  it("name a wrong cell as the file itself names its column", async () => {
    const bad = { name: "lijst3.csv", bytes: Buffer.from("Relatie nr,Contract,Volledige naam,Tel. thuis\n79,1,,\n") };
    expect(await dryRunFiles(SYSTEM, [bad])).toMatchObject([
      { rejected: 1, issues: [{ line: 2, field: "achternaam", code: "empty" }] },
    ]);
    const short = { name: "lijst4.csv", bytes: Buffer.from("Relatie nr,Contract,Volledige naam,Tel. thuis\n,1,Jansen,\n") };
    expect(await dryRunFiles(SYSTEM, [short])).toMatchObject([{ issues: [{ line: 2, field: "relatie nr", code: "empty" }] }]);
  });

  it("are refused when one that is needed is not given, or one is used twice", async () => {
    const { rol: _rol, ...less } = columns;
    expect(await saveMapping(SYSTEM, { name: "x", format: "tenants", header, columns: less })).toMatchObject({
      ok: false,
      code: "columns-missing",
      detail: { columns: "rol" },
    });
    const twice = { ...columns, rol: { from: "contract" } };
    expect(await saveMapping(SYSTEM, { name: "x", format: "tenants", header, columns: twice })).toMatchObject({
      code: "column-chosen-twice",
    });
    expect(
      await saveMapping(SYSTEM, { name: "x", format: "tenants", header, columns: { ...columns, naam: { from: "kleur" } } }),
    ).toMatchObject({ code: "unknown-column" });
    expect(await saveMapping(SYSTEM, { name: "x", format: "kleur", header, columns })).toMatchObject({ code: "unknown-format" });
  });

  it("are replaced by a later mapping of the same name; the earlier one keeps its end", async () => {
    expect((await saveMapping(SYSTEM, { name: "oude lijst", format: "tenants", header, columns })).ok).toBe(true);
    expect((await currentMappings()).map(({ name }) => name)).toEqual(["oude lijst"]);
    const { rows } = await pool().query("SELECT count(*)::int AS n FROM column_mapping WHERE replaced_at IS NOT NULL");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("are shown with what was read by them, and can be ended once; the next file asks again", async () => {
    const [kept] = await keptMappings();
    expect(kept).toMatchObject({ name: "oude lijst", format: "tenants", files: 1, columns: { rol: { always: "huurder" } } });
    const next = { name: "lijst5.csv", bytes: Buffer.from(text) };
    const both = await Promise.all([removeMapping(SYSTEM, kept?.id ?? 0), removeMapping(SYSTEM, kept?.id ?? 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await keptMappings()).toEqual([]);
    expect(await dryRunFiles(SYSTEM, [next])).toMatchObject([{ refused: { code: "unknown-header" } }]);
    const { rows } = await pool().query("SELECT detail FROM audit_event WHERE action = 'intake.removeMapping'");
    expect(rows).toEqual([{ detail: { name: "oude lijst", format: "tenants" } }]);
    expect((await pool().query("SELECT count(*)::int AS n FROM column_mapping")).rows).toEqual([{ n: 2 }]);
  });
});
