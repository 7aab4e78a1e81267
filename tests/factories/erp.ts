import { file } from "./camt";

/** Builds ERP files for tests: the header of the format and rows in which only what matters is named. */
const HEADERS = {
  gebouwen: "complexcode;naam;straat;huisnummer;postcode;plaats;huismeester",
  contracten:
    "contractnummer;eenheidsoort;complexcode;straat;huisnummer;huisletter;toevoeging;postcode;plaats;ingangsdatum;einddatum;huur_per;nettohuur;servicekosten;stookkosten;betaalwijze;betalingskenmerk;iban",
  huurders: "contractnummer;relatienummer;rol;voorletters;tussenvoegsel;achternaam;geboortedatum;telefoon;mobiel;email",
  mutaties: "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving;betaalt",
} as const;
type Kind = keyof typeof HEADERS;

const ORDINARY: Record<Kind, Record<string, string>> = {
  gebouwen: { naam: "Gebouw", straat: "Dorpsstraat", huisnummer: "1", postcode: "3011 AA", plaats: "Rotterdam" },
  contracten: {
    eenheidsoort: "woning",
    straat: "Dorpsstraat",
    postcode: "3011 AA",
    plaats: "Rotterdam",
    ingangsdatum: "2015-01-01",
    huur_per: "2025-07-01",
    nettohuur: "600,00",
  },
  huurders: { rol: "huurder", achternaam: "Jansen" },
  mutaties: { boekdatum: "2026-11-01" },
};

export type ErpRow = Readonly<Record<string, string>>;

export function erp(kind: Kind, rows: readonly ErpRow[], name = `${kind}.csv`) {
  const header = HEADERS[kind].split(";");
  const lines = rows.map((row, index) => {
    const own = kind === "contracten" ? { huisnummer: String(index + 1) } : {};
    return header.map((column) => row[column] ?? ({ ...ORDINARY[kind], ...own } as ErpRow)[column] ?? "").join(";");
  });
  return file(name, `${[HEADERS[kind], ...lines].join("\n")}\n`);
}

export const charge = (contractnummer: string, mutatienummer: string, bedrag: string, vervaldatum = "2026-11-01"): ErpRow => ({
  contractnummer,
  mutatienummer,
  bedrag,
  vervaldatum,
  soort: "vordering",
  categorie: "huur",
});
export const receipt = (contractnummer: string, mutatienummer: string, bedrag: string, boekdatum = "2026-11-02"): ErpRow => ({
  contractnummer,
  mutatienummer,
  bedrag,
  boekdatum,
  soort: "ontvangst",
});
export const storno = (
  contractnummer: string,
  mutatienummer: string,
  bedrag: string,
  tegenmutatie: string,
  boekdatum = "2026-11-06",
): ErpRow => ({
  contractnummer,
  mutatienummer,
  bedrag,
  tegenmutatie,
  boekdatum,
  soort: "storno",
});
