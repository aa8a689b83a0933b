/**
 * Random numbers of the sample: the same on every machine. Only integer operations and + − × ÷ decide: Math.log, exp
 * and cos may differ between engines in the last bit.
 */

/** Marsaglia's xorshift with counter, as in sfc32: 128 bits of state. */
export class SampleRandom {
  private a: number
  private b: number
  private c: number
  private counter = 1

  /** Streams of different seeds or names are independent of each other. */
  constructor(seed: number, stream: number) {
    this.a = seed | 0
    this.b = Math.imul(stream, 0x9e3779b1)
    this.c = 0x5c1e9ce5
    for (let i = 0; i < 16; i++) this.word()
  }

  private word(): number {
    const { a, b, c } = this
    const sum = (a + b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = b ^ (b >>> 9)
    this.b = (c + (c << 3)) | 0
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    return (this.word() >>> 0) / 4294967296
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  /** Nearly normal, mean 0, variance 1: the sum of twelve uniform numbers. */
  normal(): number {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += this.next()
    return sum
  }

  /** How often an event of this chance happens before it first fails; mean chance / (1 − chance). */
  geometric(chance: number, most: number): number {
    let count = 0
    while (count < most && this.next() < chance) count++
    return count
  }
}

/** e^x to about four digits for |x| < 4: (1 + x/4096)^4096. */
export function exponential(x: number): number {
  let power = 1 + x / 4096
  for (let i = 0; i < 12; i++) power *= power
  return power
}

/** A fixed hash of two numbers, 0 to 2^32 − 1. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x27d4eb2f, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39)
  return (h ^ (h >>> 16)) >>> 0
}

/** The first index whose running total exceeds `value`, between `from` and `to` (exclusive). */
export function indexIn(totals: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle] as number) > value) high = middle
    else low = middle + 1
  }
  return low
}
