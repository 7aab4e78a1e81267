interface Props {
  label: string;
  /** The day and part of the day at which the demo stands. */
  words: string;
}

/** The demo's own clock. Time stands still there until someone plays on. */
export function DemoClock({ label, words }: Props) {
  return (
    <div className="clock">
      <span className="clock-words">
        <span>{label}: </span>
        {words}
      </span>
    </div>
  );
}
