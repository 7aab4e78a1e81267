import { unwatchFile, watchFile } from "node:fs";
import path from "node:path";
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

/** Notices that a secret was made anew (`aanbel rotate`) and has everybody told of it. */
export function watchSecrets(
  database: Pick<OpenDatabase, "dataFolder" | "envNow">,
  tell: (env: Record<string, string>) => void,
  stopping: AbortSignal,
): void {
  const file = path.join(database.dataFolder, "secrets.json");
  // What changed while the program was starting is told now.
  tell(database.envNow());
  watchFile(file, { interval: 500, persistent: false }, () => tell(database.envNow()));
  stopping.addEventListener("abort", () => unwatchFile(file));
}
