import { copyRows } from "@/demo/commands/copy-rows";
import { fill } from "@/demo/commands/fill";
import { statementXml } from "@/demo/domain/camt";
import { CORPORATION_IBAN } from "@/demo/domain/office-tables";
import { personalCourt, playPersonal } from "@/demo/domain/personal";
import type { LedgerRow } from "@/demo/domain/rows";
import { playOldWay, startWorld } from "@/demo/domain/simulate";
import { registerTables } from "@/demo/domain/tables";
import { timelineTo } from "@/demo/domain/timeline";
import type { World } from "@/demo/domain/world";
import { SYSTEM } from "@/lib/auth/actor";
import { runArrears } from "@/lib/cases/commands/run";
import { importFiles } from "@/lib/intake/commands/import-files";
import { isBankDay } from "@/lib/kernel/calendar";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { doAgain } from "./demo-replay";
import { setClock } from "./door";

// Nothing is sent here: what became of each message is told by the test itself.
process.env.SMS_GATEWAY_URL ??= "http://127.0.0.1:9";

const ENDS = day("2026-11-20");
export const FROM = day("2026-01-31");
export const TO = day("2026-03-31");

/** Plays both and answers the world in memory; the other one lies in the database. */
export async function playTwice(): Promise<World> {
  const timeline = timelineTo(ENDS);
  world = startWorld(11, timeline, "small");
  playOldWay(world, addDays(timeline.contactSince, -1), personalCourt(world), () => {});
  playPersonal(world, FROM, () => {});
  const client = await pool().connect();
  await client.query("BEGIN");
  await fill(client, world, 11, "");
  await client.query("COMMIT");
  client.release();
  for (const { name, rows } of registerTables(world)) brought.set(name, rows.length);
  world.acts = [];
  playPersonal(world, TO, () => {}, addDays(FROM, 1));
  for (let today = addDays(FROM, 1); today <= TO; today = addDays(today, 1)) await oneDay(today);
  return world;
}

let world: World;
/** Up to which id the homes and people of each table are in the database. */
const brought = new Map<string, number>();

async function oneDay(today: Day): Promise<void> {
  await setClock(today);
  await people(today);
  const came = world.entries.filter((entry) => entry.bookedOn === addDays(today, -1));
  await importFiles(
    SYSTEM,
    [charges(came), statement(came, addDays(today, -1))].filter((file) => file !== null),
  );
  const ran = await runArrears({ day: today, trigger: "import" });
  if (!ran.ok) throw new Error(`no run on ${today}: ${ran.code}`);
  for (const part of ["morning", "afternoon"] as const) {
    if (part === "afternoon") await setClock(today, part);
    for (const act of world.acts ?? []) if (act.day === today && act.part === part) await doAgain(act);
  }
}

/** Who moved in, left or died by now, as the ERP's files would tell. */
async function people(today: Day): Promise<void> {
  const client = await pool().connect();
  for (const { name, columns, rows } of registerTables(world)) {
    const known = (row: { id: number; recordedAt?: Date }) =>
      row.recordedAt === undefined || row.recordedAt <= new Date(`${today}T06:00:00Z`);
    const fresh = (rows as { id: number; recordedAt?: Date }[]).filter((row) => row.id > (brought.get(name) ?? 0) && known(row));
    await copyRows(client, name, columns, fresh as never[]);
    for (const row of fresh) brought.set(name, Math.max(brought.get(name) ?? 0, row.id));
  }
  client.release();
  for (const { id, endsOn } of world.register.tenancies) {
    if (endsOn)
      await pool().query("UPDATE tenancy SET ends_on = $2 WHERE id = $1 AND ends_on IS NULL AND $2::date < $3", [
        id,
        endsOn,
        addDays(today, 62),
      ]);
  }
  for (const { id, deceasedOn, deceasedKnownAt } of world.register.people) {
    if (deceasedOn && deceasedKnownAt && deceasedKnownAt < new Date(`${today}T06:00:00Z`))
      await pool().query("UPDATE person SET deceased_on = $2, deceased_known_at = $3 WHERE id = $1", [
        id,
        deceasedOn,
        deceasedKnownAt,
      ]);
  }
}

const CATEGORIES: Record<string, string> = {
  rent: "huur",
  service: "servicekosten",
  heating: "stookkosten",
  settlement: "afrekening",
  costs: "kosten",
  other: "overig",
};
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const euros = (cents: bigint) => `${cents / 100n},${String(cents % 100n).padStart(2, "0")}`;
const contract = (id: number) => world.register.tenancies[id - 1];

function charges(entries: readonly LedgerRow[]) {
  const lines = entries
    .filter((entry) => entry.kind === "charge")
    .map(
      (entry) =>
        `${contract(entry.tenancyId)?.number};${entry.number};${entry.bookedOn};${entry.dueOn};vordering;${CATEGORIES[entry.category ?? ""]};${euros(entry.amount)};;${entry.description}`,
    );
  if (lines.length === 0) return null;
  const header = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
  return file("mutaties.csv", `${[header, ...lines].join("\n")}\n`);
}

let balance = 0;
/** One for every bank day, also without a line: each goes on where the last one ended. */
function statement(entries: readonly LedgerRow[], on: Day) {
  const lines = entries
    .filter((entry) => entry.kind !== "charge")
    .map((entry) => ({
      on,
      amount: Number(entry.amount) * (entry.kind === "reversal" ? -1 : 1),
      reference: contract(entry.tenancyId)?.paymentReference ?? null,
      endToEnd: null,
      iban: world.register.ibans.find((row) => row.tenancyId === entry.tenancyId)?.iban ?? null,
      name: "Huurder",
      remittance: entry.kind === "payment" && entry.description?.startsWith("Incasso ") ? entry.description : null,
      returnReason: entry.returnReason,
    }));
  if (lines.length === 0 && !isBankDay(on)) return null;
  const opening = balance;
  balance += lines.reduce((sum, line) => sum + line.amount, 0);
  return file(`bank-${on}.xml`, statementXml(CORPORATION_IBAN, on, on, opening, lines));
}
