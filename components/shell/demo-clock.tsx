/** The demo's own clock. Time stands still there until someone plays on. */
export function DemoClock({ words }: { words: string; press: string; title: string; pressed: string }) {
  return (
    <div className="clock">
      <span className="clock-words">{words}</span>
    </div>
  );
}
