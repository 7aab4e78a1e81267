import type { ReactNode } from "react";

const SIDE = {
  plain: "border-l-3 border-ink",
  need: "border-l-3 border-signal [&>b:first-child]:text-signal",
  good: "border-l-3 border-accent",
};

/** A sentence at the side of the way: ink for what happened, `need` when a person must act today, `good` when it went well. */
export function Notice({ kind, alert, children }: { kind?: "need" | "good"; alert?: boolean; children: ReactNode }) {
  return (
    <div
      className={`notice py-0.5 pl-3 focus-visible:rounded-none ${SIDE[kind ?? "plain"]}`}
      role={alert ? "alert" : "status"}
      tabIndex={alert ? -1 : undefined}
    >
      {children}
    </div>
  );
}
