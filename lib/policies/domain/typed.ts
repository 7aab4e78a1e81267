import { parseEuros } from "../../kernel/money";
import type { Unit } from "../../rules/thresholds";

/**
 * Reads a threshold as a person types it, by its unit: `50,00` or `€ 50` for an amount, `0,80` or `0.80` for months of
 * rent, a whole number for the rest.
 * @returns the whole number that is kept, or null when the text is not one
 */
export function readThreshold(text: string, unit: Unit): number | null {
  const bare = text.replace(/[€%\s\u00a0]/g, "").replace(/^(\d+)\.(\d{1,2})$/, "$1,$2");
  if (unit !== "cents" && unit !== "hundredths") return /^\d{1,6}$/.test(bare) ? Number(bare) : null;
  const amount = parseEuros(bare);
  return amount === null || amount < 0n || amount > 100_000_000n ? null : Number(amount);
}

/** The same the other way: what stands in the field. */
export function writeThreshold(value: number, unit: Unit): string {
  if (unit !== "cents" && unit !== "hundredths") return String(value);
  return `${Math.floor(value / 100)},${String(value % 100).padStart(2, "0")}`;
}
