import type { Allocation } from "./allocation";

/** Money taken off one receipt, in cents. */
export interface RefundPiece {
  readonly receiptId: string;
  readonly cents: bigint;
}

/**
 * Off which receipts a refund to the tenant comes: those with free money, the newest first, each at most its free part (semantics:
 * refund). Null when there is less free than was paid back: then a person has to say what it was.
 */
export function refundOf({ receipts }: Pick<Allocation, "receipts">, cents: bigint): readonly RefundPiece[] | null {
  const pieces: RefundPiece[] = [];
  let left = cents;
  for (const { entry, free } of receipts.toReversed()) {
    if (entry === null || free <= 0n || left === 0n) continue;
    const piece = free < left ? free : left;
    pieces.push({ receiptId: entry.id, cents: piece });
    left -= piece;
  }
  return left === 0n ? pieces : null;
}
