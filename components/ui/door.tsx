interface Props {
  /** What stands on the door, such as `47-C`; then the door is a label of its own. */
  number?: string;
  /** For counting: this year's door is filled with the accent, last year's with grey. */
  shade?: "accent" | "grey";
  done?: boolean;
  height?: number;
}

/** The one pictogram: a door. With a number for the caretaker's list, ajar for counting evictions. */
export function Door({ number, shade, done, height }: Props) {
  if (number !== undefined) {
    const high = height ?? 56;
    const colour = done ? "var(--control)" : "var(--ink-2)";
    const size = number.length > 7 ? 9 : number.length > 5 ? 11 : 14;
    return (
      <svg aria-hidden width={(high * 58) / 56} height={high} viewBox="0 0 58 56" fill="none">
        <path d="M6 55V5a4 4 0 0 1 4-4h38a4 4 0 0 1 4 4v50z" fill="var(--sheet)" stroke={colour} strokeWidth="1.25" />
        <path d="M1 55.25h56" stroke={colour} strokeWidth="1.25" />
        <circle cx="44" cy="38" r="2.75" fill={colour} />
        <text
          x="29"
          y="25"
          textAnchor="middle"
          fontSize={size}
          fontWeight="600"
          fill={done ? "var(--ink-2)" : "var(--ink)"}
          fontFamily="var(--font)"
        >
          {number}
        </text>
      </svg>
    );
  }
  const high = height ?? 38;
  const fill = shade === "accent" ? "var(--accent)" : "var(--ink-2)";
  return (
    <svg aria-hidden width={(high * 20) / 38} height={high} viewBox="0 0 20 38" fill="none">
      <path d="M2 37V4a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v33" stroke="var(--ink)" strokeWidth="1.25" />
      <path d="M0 37.2h20" stroke="var(--ink)" strokeWidth="1.5" />
      <path d="M5 37V8.5L13.5 6v31z" fill={fill} />
      <circle cx="11.4" cy="21" r="1" fill="var(--paper)" />
    </svg>
  );
}
