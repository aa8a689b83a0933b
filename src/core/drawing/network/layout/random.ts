/**
 * A seeded stream of numbers from 0 inclusive to 1 exclusive: a counter, mixed by 32-bit integer operations
 * (mulberry32, Tommy Ettinger 2017, public domain). The same on every engine and processor.
 */
export function seededRandom(seed: number): () => number {
  let counter = seed | 0
  return () => {
    counter = (counter + 0x6d2b79f5) | 0
    let bits = Math.imul(counter ^ (counter >>> 15), counter | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}
