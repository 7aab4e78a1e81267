import type { CaseView, TimelineItem } from "./view";

/** Free text, and whom one would ring. */
const PRIVATE: ReadonlySet<string> = new Set(["note", "detail", "number", "payDay"]);

function withoutTexts(item: TimelineItem): TimelineItem {
  const values = Object.entries(item.values).filter(
    ([key]) => !PRIVATE.has(key) && !(item.code === "taken-back" && key === "reason"),
  );
  return { ...item, values: Object.fromEntries(values) };
}

/** A case as the board looks along: what was done and why, without anybody's number and without a word somebody wrote down. */
export function boardView(view: CaseView): CaseView {
  const { underWay, building } = view;
  return {
    ...view,
    people: view.people.map((person) => ({ ...person, safetyNote: null, knowBefore: [] })),
    phones: [],
    building: building && { ...building, caretakers: building.caretakers.map(({ name }) => ({ name, phone: null })) },
    timeline: view.timeline.map(withoutTexts),
    underWay: {
      ...underWay,
      holds: underWay.holds.map((hold) => ({ ...hold, note: null })),
      search: underWay.search && { ...underWay.search, detail: null },
      message: underWay.message && { ...underWay.message, recipient: "" },
      replies: [],
    },
  };
}
