import type { CaseView, TimelineItem } from "@/lib/cases/domain/view";
import { formatDay, formatList } from "@/lib/i18n/format";
import type { Part, Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { itemValues, lineWords, stepWord } from "./words";

/** Which room's word list a value of an item comes from. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hold: { reason: "holds.reason" },
  visit: { outcome: "visits.outcome" },
  "visit-asked": { purpose: "visits.purpose" },
  "visit-planned": { part: "visits.part", announced: "visits.announcedBy" },
  ring: { result: "caretaker.result" },
  "municipality-answered": { result: "referrals.result" },
  legal: { kind: "legal.kind" },
  eviction: { reason: "legal.reason" },
  "arrangement-ended": { reason: "arrangements.end" },
};

/** Who is who, to say it in words. */
export type Household = Pick<CaseView, "people" | "phones">;

const lower = (text: string) => text.charAt(0).toLocaleLowerCase("nl") + text.slice(1);

function whom(item: TimelineItem, view: Household, t: Translate): string {
  const spokeWith = String(item.values.spokeWith ?? "tenant");
  if (spokeWith === "other") return t("casepage.whom.someone");
  if (spokeWith !== "tenant" && t.has(`casepage.whom.${spokeWith}`)) return t(`casepage.whom.${spokeWith}`);
  const tenant = view.people.find((person) => person.role === "tenant");
  const key = `casepage.whom.${tenant?.salutation ?? "other"}`;
  return t(t.has(key) ? key : "casepage.whom.other");
}

/** What was said and promised in the same conversation. */
function saidParts(item: TimelineItem, values: Record<string, string | number>, t: Translate): readonly Part[] {
  const said = String(item.values.said ?? "")
    .split(",")
    .filter((code) => code && t.has(`casepage.said.${code}`))
    .map(
      (code) =>
        t(`casepage.said.${code}`) +
        (code === "agreed-moment" && values.agreedDay ? t("casepage.timeline.agreedOn", values) : ""),
    );
  const parts: Part[] = said.length > 0 ? [`; ${formatList(said, t.lang)}`] : [];
  return item.values.promisedOn ? [...parts, ...t.parts("casepage.timeline.promised", values)] : parts;
}

/** What was seen, agreed and said about money at a visit. */
function visitParts(item: TimelineItem, t: Translate): readonly Part[] {
  const listed = (key: "seen" | "agreed") => {
    const codes = String(item.values[key] ?? "").split(",");
    const words = codes.filter((code) => t.has(`visits.${key}.${code}`)).map((code) => lower(t(`visits.${key}.${code}`)));
    return words.length > 0 ? [`. ${t(`casepage.timeline.${key}`, { what: formatList(words, t.lang) })}`] : [];
  };
  const { consent, noMoreFor, payDay, left, otherDebts } = item.values;
  const more = [
    consent && t("casepage.timeline.consent"),
    payDay && t("casepage.timeline.payDay", { what: String(payDay) }),
    left && t(`casepage.timeline.left.${left}`),
    otherDebts && t(`casepage.timeline.otherDebts.${otherDebts}`),
    noMoreFor && t(`casepage.timeline.noMoreFor.${noMoreFor}`),
  ].filter(Boolean);
  return [...listed("seen"), ...listed("agreed"), ...more.map((words) => `. ${words}`)];
}

/** One line of what happened, in words. */
export function timelineWords(item: TimelineItem, view: Household, staffId: number | null, t: Translate): readonly Part[] {
  const mine = item.staffId !== null && item.staffId === staffId;
  const who = mine ? t("casepage.you") : (item.firstName ?? t("casepage.someone"));
  const inside = mine ? t("casepage.youInside") : who;
  const unsaid: Record<string, string> = item.code === "visit-planned" ? { time: "none", along: "none", announced: "none" } : {};
  const values: Record<string, string | number> = { ...unsaid, ...itemValues(item.values, t), who };
  for (const [key, room] of Object.entries(WORDS[item.code] ?? {})) {
    if (item.values[key] === undefined) continue;
    const word = `${room}.${item.values[key]}`;
    values[key] = t.has(word) ? (item.code === "legal" ? t(word) : lower(t(word))) : String(item.values[key] ?? "");
  }
  if (item.code === "step") return t.parts("casepage.timeline.step", { step: lower(stepWord(String(item.values.step), t)) });
  if (item.code === "taken-back")
    return t.parts("casepage.timeline.takenBack", {
      who,
      what: t(`casepage.correct.act.${String(item.values.action).slice("cases.".length)}`),
      day: formatDay(String(item.values.on) as Day, "long", t.lang),
      reason: String(item.values.reason),
    });
  if (item.code === "disclosure")
    return t.parts("casepage.timeline.disclosure", { who, said: t(`casepage.said.${item.values.kind}`) });
  if (item.code === "sms")
    return t.parts("casepage.timeline.sms", { who, outcome: t(`casepage.outcome.${item.values.outcome}`) });
  if (item.code === "call" || item.code === "inbound" || item.code === "desk") {
    const line = lineWords(String(item.values.number ?? ""), view.phones, t);
    if (item.code === "call" && item.values.outcome !== "spoke")
      return t
        .parts("casepage.timeline.call", { who, line, outcome: t(`casepage.outcome.${item.values.outcome}`) })
        .map(squeezed);
    if (item.code === "inbound" && item.values.outcome === "someone-else")
      return t.parts("casepage.timeline.someoneRang", { inside });
    const key = item.code === "call" ? "spoke" : item.code;
    const asked = String(item.values.identity ?? "");
    return [
      ...t.parts(`casepage.timeline.${key}`, { who, inside, whom: whom(item, view, t), line: line || "none" }),
      ...(asked ? [t(`casepage.timeline.identity.${asked}`)] : []),
      ...saidParts(item, values, t),
    ];
  }
  if (item.code === "visit") return [...t.parts("casepage.timeline.visit", values), ...visitParts(item, t)];
  if (item.code === "task" && item.values.reason)
    return t.parts("casepage.timeline.taskAsked", { ...values, reason: lower(t(`caretaker.asked.${item.values.reason}`)) });
  return t.parts(`casepage.timeline.${item.code}`, values);
}

const squeezed = (part: Part): Part => (typeof part === "string" ? part.replace(/ {2,}/g, " ").replace(/ ,/g, ",") : part);
