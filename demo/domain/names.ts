import { type Chance, pick } from "./chance";

/** A family name with its tussenvoegsel apart, as Dutch files hold it. */
export interface FamilyName {
  readonly prefix: string | null;
  readonly lastName: string;
}

const split = (text: string): FamilyName => {
  const at = text.indexOf("|");
  return at < 0 ? { prefix: null, lastName: text } : { prefix: text.slice(0, at), lastName: text.slice(at + 1) };
};

const DUTCH = `de|Jong,Jansen,de|Vries,van den|Berg,van|Dijk,Bakker,Janssen,Visser,Smit,Meijer,de|Boer,Mulder,de|Groot,Bos,Vos,Peters,Hendriks,van|Leeuwen,Dekker,Brouwer,de|Wit,Dijkstra,Smits,de|Graaf,van der|Meer,van der|Linden,Kok,Jacobs,de|Haan,Vermeulen,van den|Heuvel,van der|Veen,van den|Broek,de|Bruijn,de|Bruin,van der|Heijden,Schouten,van|Beek,Willems,van|Vliet,van de|Ven,Hoekstra,Maas,Verhoeven,Koster,van|Dam,van der|Wal,Prins,Blom,Huisman,Peeters,de|Jonge,Kuipers,van|Veen,Post,Kuiper,Veenstra,Kramer,van den|Brink,Scholten,van|Wijk,Postma,Martens,Vink,de|Ruiter,Timmermans,Groen,Gerritsen,Jonker,van|Loon,Boer,van der|Velde,Willemsen,Smeets,de|Lange,de|Vos,Bosch,van|Dongen,Schipper,de|Koning,van der|Laan,Koning,Driessen,van|Doorn,Hermans,Evers,van den|Bosch,van der|Meulen,Hofman,Bosman,Wolters,Sanders,van der|Horst,Mol,Kuijpers,Molenaar,van de|Pol,de|Leeuw,Verbeek,'t|Hart,van 't|Hoff,in 't|Veld,op den|Brouw,ter|Horst,ten|Cate,van 't|Veer,Hoogendoorn,Oosterwijk,Kwakernaak,Kooijman,van|Nieuwenhuijzen,Schaap,van der|Spek,Noordermeer,Rietveld,Zonneveld,van|Eijk,Ouwerkerk,Bijl,Kranenburg,de|Waard,Nieuwstraten,van|Rossum,van|Driel,den|Hartog,den|Ouden,den|Boer,Verkerk,van|Gelder,Buitelaar,Pijl,Stolk,Lagendijk,Barendregt,van der|Ent,Kruithof,Boogaard,Vlasblom,Hokke,Sluimer,Kraaijeveld,Zwijnenburg,Roodbol,Bevaart,Huijgens,Coppoolse`;
const SURINAMESE =
  "Ramdjanbeg,Ramdin,Sewnarain,Jankipersad,Bhagwandin,Mahabier,Ramlal,Kasi,Pinas,Wijngaarde,Blokland,Vreede,Emanuels,Tjin A|Tsoi,Lieuw A|Sie,Fernandes,Sital,Gangaram-Panday,Kanhai,Djojodikromo,Karijowidjojo,Soekhoe,Biervliet,Landveld";
const TURKISH =
  "Özdemir,Yıldırım,Şahin,Çelik,Yılmaz,Kaya,Öztürk,Aydın,Koç,Güneş,Şimşek,Arslan,Doğan,Erdoğdu,Kılıç,Çetin,Demir,Bulut,Karagöz,Güler";
const MOROCCAN =
  "El Amrani,Bouzidi,Benali,El Khattabi,Ait Lahcen,Boukhris,Azzouzi,El Idrissi,Chaouch,Ouali,Haddou,Mansouri,El Bakkali,Zerouali,Amezian,Belkacem,Tahiri";
const CAPE_VERDEAN =
  "da|Silva Monteiro,Lopes da Graça,dos|Santos,Évora,Fortes,Delgado,da|Luz,Gonçalves,Tavares,Andrade,Barbosa Vicente,Duarte,Brito,Conceição,Ramos,Lima";
const OTHERS =
  "Croes,Maduro,Martina,Isenia,Kirchner-Tromp,Wong,Chan,Liu,Cheung,Nguyễn,Trần,Kowalska,Wiśniewski,Nowak,Dąbrowski,Hernández,García Núñez,Pérez,Rossi,D'Angelo,Petrović,Jovanović,Marković,Kovačević,Papadopoulos,Sahetapy,Pattiasina,Tahapary,Manuhutu,de|Fretes,Nikijuluw,Haile,Tesfaye,Mohamud,Abdi,Sørensen,Müller,Schröder,Nagy,Dvořák,Ștefănescu,Hosseini,Rahimi,Al-Jabouri,O'Brien,Van Lierde-Wouters";

interface Origin {
  readonly share: number;
  readonly names: readonly FamilyName[];
  readonly initials: string;
  readonly language: string | null;
}

const ORIGINS: readonly Origin[] = (
  [
    [0.66, DUTCH, "ABCDEFGHIJJKLMMNPRSTW", null],
    [0.09, SURINAMESE, "ADHIJKLMRSS", null],
    [0.06, TURKISH, "AEFGHIMNÖSŞZ", "Turks"],
    [0.05, MOROCCAN, "AFHKLMNRSYZ", "Arabisch"],
    [0.06, CAPE_VERDEAN, "ACDFIJLMMNT", "Portugees"],
    [0.08, OTHERS, "ABCDEFGJKLMNPSVZ", "Engels"],
  ] as const
).map(([share, list, initials, language]) => ({ share, names: list.split(",").map(split), initials, language }));

export interface InventedPerson {
  readonly initials: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly salutation: "mw" | "dhr";
  /** The language they would rather speak; null is Dutch. */
  readonly language: string | null;
}

/** An invented person. `nth` tells several people of one place apart. */
export function inventPerson(chance: Chance, place: number, nth: number): InventedPerson {
  const draw = chance(place, "origin", nth);
  let upTo = 0;
  const origin = ORIGINS.find((each) => draw < (upTo += each.share)) ?? (ORIGINS[0] as Origin);
  const own = pick(origin.names, chance(place, "name", nth));
  const count = 1 + Math.floor(chance(place, "initials", nth * 7) * 2.6);
  let initials = "";
  for (let i = 0; i < count; i++) initials += `${pick([...origin.initials], chance(place, "initials", nth * 7 + i + 1))}.`;
  const woman = chance(place, "salutation", nth) < 0.62;
  const language = origin.language && chance(place, "language", nth) < 0.2 ? origin.language : null;
  if (!woman || chance(place, "name", nth + 50) > 0.34) {
    return { initials, prefix: own.prefix, lastName: own.lastName, salutation: woman ? "mw" : "dhr", language };
  }
  // Married or widowed: the partner's name first, then her own, as the landlord's files have it.
  const partners = chance(place, "name", nth + 60) < 0.7 ? (ORIGINS[0] as Origin) : origin;
  const partner = pick(partners.names, chance(place, "name", nth + 70));
  const maiden = own.prefix ? `${capital(own.prefix)} ${own.lastName}` : own.lastName;
  return { initials, prefix: partner.prefix, lastName: `${partner.lastName}-${maiden}`, salutation: "mw", language };
}

const capital = (text: string) => (text.startsWith("'") ? text : text.charAt(0).toUpperCase() + text.slice(1));
