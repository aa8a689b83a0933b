/**
 * How often an article stands in a re-sample: a pure function of seed, replicate and article, by integer arithmetic alone.
 * So no state is kept, an article has one weight for all entities, and nothing depends on threads, order or platform.
 */

/**
 * Of 65,536 equal chances, those of the weights 0, 1, 2 …: a Poisson distribution of mean 1, each part within 0.03 % of
 * the whole of its exact value, with mean and variance exactly 1.
 */
export const CHANCES = [24_103, 24_124, 12_046, 4018, 1005, 201, 33, 5, 1] as const

const WEIGHT_OF = Uint8Array.from(
  CHANCES.flatMap((chances, weight) => new Array<number>(chances).fill(weight)),
)

/** Replicates that are drawn together, from four numbers of 32 bits. */
export const LANES = 8

/** Mixes the bits of a 32-bit number (the finaliser of MurmurHash3, public domain). */
function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/**
 * What an article is drawn by, from the number that it is stored under (of its OpenAlex id, or a hash of another id, up
 * to 2^53). In a million articles some hundred pairs share a key, and so their weights.
 */
export function articleKey(id: number): number {
  const high = Math.floor(id / 2 ** 32)
  return mix(mix(high ^ 0x3c6ef372) + (id - high * 2 ** 32)) >>> 0
}

/** State of a pair of replicates, 2 · pair and the one after it. */
function pairKey(seed: number, pair: number): number {
  return mix(mix(seed ^ 0x9e3779b9) + Math.imul(pair + 1, 0x9e3779b1))
}

/** Weight of an article in one replicate; what `drawWeights` gives, one at a time. */
export function poissonWeight(seed: number, replicate: number, key: number): number {
  const random = mix(key ^ pairKey(seed, replicate >>> 1))
  return WEIGHT_OF[replicate % 2 === 0 ? random & 0xffff : random >>> 16] as number
}

/**
 * The weights of the articles `from` … `to` − 1 in the replicates from `first` (a multiple of LANES) on: those of one
 * article next to each other.
 */
export function drawWeights(
  weights: Uint8Array,
  keys: Uint32Array,
  { from, to, seed, first }: { from: number; to: number; seed: number; first: number },
): void {
  const [a, b, c, d] = [0, 1, 2, 3].map((pair) => pairKey(seed, (first >>> 1) + pair)) as [
    number,
    number,
    number,
    number,
  ]
  let at = 0
  for (let i = from; i < to; i++) {
    const key = keys[i] as number
    const one = mix(key ^ a)
    const two = mix(key ^ b)
    const three = mix(key ^ c)
    const four = mix(key ^ d)
    weights[at] = WEIGHT_OF[one & 0xffff] as number
    weights[at + 1] = WEIGHT_OF[one >>> 16] as number
    weights[at + 2] = WEIGHT_OF[two & 0xffff] as number
    weights[at + 3] = WEIGHT_OF[two >>> 16] as number
    weights[at + 4] = WEIGHT_OF[three & 0xffff] as number
    weights[at + 5] = WEIGHT_OF[three >>> 16] as number
    weights[at + 6] = WEIGHT_OF[four & 0xffff] as number
    weights[at + 7] = WEIGHT_OF[four >>> 16] as number
    at += LANES
  }
}
