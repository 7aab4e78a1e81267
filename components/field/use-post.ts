import { useEffect, useState } from "preact/hooks";
import { sendAll, type Waiting, waiting } from "./post";

interface State extends Waiting {
  readonly busy: boolean;
  /** What waits could be counted: before that nothing is said to be sent. */
  readonly counted: boolean;
}
export interface Post extends State {
  /** Something was put in the outbox, or taken out: counts anew and sends what is due. */
  changed(): void;
  /** By hand: everything, now. */
  send(): void;
}

let state: State = { ready: 0, apart: 0, why: null, busy: false, counted: false };
let timer: ReturnType<typeof setTimeout> | undefined;
const watching = new Set<(state: State) => void>();

function tell(next: Partial<State>): void {
  state = { ...state, ...next };
  for (const watch of watching) watch(state);
}

const count = () =>
  waiting().then(
    (found) => tell({ ...found, counted: true }),
    () => tell({ counted: false }),
  );

async function goOn(byHand = false): Promise<void> {
  clearTimeout(timer);
  await count();
  if (byHand) tell({ busy: true });
  const next = await sendAll(byHand).catch(() => 5_000);
  await count();
  tell({ busy: false });
  clearTimeout(timer);
  if (next !== null) timer = setTimeout(() => void goOn(), next);
}

/** Sends at the start, when reception comes back, when the app is shown again, and when a waiting time is over. */
export function startSending(): void {
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && goOn()));
  window.addEventListener("online", () => void goOn(true));
  void goOn(true);
}

export function usePost(): Post {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    watching.add(setShown);
    setShown(state);
    return () => void watching.delete(setShown);
  }, []);
  return { ...shown, changed: () => void goOn(), send: () => void goOn(true) };
}
