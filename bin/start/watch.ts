import type { OpenDatabase } from "../database/open";

const EVERY_MS = 5_000;
type Tell = (key: `cli.start.database_${"answers" | "started" | "gone"}`) => void;

/** Notices that the database died, brings the embedded one back, and otherwise says how; once each time that changes. */
export function watchDatabase(database: Pick<OpenDatabase, "revive">, tell: Tell, stopping: AbortSignal, every = EVERY_MS): void {
  let last = "answers";
  const look = async (): Promise<void> => {
    if (stopping.aborted) return;
    const found = await database.revive().catch(() => "gone" as const);
    if (stopping.aborted) return;
    if (found === "started" || found !== last) tell(`cli.start.database_${found}`);
    last = found === "started" ? "answers" : found;
    setTimeout(() => void look(), every).unref();
  };
  setTimeout(() => void look(), every).unref();
}
