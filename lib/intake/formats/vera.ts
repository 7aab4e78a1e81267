import { addDays, parseDay } from "@/lib/kernel/day";

/**
 * VERA, the sector's data standard: relaties, overeenkomsten, eenheden and boekingen as JSON. Each becomes rows with the columns
 * of our own files; what happens to them then is the same. References may be an object with a key or the address of one.
 */
type Json = Readonly<Record<string, unknown>>;
export type VeraRow = Readonly<Record<string, string>>;
/** Left out with a reason. */
export interface Skipped {
  readonly skipped: string;
  readonly value?: string;
}
export type VeraEntity = "eenheden" | "overeenkomsten" | "relaties" | "boekingen";

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
/** A number of more digits than JSON keeps is shown as one in powers, so that it is refused where it should name something. */
const digitsOf = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
const textOf = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? digitsOf(value) : "";
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [value]).filter(isObject);
/** The code of reference data: `{"code": "HUU"}`, or the code itself. */
const codeOf = (value: unknown): string => (isObject(value) ? textOf(value.code) : textOf(value)).toUpperCase();
/** The key of an entity: its code, which people know, else its id. */
const keyOf = (value: unknown): string => {
  if (isObject(value)) return textOf(value.code) || textOf(value.id) || textOf(value.idExtern);
  return textOf(value).split("/").filter(Boolean).at(-1) ?? "";
};
const refOf = (...values: unknown[]): string => {
  for (const value of values) {
    const key = keyOf(Array.isArray(value) ? value[0] : value);
    if (key) return key;
  }
  return "";
};
const dayOf = (value: unknown): string => textOf(value).slice(0, 10);

/** What the entities of a file are, from the first one. */
export function entityOf(value: unknown): VeraEntity | null {
  if (!isObject(value)) return null;
  const has = (...names: string[]) => names.some((name) => name in value);
  if (has("boekdatum") && has("bedrag")) return "boekingen";
  if (has("begindatum") && has("prijscomponenten", "eenheden", "eenheid", "relatierollen", "prolongatiedatum"))
    return "overeenkomsten";
  if (has("achternaam", "geboortedatum", "voorletters", "statutaireNaam", "handelsnaam", "contactgegevens", "telefoonnummers"))
    return "relaties";
  return has("adres", "adressen") ? "eenheden" : null;
}

const KINDS: Readonly<Record<string, string>> = {
  WOO: "woning",
  INT: "zorg",
  PAR: "parkeren",
  BED: "bedrijf",
  MOG: "bedrijf",
  OVE: "parkeren",
};

/** A unit: what it is and where it lies. */
export function unitRows(unit: Json): VeraRow[] {
  const [address = {}] = listOf(unit.adres ?? unit.adressen);
  return [
    {
      eenheidnummer: keyOf(unit),
      eenheidsoort: KINDS[codeOf(unit.soort)] ?? codeOf(unit.soort),
      complexcode: refOf(unit.complex),
      straat: textOf(address.straatnaam) || textOf(address.straat),
      huisnummer: textOf(address.huisnummer),
      huisletter: textOf(address.huisletter),
      toevoeging: textOf(address.huisnummertoevoeging) || textOf(address.huisnummerToevoeging) || textOf(address.toevoeging),
      postcode: textOf(address.postcode),
      plaats: isObject(address.woonplaats)
        ? textOf(address.woonplaats.naam)
        : textOf(address.woonplaats) || textOf(address.plaats),
    },
  ];
}

/** Which part of the rent a price component is. */
const PARTS: Readonly<Record<string, "nettohuur" | "servicekosten" | "stookkosten">> = {
  NET: "nettohuur",
  PAR: "nettohuur",
  HUA: "nettohuur",
  SER: "servicekosten",
  DIE: "servicekosten",
  VER: "stookkosten",
};
/** An amount as our own files write it: JSON has a decimal point and nothing else. */
const amountOf = (value: unknown): string => textOf(value).replace(".", ",");
const isAmount = (value: unknown): boolean => /^-?\d{1,9}(,\d{1,2})?$/.test(amountOf(value));
const centsOf = (value: unknown): number => Math.round(Number(textOf(value) || "0") * 100);
const euros = (cents: number): string => `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, "0")}`;

