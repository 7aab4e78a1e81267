import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import { formatAddress } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { monthOf } from "@/lib/kernel/day";
import { personName } from "./words";

/** The name the case goes by: the first living tenant, else the first one known. */
export const tenantOf = (view: CaseView) =>
  view.people.find((person) => (person.role === "tenant" || person.role === "co-tenant") && person.deceasedOn === null) ??
  view.people.find((person) => person.role === "tenant" || person.role === "co-tenant");

/** Who, where, since when. */
export function CaseHead({ view, t }: { view: CaseView; t: Translate }) {
  const others = view.people.filter(
    (person) => person.role === "co-tenant" && person !== tenantOf(view) && person.deceasedOn === null,
  );
  const pieces = [
    formatAddress(view.place),
    view.place.city,
    ...view.together.map((place) => t("casepage.where.together", { address: formatAddress(place) })),
    ...others.map((person) => personName(person, t)),
    t("casepage.where.since", { since: formatMonth(monthOf(view.startsOn), "long", t.lang) }),
    view.endsOn &&
      t(`casepage.where.${view.endsOn < view.day ? "left" : "until"}`, { day: formatDay(view.endsOn, "long", t.lang) }),
    t("casepage.where.number", { number: view.number }),
  ];
  return (
    <header>
      <h1 tabIndex={-1} data-case-name>
        {personName(tenantOf(view), t)}
      </h1>
      <p className="text-ink-2 mt-0.5 text-pretty">{pieces.filter(Boolean).join(" · ")}</p>
    </header>
  );
}
