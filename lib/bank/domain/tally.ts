const START = 1 << 14;

/**
 * Counts how often a name was seen, in a few bytes for each: a large statement has a million lines, nearly all different.
 * Names are told apart by 64 of their bits.
 */
export class Tally {
  /** Nil is an empty place. */
  private keys = new BigUint64Array(START);
  private size = 0;
  /** Only what was seen more than once. */
  private readonly again = new Map<bigint, number>();

  /** How often this name was counted, this time included. @param bits 64 bits of a hash. */
  count(bits: bigint): number {
    const key = bits === 0n ? 1n : bits;
    const at = this.placeOf(key);
    if (this.keys[at] === key) {
      const seen = (this.again.get(key) ?? 1) + 1;
      this.again.set(key, seen);
      return seen;
    }
    this.keys[at] = key;
    if (++this.size * 4 > this.keys.length * 3) this.grow();
    return 1;
  }

  /** Where this name stands, or may stand. */
  private placeOf(key: bigint): number {
    const mask = this.keys.length - 1;
    let at = Number(BigInt.asUintN(32, key)) & mask;
    while (this.keys[at] !== 0n && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys } = this;
    this.keys = new BigUint64Array(keys.length * 2);
    for (const key of keys) if (key !== 0n) this.keys[this.placeOf(key)] = key;
  }
}
