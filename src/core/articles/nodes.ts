/**
 * Kinds of affiliation. A node is what an affiliation names, as the source gives it: an institution of OpenAlex
 * (its number), a country alone (its two letters), or the words of a table of affiliations. Which city and country an
 * institution lies in is decided at the end of the import, when all institutions files have been read.
 */
import { UNAFFILIATED } from './entities.ts'

/** A positive number: OpenAlex institution; a text of two letters: country alone; else `JSON` of a `WordKey`. */
export type NodeKey = number | string

/** Institution id, institution name, city, country of an affiliation given in words; null where unknown. */
export type WordKey = readonly [
  id: string | null,
  name: string | null,
  city: string | null,
  country: string | null,
  /** Where the city comes from a printed address: what tells it from its namesakes. */
  printed?: PrintedMark,
]

export type PrintedMark = readonly [
  geonames: number | null,
  division: string | null,
  latitude: number,
  longitude: number,
]

/** How often the printed addresses of an institution name a city. */
export interface PrintedSighting {
  /** Number of the OpenAlex institution. */
  key: number
  city: string
  country: string
  mark: PrintedMark
  /** Addresses that name the institution as well, and others. */
  named: number
  other: number
}

/** Key of the node of authors without an affiliation; it stands first in every numbering. */
export const UNAFFILIATED_KEY: NodeKey = ''

/** What a work says of an institution beside its id; the newest work's word counts. */
export interface Sighting {
  key: number
  /** `updated` and id of the work. */
  updated: number
  work: number
  name: string | null
  ror: string | null
  country: string | null
}

/** Whether a sighting is to be preferred: the newer work's, on a tie that of the lower id, then by its words. */
export function isNewer(a: Sighting, b: Sighting): boolean {
  if (a.updated !== b.updated) return a.updated > b.updated
  if (a.work !== b.work) return a.work < b.work
  if (a.name === b.name && a.ror === b.ror && a.country === b.country) return false
  return words(a) < words(b)
}

const words = ({ name, ror, country }: Sighting) => JSON.stringify([name, ror, country])

/** An order of keys that depends on nothing but them: for the last unit of an article, and for stored numbers. */
export function compareKeys(a: NodeKey, b: NodeKey): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  if (typeof b === 'number') return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Numbers keys as they come; open addressing on doubles for the hot path of institutions' numbers. */
export class NodeIndex {
  readonly keys: NodeKey[] = [UNAFFILIATED_KEY]
  private readonly texts = new Map<string, number>()
  private slots = new Float64Array(1 << 12).fill(NaN)
  private values = new Int32Array(1 << 12)
  private count = 0

  /** The node of an institution's number. */
  ofNumber(key: number): number {
    const mask = this.slots.length - 1
    let at = hash(key) & mask
    for (;;) {
      const found = this.slots[at] as number
      if (found === key) return this.values[at] as number
      if (found !== found) break
      at = (at + 1) & mask
    }
    const node = this.keys.push(key) - 1
    this.slots[at] = key
    this.values[at] = node
    if (++this.count * 2 > this.slots.length) this.grow()
    return node
  }

  ofText(key: string): number {
    let node = this.texts.get(key)
    if (node === undefined) {
      node = this.keys.push(key) - 1
      this.texts.set(key, node)
    }
    return node
  }

  of(key: NodeKey): number {
    if (typeof key === 'number') return this.ofNumber(key)
    return key === UNAFFILIATED_KEY ? UNAFFILIATED : this.ofText(key)
  }

  readonly compare = (a: number, b: number): number =>
    compareKeys(this.keys[a] as NodeKey, this.keys[b] as NodeKey)

  private grow(): void {
    const [slots, values] = [this.slots, this.values]
    this.slots = new Float64Array(slots.length * 2).fill(NaN)
    this.values = new Int32Array(slots.length * 2)
    const mask = this.slots.length - 1
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i] as number
      if (key !== key) continue
      let at = hash(key) & mask
      while (this.slots[at] === this.slots[at]) at = (at + 1) & mask
      this.slots[at] = key
      this.values[at] = values[i] as number
    }
  }
}

function hash(key: number): number {
  return Math.imul((key % 4294967296) | 0, 0x9e3779b1) >>> 8
}
