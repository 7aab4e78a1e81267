import type { CaseView } from "@/lib/cases/domain/view";
import type { Translate } from "@/lib/i18n/phrase";
import { isCall, type StepRow, stepRow } from "@/lib/rules/steps";

/** The forms of the desk, by the word in the address (`?vorm=toezegging`). */
export const PANELS = [
  "toezegging",
  "regeling",
  "betaald",
  "kan-niet",
  "hulp",
  "oneens",
  "weg",
  "toeslag",
  "overleden",
  "anders",
  "pauze",
  "pauze-klaar",
  "regeling-los",
  "regeling-klaar",
  "toezegging-los",
  "sms",
  "sms-onzeker",
  "bezoek",
  "bezoek-plan",
  "brief",
  "bezwaar",
  "melden",
  "antwoord",
  "juridisch",
  "ontruiming",
  "overlijden",
  "zoek",
  "ander",
  "bevestig-toezegging",
  "bevestig-regeling",
  "huismeester",
] as const;
export type Panel = (typeof PANELS)[number];
export const isPanel = (word: unknown): word is Panel => PANELS.includes(word as Panel);

/** Keys of a conversation's outcome and the form each opens. */
export const SPOKEN_KEYS = [
  ["T", "toezegging"],
  ["R", "regeling"],
  ["G", "betaald"],
  ["C", "kan-niet"],
  ["H", "hulp"],
  ["N", "oneens"],
  ["W", "weg"],
  ["U", "toeslag"],
  ["O", "overleden"],
  ["A", "anders"],
] as const satisfies readonly (readonly [string, Panel])[];

interface Primary {
  readonly label: string;
  readonly panel: Panel | null;
  readonly tel: string | null;
}

/** The consultant looked at it already; it comes back on its own day. */
export const looksLater = (view: CaseView): boolean => {
  const contact = view.assessment?.contact;
  return contact?.step === "consultant-review" && contact.until !== null && contact.until > view.day;
};

/** The one clear button of a case: what a person does now. Null when there is nothing to do. */
export function primaryOf(view: CaseView, name: string, number: string | null, t: Translate): Primary | null {
  const step = view.assessment?.contact.step;
  const opens = (key: string, panel: Panel): Primary => ({ label: t(`casepage.button.${key}`, { name }), panel, tel: null });
  if (!view.openCase || !step) return null;
  if (isCall(step)) {
    const represented = view.people.some((person) => person.id === view.addresseeId && person.role === "representative");
    const label = number
      ? t(`casepage.button.${represented ? "callRepresentative" : "call"}`, { name })
      : t("casepage.button.noNumber");
    return { label, panel: null, tel: number };
  }
  const asked = stepRow(step);
  const button = ({ button }: StepRow) => button && opens(button.words, button.form as Panel);
  const own = button(asked);
  if (own && asked.role === "finance") return own;
  if (view.underWay.search) return opens("search", "zoek");
  if (own && !asked.last) return own;
  const duty = view.assessment && stepRow(view.assessment.duty.step);
  const paper = duty?.task === "letter" ? view.underWay.letter : duty?.task === "referral" ? view.underWay.referral : null;
  if (duty && paper) return button(duty) ?? null;
  if (view.underWay.visits.some((visit) => visit.plannedFor === null)) return opens("planVisit", "bezoek-plan");
  if (own && !looksLater(view)) return own;
  if (step === "hold" && view.underWay.holds.length > 0) return opens("endHold", "pauze-klaar");
  return null;
}