const dayAfter = (text: string): string => {
  const day = parseDay(text);
  return day && day < "9999-01-01" ? addDays(day, 1) : "";
};

/** The rent as it was from each day on which a price component began or ended. */
function rentRows(components: readonly Json[], until: string): VeraRow[] {
  const known = components.filter((one) => PARTS[codeOf(one.soort)] !== undefined && dayOf(one.begindatum) !== "");
  const bad = known.find((one) => !isAmount(one.bedrag));
  // Read as it stands, so that it is refused with its reason.
  if (bad) return [{ huur_per: dayOf(bad.begindatum), nettohuur: amountOf(bad.bedrag) || "?" }];
  const first = known.map((one) => dayOf(one.begindatum)).sort()[0] ?? "";
  const changes = known.flatMap((one) => [dayOf(one.begindatum), dayAfter(dayOf(one.einddatum))]);
  const days = [...new Set(changes)].filter((day) => day >= first && day !== "" && (!until || day <= until)).sort();
  return days.map((day) => {
    const sums = { nettohuur: 0, servicekosten: 0, stookkosten: 0 };
    for (const one of known) {
      const part = PARTS[codeOf(one.soort)];
      const holds = dayOf(one.begindatum) <= day && (dayOf(one.einddatum) === "" || dayOf(one.einddatum) >= day);
      if (part && holds) sums[part] += centsOf(one.bedrag);
    }
    return {
      huur_per: day,
      nettohuur: euros(sums.nettohuur),
      servicekosten: euros(sums.servicekosten),
      stookkosten: euros(sums.stookkosten),
    };
  });
}

const NOT_RUNNING = new Set(["VOP", "ONT"]);

/** A tenancy agreement: its unit, its days, its dated rent. Other agreements are left out. */
export function contractRows(agreement: Json): VeraRow[] | Skipped {
  const kind = codeOf(agreement.soort);
  if (kind && kind !== "HUU") return { skipped: "other-agreement", value: kind };
  if (NOT_RUNNING.has(codeOf(agreement.status)) && dayOf(agreement.begindatum) === "")
    return { skipped: "provisional", value: codeOf(agreement.status) };
  const end = dayOf(agreement.einddatum);
  const master = {
    contractnummer: keyOf(agreement),
    eenheidnummer: refOf(agreement.eenheid, agreement.eenheden),
    ingangsdatum: dayOf(agreement.begindatum),
    einddatum: end,
    betaalwijze: codeOf(
      isObject(agreement.betaalwijze) ? (agreement.betaalwijze.soort ?? agreement.betaalwijze) : "",
    ).toLowerCase(),
    betalingskenmerk: textOf(agreement.betalingskenmerk),
    iban: isObject(agreement.betaalgegeven)
      ? textOf(agreement.betaalgegeven.iban) || textOf(agreement.betaalgegeven.rekeningnummer)
      : "",
  };
  const rents = rentRows(listOf(agreement.prijscomponenten), end);
  return rents.length > 0 ? rents.map((rent) => ({ ...master, ...rent })) : [master];
}

const ROLES: Readonly<Record<string, string>> = {
  HUU: "huurder",
  MDH: "medehuurder",
  BWI: "bewindvoerder",
  CUR: "bewindvoerder",
  CPE: "contactpersoon",
};

/** Who belongs to an agreement, and as what; who they are is told by the file of relations. */
export function partyRows(agreement: Json): VeraRow[] {
  if (!Array.isArray(contractRows(agreement))) return [];
  const parties = listOf(agreement.relatierollen ?? agreement.relaties);
  return parties.flatMap((party) => {
    const role = ROLES[codeOf(party.rol ?? party.soort)];
    const number = refOf(party.relatie) || keyOf(party);
    return role && number
      ? [
          {
            koppeling: "ja",
            contractnummer: keyOf(agreement),
            relatienummer: number,
            rol: role,
            einddatum: dayOf(party.einddatum),
          },
        ]
      : [];
  });
}

const SALUTATIONS: Readonly<Record<string, string>> = { M: "dhr", V: "mw" };

