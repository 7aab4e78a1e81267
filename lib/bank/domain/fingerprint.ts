import { createHash } from "node:crypto";
import type { BankLine } from "./line";
import { Tally } from "./tally";

/**
 * A name for a bank line that stays the same in every file that holds it, so that a renamed or overlapping file has one effect.
 * Lines that are equal in everything are told apart by their order within their statement.
 */
export class Fingerprints {
  private readonly seen = new Tally();

  constructor(private readonly ownIban: string) {}

  of(line: BankLine): string {
    const parts = [
      this.ownIban,
      line.bankReference,
      line.bookedOn,
      String(line.amountCents),
      line.iban,
      line.reference,
      line.endToEnd,
      // A bank may wrap the same text differently in another file.
      line.remittance?.replace(/\s+/g, ""),
    ];
    const hash = createHash("sha256")
      .update(parts.map((part) => part ?? "").join("\u001f"))
      .digest();
    const base = hash.toString("base64url").slice(0, 32);
    const ordinal = this.seen.count(hash.readBigUInt64LE(0));
    return ordinal === 1 ? base : `${base}.${ordinal}`;
  }
}
