import { Hindrance } from "../database/hindrance";
import { type Part, startPart, stopPart } from "./processes";

export interface Supervision {
  /** Aborted as soon as everything is to stop. */
  readonly stopping: AbortSignal;
  /** A part without which the program makes no sense: when it ends, everything ends. */
  keep(part: Part): void;
  /** A part that may be started again: its work waits in the database. */
  keepAlive(name: string, args: readonly string[], env: Record<string, string>): void;
  /** Every part, also one that is started again, has this in its environment from now on. */
  tell(env: Record<string, string>): void;
  /** Stops every part, in the opposite order of starting. */
  stop(): Promise<void>;
}

const MOST_FAILURES = 4;
const GOOD_LIFE_MS = 60_000;

export function supervise(onFailure: (error: Hindrance) => void, onAgain: (part: string) => void = () => {}): Supervision {
  const parts: Part[] = [];
  const stopped = new AbortController();
  const stopping = stopped.signal;
  const told: Record<string, string> = {};

  const keep = (part: Part): void => {
    parts.push(part);
    void part.ended.then(() => {
      if (!stopping.aborted) onFailure(new Hindrance("partFailed", { part: part.name, reason: part.said() }));
    });
  };

  const keepAlive = (name: string, args: readonly string[], env: Record<string, string>, failures = 0): void => {
    if (stopping.aborted) return;
    const part = startPart(name, args, { ...env, ...told });
    const since = performance.now();
    parts.push(part);
    void part.ended.then(() => {
      if (stopping.aborted) return;
      parts.splice(parts.indexOf(part), 1);
      const again = performance.now() - since > GOOD_LIFE_MS ? 0 : failures + 1;
      if (again > MOST_FAILURES) onFailure(new Hindrance("partFailed", { part: name, reason: part.said() }));
      else {
        onAgain(name);
        setTimeout(() => keepAlive(name, args, env, again), 1000 * again);
      }
    });
  };

  const tell = (env: Record<string, string>): void => {
    Object.assign(told, env);
    for (const { child } of parts) if (child.connected) child.send({ env });
  };

  const stop = async (): Promise<void> => {
    stopped.abort();
    for (const part of parts.splice(0).toReversed()) await stopPart(part, 15_000);
  };

  return { stopping, tell, keep, keepAlive: (name, args, env) => keepAlive(name, args, env), stop };
}
