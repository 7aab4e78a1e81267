import type { ReactNode } from "react";

/** Line drawings, always beside a word; hidden from screen readers. */
function Drawing({
  size = 16,
  box = 16,
  width = 1.5,
  children,
}: {
  size?: number;
  box?: number;
  width?: number;
  children: ReactNode;
}) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox={`0 0 ${box} ${box}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
type Size = { size?: number };

export const Check = ({ size }: Size) => (
  <Drawing size={size} width={2}>
    <path d="m3 8.5 3.2 3.2L13 4.6" />
  </Drawing>
);
export const Search = ({ size = 14 }: Size) => (
  <Drawing size={size} box={14}>
    <circle cx="6" cy="6" r="4.25" />
    <path d="m9.5 9.5 3 3" />
  </Drawing>
);

/** The doorbell: the mark of the product. */
export const Doorbell = () => (
  <svg aria-hidden width="18" height="22" viewBox="0 0 18 22" fill="none" stroke="var(--accent)" strokeWidth="1.75">
    <rect x="1.5" y="1.5" width="15" height="19" rx="4" />
    <circle cx="9" cy="12.5" r="3.25" fill="var(--accent)" stroke="none" />
    <path d="M6 5.75h6" strokeLinecap="round" />
  </svg>
);
