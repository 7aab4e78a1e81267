import type { ReactNode } from "react";

/** A sentence at the side of the way: ink for what happened, `need` when a person must act today, `good` when it went well. */
export function Notice({ kind, alert, children }: { kind?: "need" | "good"; alert?: boolean; children: ReactNode }) {
  return (
    <div
      className={kind ? `notice notice-${kind}` : "notice"}
      role={alert ? "alert" : "status"}
      tabIndex={alert ? -1 : undefined}
    >
      {children}
    </div>
  );
}
