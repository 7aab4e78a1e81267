import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { disconnect, pool } from "@/lib/platform/db";
import { copyBare, importApart, say, timed } from "./measure";

/**
 * Files from the housing system: tenants of so many tenancies, and ten bookings for each of them, brought in beside their floor in the
 * same run: cutting the file into cells, and a bare COPY of the same rows into the same tables. Sizes on request: `BENCH_TENANCIES=1000,10000`.
 */
const SIZES = (process.env.BENCH_TENANCIES ?? "10000,100000").split(",").map(Number);
const BOOKINGS = 10;

const contract = (size: number, n: number) => `${size}-${n}`;
const cents = (n: number) => 45_000 + ((n * 7919) % 60_000);
const euros = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, "0")}`;
const two = (n: number) => String(n).padStart(2, "0");
const bookedOn = (n: number) => `2026-${two(1 + (n % BOOKINGS))}-01`;
const mobile = (size: number, n: number) => `6${String(10_000_000 + ((n + size) % 40_000_000))}`;

interface Kind {
  readonly name: string;
  readonly rows: (size: number) => number;
  readonly header: string;
  readonly row: (size: number, n: number) => string;
  /** The same row as the tables hold it. */
  readonly tables: (size: number) => Readonly<Record<string, (n: number) => string>>;
}

const CONTRACTS: Pick<Kind, "name" | "header" | "row"> = {
  name: "contracten",
  header:
    "contractnummer;eenheidsoort;complexcode;straat;huisnummer;huisletter;toevoeging;postcode;plaats;ingangsdatum;einddatum;huur_per;nettohuur;servicekosten;stookkosten;betaalwijze;betalingskenmerk;iban",
  row: (size, n) =>
    `${contract(size, n)};woning;;Proefstraat ${size};${n + 1};;;3011 AA;Rotterdam;01-01-2015;;01-07-2025;${euros(cents(n))};35,00;;incasso;;`,
};

/** Beyond every row the import makes. */
const FIRST_ID = 1_000_000_000;
const KINDS: readonly Kind[] = [
  {
    name: "huurders",
    rows: (size) => size,
    header: "contractnummer;relatienummer;rol;voorletters;tussenvoegsel;achternaam;geboortedatum;telefoon;mobiel;email",
    row: (size, n) =>
      `${contract(size, n)};R${size}-${n};huurder;A.B.;van den;Berg-${n};${two(1 + (n % 28))}-03-1960;010-${4_000_000 + (n % 900_000)};0${mobile(size, n)};huurder${n}@voorbeeld.nl`,
    tables: (size) => ({
      "person (id, number, initials, prefix, last_name, born_on, recorded_at)": (n) =>
        `${FIRST_ID + n}\tbare${size}-${n}\tA.B.\tvan den\tBerg-${n}\t1960-03-${two(1 + (n % 28))}\t2026-11-10`,
      "tenancy_person (tenancy_id, person_id, role, recorded_at)": (n) =>
        `${first(size) + n}\t${FIRST_ID + n}\ttenant\t2026-11-10`,
      "contact_point (person_id, kind, value, file_field, recorded_at)": (n) =>
        [
          `${FIRST_ID + n}\tlandline\t+3110${4_000_000 + (n % 900_000)}\ttelefoon\t2026-11-10`,
          `${FIRST_ID + n}\tmobile\t+31${mobile(size, n)}\tmobiel\t2026-11-10`,
          `${FIRST_ID + n}\temail\thuurder${n}@voorbeeld.nl\temail\t2026-11-10`,
        ].join("\n"),
    }),
  },
  {
    name: "mutaties",
    rows: (size) => size * BOOKINGS,
    header: "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving",
    row: (size, n) =>
      `${contract(size, Math.floor(n / BOOKINGS))};M${n};${bookedOn(n)};${bookedOn(n)};vordering;huur;${euros(cents(n))};;huur van de maand ${n % BOOKINGS}`,
    tables: (size) => ({
      "ledger_entry (id, tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, description, recorded_at)":
        (n) =>
          `${FIRST_ID + n}\t${first(size) + Math.floor(n / BOOKINGS)}\tcharge\trent\t${cents(n)}\t${bookedOn(n)}\t${bookedOn(n)}\terp\tbare${n}\thuur van de maand ${n % BOOKINGS}\t2026-11-10`,
    }),
  },
];

/** The first tenancy of this size: they came in in order. */
const FIRST = new Map<number, number>();
const first = (size: number): number => FIRST.get(size) ?? 0;

async function write(file: string, header: string, count: number, row: (n: number) => string): Promise<void> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  out.write(`${header}\n`);
  for (let n = 0; n < count; n++) if (!out.write(`${row(n)}\n`)) await once(out, "drain");
  out.end();
  await finished(out);
}

/** The floor of reading: every row cut into its cells, nothing kept. */
async function tokenize(file: string): Promise<number> {
  let [cells, rest] = [0, ""];
  for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 18 })) {
    const lines = (rest + (piece as string)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) cells += line.split(";").length;
  }
  return cells;
}

async function measure(folder: string, size: number, { name, rows, header, row, tables }: Kind): Promise<string> {
  const file = path.join(folder, `${name}.csv`);
  const count = rows(size);
  await write(file, header, count, (n) => row(size, n));
  const [read] = await timed(() => tokenize(file));
  const [copied] = await timed(() => copyBare(count, tables(size)));
  const [took, imported] = await timed(() => importApart(file));
  const [again, second] = await timed(() => importApart(file));
  if (imported.added !== count || second.added !== 0)
    throw new Error(`${name}: ${imported.added} of ${count}, then ${second.added}`);
  const floor = read + copied;
  const megabytes = Math.round(statSync(file).size / 1e6);
  rmSync(file);
  say(`${name} of ${size}: ${took.toFixed(1)} s, floor ${floor.toFixed(1)} s, ${imported.peakMegabytes} MB`);
  const seconds = [read, copied, floor, took].map((each) => `${each.toFixed(1)} s`).join(" | ");
  return `| ${name} | ${count} | ${megabytes} MB | ${seconds} | ${(took / floor).toFixed(1)} | ${again.toFixed(1)} s | ${imported.peakMegabytes} MB |`;
}

const folder = mkdtempSync(path.join(tmpdir(), "aanbel-erp-"));
try {
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, '2026-11-10', 'morning')");
  console.log("Files of a housing system that nobody brought in before; each is judged against all that is known.\n");
  console.log(
    "| file | rows | size | cut into cells | bare COPY | floor | import | × floor | the same again | peak Node memory |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const size of SIZES) {
    const contracts = path.join(folder, "contracten.csv");
    await write(contracts, CONTRACTS.header, size, (n) => CONTRACTS.row(size, n));
    const [took] = await timed(() => importApart(contracts));
    say(`contracts of ${size}: ${took.toFixed(1)} s`);
    rmSync(contracts);
    const { rows } = await pool().query<{ id: number }>("SELECT id FROM tenancy WHERE number = $1", [contract(size, 0)]);
    FIRST.set(size, rows[0]?.id ?? 0);
    // As the server does by itself a minute after so many rows came in.
    await pool().query("ANALYZE tenancy, tenancy_rent, dwelling");
    for (const kind of KINDS) console.log(await measure(folder, size, kind));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await disconnect();
}
