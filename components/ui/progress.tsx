/** How far along a few steps one is; `label` says it in words: "vraag 1 van 4, de deur". */
export function Progress({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <div className="progress">
      {Array.from({ length: of }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps never move
        <i key={step} className={step < at ? "done" : undefined} aria-hidden />
      ))}
      <span>{label}</span>
    </div>
  );
}
