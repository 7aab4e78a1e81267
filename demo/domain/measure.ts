import { addDays, type Day, firstDay, lastDay, type Month } from "@/lib/kernel/day";
import type { World } from "./world";

/** Overdue rent of sitting tenancies at the last day of each month, in cents, straight from the entries. */
export function arrearsByMonth(world: World): Map<Month, number> {
  const entries = new Map<number, World["entries"]>();
  for (const entry of world.entries) {
    const list = entries.get(entry.tenancyId);
    if (list) list.push(entry);
    else entries.set(entry.tenancyId, [entry]);
  }
  const collected = new Map<string, Day>();
  for (const { entry, named } of world.designations)
    if (named.said.kind === "collection") collected.set(entry.id, firstDay(named.said.month));
  const result = new Map<Month, number>();
  for (const month of world.timeline.months) {
    const on = lastDay(month);
    if (on > world.timeline.ends) continue;
    let total = 0;
    for (const home of world.homes) if (home.isSitting(on)) total += overdueOn(entries.get(home.id) ?? [], on, collected);
    result.set(month, total);
  }
  return result;
}

/** What was collected for a month that is not due on that day pays nothing older. */
function overdueOn(entries: World["entries"], on: Day, collected: ReadonlyMap<string, Day>): number {
  let due = 0;
  let paid = 0;
  for (const entry of entries) {
    if (entry.bookedOn > on || (collected.get(entry.reversesId ?? entry.id) ?? on) > on) continue;
    const amount = Number(entry.amount);
    if (entry.kind === "charge") due += entry.dueOn !== null && entry.dueOn < on ? amount : 0;
    else paid += entry.kind === "reversal" ? -amount : amount;
  }
  return Math.max(0, due - paid);
}

/** Evictions carried out per calendar year, up to a day of it. */
export function evictionsIn(world: World, year: string, until: Day = addDays(`${Number(year) + 1}-01-01` as Day, -1)): number {
  return world.papers.evictions.filter((row) => row.carriedOutOn.startsWith(year) && row.carriedOutOn <= until).length;
}