/** A person or firm, with how to reach them. What is no longer valid is left out. */
export function personRows(relation: Json): VeraRow[] {
  const contacts = listOf(relation.contactgegevens).filter((one) => codeOf(one.status) !== "ONG");
  const values = (...kinds: string[]) =>
    contacts.filter((one) => kinds.includes(codeOf(one.soort))).map((one) => textOf(one.waarde) || textOf(one.gegeven));
  const numbers = listOf(relation.telefoonnummers).map((one) => textOf(one.nummer) || textOf(one.telefoonnummer));
  const mails = listOf(relation.emailadressen).map((one) => textOf(one.adres) || textOf(one.emailadres));
  const firm = textOf(relation.statutaireNaam) || textOf(relation.handelsnaam);
  return [
    {
      relatienummer: keyOf(relation),
      aanhef: firm ? "firma" : (SALUTATIONS[codeOf(relation.geslacht)] ?? ""),
      voorletters: textOf(relation.voorletters),
      tussenvoegsel: textOf(relation.voorvoegsel) || textOf(relation.tussenvoegsel),
      achternaam: textOf(relation.achternaam) || firm,
      naam: textOf(relation.naam),
      geboortedatum: dayOf(relation.geboortedatum),
      telefoon: [...values("TEL"), ...numbers].filter(Boolean).join("; "),
      mobiel: values("MOB").filter(Boolean).join("; "),
      email: [...values("EMA"), ...mails].find(Boolean) ?? "",
    },
  ];
}

const BOOKINGS: Readonly<Record<string, string>> = { VOR: "vordering", ONT: "ontvangst", CRE: "creditnota" };
/** What kind of charge a detail of the code list is; what is not here is other. */
const CATEGORIES: Readonly<Record<string, string>> = {
  PRO: "huur",
  EVN: "huur",
  EIN: "afrekening",
  SER: "afrekening",
  AAN: "kosten",
};
/** An arrangement and its terms are agreements about charges, not charges. */
const NO_ENTRY = new Set(["BET", "BRT", "VOU"]);

/** A booking on the account of a tenancy. Provisional ones come back when they are final. */
export function bookingRows(booking: Json): VeraRow[] | Skipped {
  const [kind, detail] = [codeOf(booking.soort), codeOf(booking.detailSoort)];
  if (codeOf(booking.status) === "VRL") return { skipped: "provisional", value: "VRL" };
  if (NO_ENTRY.has(detail)) return { skipped: "other-booking", value: detail };
  const isReturn = detail === "STO";
  const sort = isReturn ? "storno" : detail === "CRE" ? "creditnota" : BOOKINGS[kind];
  if (!sort) return { skipped: "other-booking", value: kind };
  const [settled] = listOf(booking.afletteringen);
  return [
    {
      contractnummer: refOf(
        booking.overeenkomst,
        booking.huurovereenkomst,
        isObject(booking.debiteur) ? booking.debiteur.overeenkomst : "",
      ),
      mutatienummer: keyOf(booking),
      boekdatum: dayOf(booking.boekdatum),
      vervaldatum: dayOf(booking.vervaldatum) || (sort === "vordering" ? dayOf(booking.boekdatum) : ""),
      soort: sort,
      categorie: sort === "vordering" ? (kind === "SKS" ? "servicekosten" : (CATEGORIES[detail] ?? "overig")) : "",
      bedrag: amountOf(booking.bedrag).replace(/^-/, sort === "vordering" ? "-" : ""),
      tegenmutatie: isReturn ? refOf(booking.tegenboeking, settled?.boeking, settled) : "",
      betaalt: listOf(booking.afletteringen)
        .map((one) => refOf(isObject(one) ? one.boeking : one, one))
        .join(" "),
      omschrijving: textOf(booking.omschrijving),
    },
  ];
}

/** The kinds of rows that a file of these entities gives, in the order in which they build on one another. */
export const VERA: Readonly<
  Record<VeraEntity, readonly { readonly format: string; readonly rows: (value: Json) => VeraRow[] | Skipped }[]>
> = {
  eenheden: [{ format: "units", rows: unitRows }],
  overeenkomsten: [
    { format: "contracts", rows: contractRows },
    { format: "tenants", rows: partyRows },
  ],
  relaties: [{ format: "people", rows: personRows }],
  boekingen: [{ format: "entries", rows: bookingRows }],
};

/** @returns null when it is no object. */
export const asEntity = (value: unknown): Json | null => (isObject(value) ? value : null);
