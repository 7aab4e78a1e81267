import { addDays, type Day } from "@/lib/kernel/day";
import { oldCourt, personalCourt, playPersonal } from "./personal";
import type { Size } from "./seats";
import { playOldWay, startWorld } from "./simulate";
import { timelineTo } from "./timeline";
import type { World } from "./world";

/** The seed of the shipped portfolio; how it compares with others stands in docs/demo.md. */
export const DEMO_SEED = 5;

/** The whole story up to a day: run-up, the year of letters, personal contact. */
export function playAll(seed: number, ends: Day, size: Size, onDay: (world: World, day: Day) => void = () => {}): World {
  const timeline = timelineTo(ends);
  const world = startWorld(seed, timeline, size);
  playOldWay(world, addDays(timeline.contactSince, -1), personalCourt(world), (day) => onDay(world, day));
  playPersonal(world, ends, (day) => onDay(world, day));
  return world;
}

/** The same people under letters alone, both years: what would have happened. */
export function playControl(seed: number, ends: Day, size: Size): World {
  const timeline = timelineTo(ends);
  const world = startWorld(seed, timeline, size);
  playOldWay(world, ends, oldCourt(world), () => {});
  return world;
}
