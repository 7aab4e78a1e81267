import { formatEuro } from "@/lib/i18n/format";

/** An amount that never breaks over two lines. */
export const Money = ({ cents, whole, strong }: { cents: bigint | number; whole?: boolean; strong?: boolean }) => {
  const text = formatEuro(cents, whole ? "whole" : undefined);
  return strong ? <b className="whitespace-nowrap">{text}</b> : <span className="whitespace-nowrap">{text}</span>;
};
