import v8 from "node:v8";
import vm from "node:vm";

let collect: (() => void) | null = null;
let kept = 0;
const SLACK = 24 << 20;

/** Garbage may only pile up in a small place: set before the heap has grown. */
export function keepMemorySmall(): void {
  v8.setFlagsFromString("--max-semi-space-size=4");
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Lets go of what a long stream of work left behind. On a machine with much memory Node waits until hundreds of megabytes of it have piled
 * up, which a server with other work on it has better use for. Cheap to call often: it only acts when enough came together.
 */
export function tidyMemory(): void {
  if (v8.getHeapStatistics().used_heap_size - kept < SLACK) return;
  if (collect === null) {
    v8.setFlagsFromString("--expose-gc");
    collect = vm.runInNewContext("gc") as () => void;
  }
  collect();
  kept = v8.getHeapStatistics().used_heap_size;
}
