import type { ReactNode } from "react";

/** Nothing here: what was measured and when, and where to go instead. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="px-4 py-8 text-center text-l font-normal text-balance [&_p]:text-ink-2">
      <h2 className="[font:inherit]">{title}</h2>
      {children}
    </div>
  );
}
