const START = 1 << 14;

/**
 * Counts how often a name was seen, in a few bytes for each: a large statement has a million lines, nearly all different.
 * Names are told apart by 64 of their bits.
 */
export class Tally {
  private keys = new BigUint64Array(START);
  private counts = new Uint32Array(START);
  private size = 0;

  /** How often this name was counted, this time included. @param bits 64 bits of a hash. */
  count(bits: bigint): number {
    if (this.size * 2 >= this.keys.length) this.grow();
    const at = this.placeOf(bits);
    if (this.counts[at] === 0) {
      this.keys[at] = bits;
      this.size++;
    }
    const seen = (this.counts[at] ?? 0) + 1;
    this.counts[at] = seen;
    return seen;
  }

  private placeOf(bits: bigint): number {
    const mask = this.keys.length - 1;
    let at = Number(BigInt.asUintN(32, bits)) & mask;
    while (this.counts[at] !== 0 && this.keys[at] !== bits) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new BigUint64Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    keys.forEach((bits, at) => {
      const count = counts[at] ?? 0;
      if (count === 0) return;
      const place = this.placeOf(bits);
      this.keys[place] = bits;
      this.counts[place] = count;
    });
  }
}
