import { formatCount, formatDay, formatDecimal, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { Passage } from "@/lib/policies/domain/reading";
import type { VersionView } from "@/lib/policies/queries/versions";
import type { ThresholdName } from "@/lib/rules/policy";
import { THRESHOLDS } from "@/lib/rules/thresholds";

/** `5 werkdagen`, `€ 50,00`, `0,80 maandhuur`: a threshold as a sentence says it. */
export function valueWords(name: ThresholdName, value: number, t: Translate): string {
  const { unit } = THRESHOLDS[name];
  if (unit === "cents") return formatEuro(value);
  if (unit === "hundredths")
    return t("policies.unit.hundredths", { value: formatDecimal(value / 100), one: value <= 100 ? "yes" : "no" });
  return t(`policies.unit.${unit}`, { value });
}

/** The bare number of a bound, in the unit of its field. */
export function boundWords(name: ThresholdName, value: number): string {
  const { unit } = THRESHOLDS[name];
  if (unit === "cents") return formatEuro(value);
  return unit === "hundredths" ? formatDecimal(value / 100) : formatCount(value);
}

const MARK = "\u0001";

/** The sentences of a passage, cut where a threshold stands: texts and names of thresholds in turn. */
export function piecesOf({ key, thresholds }: Passage, t: Translate): (string | { readonly threshold: ThresholdName })[] {
  const marked = Object.fromEntries(thresholds.map((name) => [name, `${MARK}${name}${MARK}`]));
  return t(`steps.passage.${key}`, marked)
    .split(MARK)
    .map((piece, index) => (index % 2 === 1 ? { threshold: piece as ThresholdName } : piece))
    .filter((piece) => piece !== "");
}

/** Versions that came with the product start long before anything happened. */
const ALWAYS = "1900-01-01";

/** `In gebruik sinds maandag 23 november 2026`, `Concept`: where a version stands. */
export function statusWords(one: VersionView, t: Translate): string {
  const day = (on: Day | null) => (on === null ? "" : formatDay(on, "long", t.lang));
  const always = one.effectiveFrom === ALWAYS ? "-always" : "";
  if (one.status === "withdrawn") return t("policies.status.withdrawn", { on: day(one.withdrawnOn) });
  if (one.status === "past" && one.endsOn === one.effectiveFrom) return t("policies.status.past-never");
  if (one.status === "past") return t(`policies.status.past${always}`, { from: day(one.effectiveFrom), until: day(one.endsOn) });
  if (one.status === "in-force") return t(`policies.status.in-force${always}`, { from: day(one.effectiveFrom) });
  return t(`policies.status.${one.status}`, { from: day(one.effectiveFrom) });
}

/** Where a number comes from, when law or the sector gives it; a choice of the corporation needs no remark. */
export function sourceWords(name: ThresholdName, t: Translate): string | null {
  const { kind, code, since } = THRESHOLDS[name].source;
  if (kind === "choice") return null;
  return t(`policies.source.${code}`, { since: since ? formatDay(since, "long", t.lang) : "" });
}

/** What the first version says is a code; what a colleague wrote is their own sentence. */
export const reasonOf = (one: Pick<VersionView, "reason" | "madeBy">, t: Translate): string =>
  one.madeBy === null && one.reason === "first" ? t("policies.screen.first") : one.reason;
