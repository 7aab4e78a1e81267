import { formatPersonSpoken, formatPhone, type Named } from "@/lib/i18n/people";

/** What the card says, in plain Dutch whatever language the screen speaks. No word of rent, money or why. */
export interface CardPage {
  readonly dear: string;
  readonly lines: readonly string[];
  readonly number: string;
  readonly code: string;
  readonly hours: string;
  readonly after: readonly string[];
  readonly sender: string;
  readonly role: string;
  readonly corporation: string;
}
export interface CardFacts {
  readonly name: Named | null;
  /** First name of whoever seeks contact; null: the office. */
  readonly colleague: string | null;
  /** First name of whoever was at the door, and as what. */
  readonly sender: string;
  readonly as: "caretaker" | "consultant" | "colleague";
  readonly code: string;
  readonly office: { readonly name: string; readonly number: string; readonly hours: string; readonly dropIn: string };
}

const ROLE = { caretaker: "huismeester", consultant: "woonconsulent", colleague: "medewerker" } as const;

export function cardPage({ name, colleague, sender, as, code, office }: CardFacts): CardPage {
  const who = as !== "caretaker" ? "Ik wil u graag spreken." : `Mijn collega ${colleague ?? "van kantoor"} wil u graag spreken.`;
  return {
    dear: name ? `Beste ${formatPersonSpoken(name)},` : "Beste bewoner,",
    lines: ["Ik was vandaag bij u aan de deur. U was niet thuis.", `${who} Wilt u bellen?`],
    number: formatPhone(office.number),
    code,
    hours: office.hours,
    after: [
      ...(office.dropIn ? [`Lukt bellen niet? Kom langs: ${office.dropIn}.`] : []),
      "Twijfelt u? Bel het nummer dat u al van ons heeft.",
    ],
    sender,
    role: ROLE[as],
    corporation: office.name,
  };
}
