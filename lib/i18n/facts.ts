import { parseDay } from "../kernel/day";
import type { ExplainedFact, FactUnit } from "../rules/explained-facts";
import { formatCount, formatDay, formatDecimal, formatEuro } from "./format";
import type { Translate } from "./phrase";

/** One fact of an explanation as a person reads it. */
export interface FactWords {
  readonly name: string;
  readonly value: string;
  /** Empty when nothing is held against it. */
  readonly limit: string;
  readonly source: string;
}

function inUnit(value: number | string | boolean, unit: FactUnit, t: Translate): string {
  if (typeof value === "boolean") return t(value ? "explain.yes" : "explain.no");
  if (typeof value === "string") {
    const day = parseDay(value);
    if (day) return formatDay(day, "long", t.lang);
    // Why a collection came back may be a code of the bank's own, for which there are no words.
    const known = [`explain.codes.${value}`, `bank.return.${value}`].find(t.has);
    return known ? t(known) : value;
  }
  if (unit === "cents") return formatEuro(value);
  if (unit === "hundredths") return formatDecimal(value / 100);
  if (unit === "percent") return `${formatCount(value)} %`;
  return unit === "days" ? t("explain.days", { days: value }) : formatCount(value);
}

/** How long something is given: a threshold that is held against a day. */
function termOf({ threshold, limit }: ExplainedFact, t: Translate): string {
  const days = { days: Number(limit) };
  return threshold?.endsWith("WorkingDays") ? t("explain.workingDays", days) : t("explain.days", days);
}

/** What the value is held against, said as what it does: from when it counts, or how long is waited. */
function limitOf(one: ExplainedFact, t: Translate): string {
  const { unit, limit, threshold } = one;
  if (limit === null) return "";
  const held = unit === "day" && typeof limit === "number" ? termOf(one, t) : inUnit(limit, unit, t);
  const key = `explain.limits.${threshold ?? one.fact}`;
  return t.has(key) ? t(key, { limit: held }) : held;
}

export function factWords(one: ExplainedFact, t: Translate): FactWords {
  const { fact, value, unit, unknown, source } = one;
  const own = `explain.values.${fact}`;
  return {
    name: t(`explain.facts.${fact}`),
    value:
      value === null
        ? t(unknown ? "explain.unknown" : "explain.none")
        : t.has(own)
          ? t(own, { value: inUnit(value, unit, t) })
          : inUnit(value, unit, t),
    limit: limitOf(one, t),
    source: t(`explain.sources.${source}`),
  };
}
