import { between, type Chance } from "./chance";
import { CARETAKERS } from "./staff";

/** One building of the invented corporation. Streets and postcodes (3099 is given to no street) do not exist. */
export interface DemoBuilding {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly kind: "home" | "care";
  readonly homes: number;
  readonly garages: number;
  readonly shops: number;
  readonly numbering: "plain" | "letter" | "roman";
  /** Net rent of its plainest home on the first day, in cents; the rest follows from the home. */
  readonly baseRent: number;
  readonly serviceCents: number;
  /** 0 where every home has its own boiler. */
  readonly heatingCents: number;
  /** E-mail of the caretaker; null for the building that has been without one since last autumn. */
  readonly caretaker: string | null;
}

const NAMES =
  "Statenhof,Wilgenplantsoen,De Lange Geer,Havenmeesterhof,Maaszicht,Lindenstaete,De Brugwachter,Schiedaal,Kapiteinshof,Loodsplein,De Drie Ankers,Rozenbeek,Touwslagershof,Het Baken,Zuiderstaete,Meidoornhof,De Vuurtoren,Kadewacht,Elzenborgh,De Sluismeester,Kompashof,Zeilmakershof,Beukelhaven,Parkwacht,De Reling,Veerhuis,Bolderstaete,De Oude Lampen,Vlierhof,Ankerplaats,De Tuimelaar,Singelborgh,Kromme Vaart,Dukdalfhof,De Walvis,Berkenrode,Stuurmanshof,Het Want,Ravelijn,De Korenaer,Iepenborgh,Kraanmeester,Rietschans,De Steven,Mastbosch,Pontveer,De Bakboord,De Stuurboord,Waterlelie,Oeverzicht,Scheepsbel,De Graanzuiger,Lichtboei,Kaapstander,Zonnestaete,De Gouden Leuning".split(
    ",",
  );

/** Buildings with a home for people who need care. */
const CARE = new Set([7, 18, 29, 40, 51]);
const WITHOUT_CARETAKER = 1;

/** All 56 buildings. The first is the one of the sketches: Statenhof. */
export function demoBuildings(chance: Chance): DemoBuilding[] {
  return NAMES.map((name, index) => {
    const care = CARE.has(index);
    const draw = (nth: number) => chance(index, "building", nth);
    return {
      id: index + 1,
      code: `C${String(101 + index)}`,
      name: name.startsWith("De ") || name.startsWith("Het ") ? name : `De ${name}`,
      street: name,
      houseNumber: "1",
      postcode: `3099 ${String.fromCharCode(65 + Math.floor(index / 8))}${String.fromCharCode(65 + (index % 8) * 3)}`,
      kind: care ? "care" : "home",
      homes: index === 0 ? 96 : care ? between(58, 78, draw(1)) : between(70, 120, draw(1)),
      garages: index === 0 ? 22 : care || draw(2) < 0.4 ? 0 : between(12, 28, draw(3)),
      shops: draw(4) < 0.3 ? between(1, 4, draw(5)) : 0,
      numbering: index === 0 ? "letter" : index === 1 ? "roman" : draw(6) < 0.7 ? "plain" : draw(6) < 0.9 ? "letter" : "roman",
      baseRent: between(39_000, 56_000, draw(7)),
      serviceCents: between(3_200, 7_800, draw(8)),
      heatingCents: draw(9) < 0.45 ? between(5_500, 9_000, draw(10)) : 0,
      caretaker: index === WITHOUT_CARETAKER ? null : (CARETAKERS[index % CARETAKERS.length]?.email ?? null),
    };
  });
}

/** Where a home lies in its building, as the numbering of that building writes it. */
export function doorOf(
  building: DemoBuilding,
  index: number,
): { houseNumber: string; houseLetter: string | null; addition: string | null } {
  if (building.numbering === "letter") {
    return { houseNumber: String(2 * Math.floor(index / 4) + 1), houseLetter: "ABCD".charAt(index % 4), addition: null };
  }
  if (building.numbering === "roman") {
    return {
      houseNumber: String(2 * Math.floor(index / 3) + 2),
      houseLetter: null,
      addition: ["I", "II", "III"][index % 3] ?? null,
    };
  }
  return { houseNumber: String(2 * index + 1), houseLetter: null, addition: null };
}
