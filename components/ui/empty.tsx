import type { ReactNode } from "react";

/** Nothing here: what was measured and when, and where to go instead. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
