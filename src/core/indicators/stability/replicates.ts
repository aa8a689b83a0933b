/** The Shares of many entities in re-samples of their articles, eight replicates in one pass. */
import { drawWeights, LANES } from './poisson-weight.ts'

/** Articles and the units that each entity has in them. */
export interface Parts {
  /** By article: what it is drawn by (`articleKey`). Articles in which no entity has a part count for `weight` alone. */
  keys: Uint32Array
  /** The parts of article i are `start[i]` … `start[i + 1]` − 1; one entry more than articles. */
  start: Uint32Array
  /** By part: the entity, at most once in an article. */
  entity: Uint32Array
  /** By part: its units (`UNITS` an article). */
  units: Uint32Array
  entities: number
}

/** Articles whose weights are drawn at a time: 32 kB of them, which stay in the fastest memory. */
const TILE = 4096
/** The largest weight is 8, so the sum of so many fits into a byte. */
const MOST_IN_BYTE = 31

/** The same parts in order of tile, then entity: sums of an entity stay in registers while its parts of a tile are added. */
export interface Tiles {
  keys: Uint32Array
  entities: number
  /** By run, the parts of one entity in one tile: its entity, and where its parts begin; one entry more. */
  runEntity: Uint32Array
  runStart: Uint32Array
  /** By tile: its first run; one entry more. */
  tileRun: Uint32Array
  /** By part: place of the article in its tile. */
  place: Uint16Array
  units: Float64Array
}

export function arrange({ keys, start, entity, units, entities }: Parts): Tiles {
  const size = start[keys.length] ?? 0
  const tiles: Tiles = {
    keys,
    entities,
    runEntity: new Uint32Array(size),
    runStart: new Uint32Array(size + 1),
    tileRun: new Uint32Array(Math.ceil(keys.length / TILE) + 1),
    place: new Uint16Array(size),
    units: new Float64Array(size),
  }
  const next = new Uint32Array(entities)
  let runs = 0
  for (let from = 0, tile = 0; from < keys.length; from += TILE, tile++) {
    const to = Math.min(from + TILE, keys.length)
    const present = countParts(next, entity, start[from] as number, start[to] as number)
    let at = start[from] as number
    for (const e of present) {
      tiles.runEntity[runs] = e
      tiles.runStart[runs++] = at
      const own = next[e] as number
      next[e] = at
      at += own
    }
    for (let i = from; i < to; i++) {
      for (let j = start[i] as number; j < (start[i + 1] as number); j++) {
        const put = next[entity[j] as number]!++
        tiles.place[put] = i - from
        tiles.units[put] = units[j] as number
      }
    }
    for (const e of present) next[e] = 0
    tiles.tileRun[tile + 1] = runs
  }
  tiles.runStart[runs] = size
  return { ...tiles, runEntity: tiles.runEntity.slice(0, runs), runStart: tiles.runStart.slice(0, runs + 1) }
}

/** Entities with parts in a stretch, ascending; how many each has is left in `counts`. */
function countParts(counts: Uint32Array, entity: Uint32Array, from: number, to: number): Uint32Array {
  const present: number[] = []
  for (let j = from; j < to; j++) {
    const e = entity[j] as number
    if (counts[e] === 0) present.push(e)
    counts[e] = (counts[e] as number) + 1
  }
  return Uint32Array.from(present).sort()
}

/** Sums of LANES replicates: by entity and lane its units, by lane the articles of the whole sample. */
export interface Block {
  units: Float64Array
  weight: Float64Array
}

/** Adds up replicates, LANES at a time; what it answers with is overwritten by the next call. */
export class Replicates {
  readonly #tiles: Tiles
  readonly #seed: number
  readonly #weights = new Uint8Array(TILE * LANES)
  readonly #words = new Uint32Array(this.#weights.buffer)
  readonly #block: Block

  constructor(parts: Parts, seed: number) {
    this.#tiles = arrange(parts)
    this.#seed = seed
    this.#block = { units: new Float64Array(parts.entities * LANES), weight: new Float64Array(LANES) }
  }

  /** @param first number of the first replicate, a multiple of LANES */
  block(first: number): Block {
    const { keys, tileRun } = this.#tiles
    const { units, weight } = this.#block
    units.fill(0)
    weight.fill(0)
    for (let tile = 0; tile + 1 < tileRun.length; tile++) {
      const from = tile * TILE
      const to = Math.min(from + TILE, keys.length)
      drawWeights(this.#weights, keys, { from, to, seed: this.#seed, first })
      addWeights(weight, this.#words, to - from)
      addTile(units, this.#tiles, tile, this.#weights)
    }
    return this.#block
  }
}

/** All weights of a tile. Four fit into one word of 32 bits; the sums of 31 articles do not overflow their bytes. */
function addWeights(sum: Float64Array, words: Uint32Array, articles: number): void {
  for (let from = 0; from < articles; from += MOST_IN_BYTE) {
    const to = Math.min(from + MOST_IN_BYTE, articles)
    let first = 0
    let second = 0
    for (let i = from; i < to; i++) {
      first = (first + (words[2 * i] as number)) | 0
      second = (second + (words[2 * i + 1] as number)) | 0
    }
    for (let lane = 0; lane < 4; lane++) {
      sum[lane] = (sum[lane] as number) + ((first >>> (8 * lane)) & 255)
      sum[lane + 4] = (sum[lane + 4] as number) + ((second >>> (8 * lane)) & 255)
    }
  }
}

function addTile(sums: Float64Array, tiles: Tiles, tile: number, weights: Uint8Array): void {
  const { runEntity, runStart, tileRun, place, units } = tiles
  for (let run = tileRun[tile] as number, last = tileRun[tile + 1] as number; run < last; run++) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let j = runStart[run] as number, end = runStart[run + 1] as number; j < end; j++) {
      const at = (place[j] as number) * LANES
      const own = units[j] as number
      a += (weights[at] as number) * own
      b += (weights[at + 1] as number) * own
      c += (weights[at + 2] as number) * own
      d += (weights[at + 3] as number) * own
      e += (weights[at + 4] as number) * own
      f += (weights[at + 5] as number) * own
      g += (weights[at + 6] as number) * own
      h += (weights[at + 7] as number) * own
    }
    const to = (runEntity[run] as number) * LANES
    sums[to] = (sums[to] as number) + a
    sums[to + 1] = (sums[to + 1] as number) + b
    sums[to + 2] = (sums[to + 2] as number) + c
    sums[to + 3] = (sums[to + 3] as number) + d
    sums[to + 4] = (sums[to + 4] as number) + e
    sums[to + 5] = (sums[to + 5] as number) + f
    sums[to + 6] = (sums[to + 6] as number) + g
    sums[to + 7] = (sums[to + 7] as number) + h
  }
}
