import type { Jobs } from "../platform/queues";
import { workBulk } from "./commands/work";

/** Does what was asked for many at once. */
export const bulk = ({ runId }: Jobs["bulk"]): Promise<void> => workBulk(runId);
