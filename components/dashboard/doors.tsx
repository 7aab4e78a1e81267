/** One door is one household: evictions as countable marks, never as a bar. */
export function Doors({ count, tone }: { count: number; tone: "now" | "before" }) {
  const fill = tone === "now" ? "var(--accent)" : "var(--ink-3)";
  return (
    <span className="flex flex-wrap gap-y-1 gap-x-[5px]" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <svg key={i} width="20" height="39" viewBox="-1 0 21 39">
          <path d="M.75 37V3a2 2 0 0 1 2-2h13.5a2 2 0 0 1 2 2v34" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
          <path d="M-1 37.5h21" stroke="var(--ink)" strokeWidth="1.5" />
          <path d="M4 37V5.5l10-1.5v33.5z" fill={fill} />
          <circle cx="11.6" cy="21" r="1.3" fill="var(--paper)" />
        </svg>
      ))}
    </span>
  );
}
