import { type Day, parseDay } from "@/lib/kernel/day";
import { amsterdamOf } from "@/lib/platform/zone";

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?|Z|[+-]\d{2}:\d{2})?$/;
/** A file tells few days, each many times. */
const known = new Map<string, Day | null>();

function read(text: string): Day | null {
  const [, date = "", time, zone] = SHAPE.exec(text) ?? [];
  const day = parseDay(date);
  if (day === null || time === undefined || zone === undefined) return day;
  const moment = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(moment) ? null : amsterdamOf(new Date(moment)).day;
}

/** The day of a date or, of a moment, in Amsterdam. A moment without a zone is told by the bank's own clock. */
export function dayAt(text: string): Day | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 10_000) known.clear();
  const day = read(text);
  known.set(text, day);
  return day;
}
