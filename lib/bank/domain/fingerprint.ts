import { createHash } from "node:crypto";
import type { BankLine } from "./line";
import { Tally } from "./tally";

/** What a bank line is called, and the how manieth of that name it is within its statement. */
export interface Fingerprint {
  readonly name: string;
  readonly nth: number;
}

/**
 * A name for a bank line that stays the same in every file that holds it, so that a renamed or overlapping file has one effect.
 * Lines that are equal in everything have one name; those of two statements are told apart where all that was ever told is known.
 */
export class Fingerprints {
  private readonly seen = new Tally();

  constructor(private readonly ownIban: string) {}

  of(line: BankLine): Fingerprint {
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
    return { name: hash.toString("base64url").slice(0, 32), nth: this.seen.count(hash.readBigUInt64LE(0)) };
  }
}
