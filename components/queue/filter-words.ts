import type { Translate } from "@/lib/i18n/phrase";
import { ORDERS } from "@/lib/queue/domain/filter";
import type { QueueList } from "@/lib/queue/domain/window";
import type { DeskColleague } from "@/lib/staff/queries/staff";
import type { FilterWord } from "./filter-sentence";
import { rowStep } from "./row-words";

/** Whose cases the list can be narrowed to. */
export interface FilterPlaces {
  readonly colleagues: readonly DeskColleague[];
  /** Whose cases one's own are; null for who only reads. */
  readonly ownId: number | null;
}

const MONTHS = [1, 2, 3, 6];

/** The words of the sentence above the list, each with what can stand there. */
export function filterWords({ filter, steps }: QueueList, from: FilterPlaces, t: Translate): readonly FilterWord[] {
  const others = from.colleagues.filter(({ id }) => id !== from.ownId);
  const everybody = { value: "", label: t("queue.filter.anybody") };
  const own = from.ownId === null ? [] : [{ value: "ik", label: t("queue.filter.mine") }];
  return [
    {
      name: "stap",
      label: t("queue.filter.step"),
      value: filter.step ?? "",
      before: "",
      choices: [
        { value: "", label: t("queue.filter.allSteps") },
        // What is asked for stands there too when nobody waits for it today.
        ...[
          ...steps,
          ...(filter.step && !steps.some(({ step }) => step === filter.step) ? [{ step: filter.step, count: 0 }] : []),
        ].map(({ step, count }) => ({ value: step, label: `${rowStep({ doing: step, represented: false }, t)} (${count})` })),
      ],
    },
    {
      name: "gebouw",
      label: t("queue.filter.building"),
      value: filter.building ?? "",
      before: ` ${t("queue.filter.in")}`,
      choices: [
        // The buildings themselves are in the browser already: see `Places`.
        { value: "", label: t("queue.filter.allBuildings") },
      ],
    },
    {
      name: "wie",
      label: t("queue.filter.whose"),
      value: filter.whose === null ? "" : String(filter.whose),
      before: `, ${t("queue.filter.of")}`,
      choices: [
        everybody,
        ...own,
        { value: "niemand", label: t("queue.filter.nobody") },
        ...others.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    {
      name: "maanden",
      label: t("queue.filter.months"),
      value: filter.months === null ? "" : String(filter.months),
      before: ",",
      choices: [
        { value: "", label: t("queue.filter.anyMonths") },
        ...MONTHS.map((count) => ({ value: String(count), label: t("queue.filter.fromMonths", { count }) })),
      ],
    },
    {
      name: "volgorde",
      label: t("queue.filter.order"),
      value: filter.order,
      before: ";",
      choices: ORDERS.map((order) => ({ value: order, label: t(`queue.filter.by.${order}`) })),
    },
  ];
}
