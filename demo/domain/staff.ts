import type { Role } from "@/lib/auth/actor";

export interface DemoStaff {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly name: string;
  readonly role: Role;
  readonly phone: string;
}

const at = (name: string) => `${name}@demo.aanbel.nl`;
type Line = readonly [email: string, firstName: string, lastName: string];

const CARETAKER_LINES: readonly Line[] = [
  ["ronald", "Ronald", "Kartosen"],
  ["henk", "Henk", "van der Spek"],
  ["farida", "Farida", "Ouali"],
  ["ton", "Ton", "Lagendijk"],
  ["marcel", "Marcel", "Biervliet"],
  ["sjaak", "Sjaak", "den Ouden"],
  ["yusuf", "Yusuf", "Karagöz"],
  ["nel", "Nel", "Vlasblom"],
  ["cor", "Cor", "Zwijnenburg"],
  ["antonio", "António", "Fortes"],
  ["wim", "Wim", "Hokke"],
  ["gerda", "Gerda", "in 't Veld"],
  ["piet", "Piet", "Barendregt"],
  ["johan", "Johan", "Rietveld"],
  ["milan", "Milan", "Petrović"],
  ["ruben", "Ruben", "Landveld"],
  ["ans", "Ans", "Kruithof"],
  ["dirk", "Dirk", "Stolk"],
  ["hakim", "Hakim", "Bouzidi"],
  ["bram", "Bram", "Noordermeer"],
];

const LINES: readonly (readonly [Role, readonly Line[]])[] = [
  [
    "finance",
    [
      ["marloes", "Marloes", "Verhoeven"],
      ["anja", "Anja", "Dekker"],
      ["dewi", "Dewi", "Sahetapy"],
    ],
  ],
  [
    "consultant",
    [
      ["joke", "Joke", "de Waard"],
      ["samira", "Samira", "Benali"],
      ["peter", "Peter", "Kooijman"],
    ],
  ],
  ["caretaker", CARETAKER_LINES],
  ["management", [["directie", "Mieke", "de Bruijn-Aerts"]]],
  ["admin", [["beheer", "Ravi", "Jankipersad"]]],
  ["privacy", [["privacy", "Hanneke", "Stoop"]]],
];

/** Everybody who works there, in the order of their ids. The first of each role is the demo sign-in. */
export const DEMO_STAFF: readonly DemoStaff[] = LINES.flatMap(([role, lines]) => lines.map((line) => ({ role, line }))).map(
  ({ role, line: [email, firstName, lastName] }, index) => ({
    id: index + 1,
    email: at(email),
    firstName,
    name: `${firstName} ${lastName}`,
    role,
    phone:
      role === "caretaker"
        ? `06 03 1${String(8 + (index % 2))} ${String(10 + index)} ${String(44 + index)}`
        : `010 012 40 ${String(10 + index)}`,
  }),
);

export const DEMO_PASSWORD = "aanbel-demo";
export const staffOf = (role: Role): DemoStaff[] => DEMO_STAFF.filter((each) => each.role === role);
export const CARETAKERS: readonly DemoStaff[] = staffOf("caretaker");
export const staffByEmail = (email: string): DemoStaff | undefined => DEMO_STAFF.find((each) => each.email === email);

/** The corporation itself, as the setting of that name holds it. */
export const CORPORATION = {
  name: "Wonen Maasstede",
  teamNumber: "010 012 40 00",
  hours: "werkdagen 9-16 uur",
  dropIn: "in de hal, elke werkdag van 8 tot 9 uur",
};
