/** Upper bounds of a 32-bit number for 0, 1, 2 … in a Poisson distribution of mean 1. */
const BOUNDS = poissonBounds()

function poissonBounds(): Float64Array {
  const bounds: number[] = []
  let probability = Math.exp(-1)
  let sum = 0
  for (let k = 0; sum < 1 - 2 ** -32 && k < 16; k++) {
    sum += probability
    bounds.push(Math.round(sum * 2 ** 32))
    probability /= k + 1
  }
  return Float64Array.from(bounds)
}

/** By the upper 12 bits of the number: its weight, or SEVERAL where the other bits decide. */
const SEVERAL = 255
const BY_UPPER_BITS = Uint8Array.from({ length: 4096 }, (_, upper) => {
  const first = weightOf(upper * 2 ** 20)
  return first === weightOf((upper + 1) * 2 ** 20 - 1) ? first : SEVERAL
})

function weightOf(random: number): number {
  let weight = 0
  while (weight < BOUNDS.length && random >= (BOUNDS[weight] as number)) weight += 1
  return weight
}

/** Mixes the bits of a 32-bit number (the finaliser of MurmurHash3, public domain). */
function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** State of a sample, to be given to `poissonWeight`. */
export function sampleKey(seed: number, sample: number): number {
  return mix(mix(seed ^ 0x9e3779b9) + Math.imul(sample + 1, 0x9e3779b1))
}

/**
 * How often an article stands in a sample: Poisson of mean 1, a pure function of seed, sample and article. So no state
 * is kept, and an article has one weight for all entities, whichever are looked at together.
 */
export function poissonWeight(key: number, article: number): number {
  const random = mix(mix(article + 0x3c6ef372) ^ key) >>> 0
  const weight = BY_UPPER_BITS[random >>> 20] as number
  return weight === SEVERAL ? weightOf(random) : weight
}
