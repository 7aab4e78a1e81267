const WIDTHS = [
  [56, 34],
  [68, 28],
  [48, 40],
] as const;

/** Bars where rows will come; shown only after 300 ms, so that nothing flickers. */
export function Waiting({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => WIDTHS[row % 3] ?? WIDTHS[0]).map(([first, second], row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars never move
        <div key={row}>
          <i style={{ width: `${first}%` }} />
          <i style={{ width: `${second}%` }} />
        </div>
      ))}
    </div>
  );
}
