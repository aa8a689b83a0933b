/**
 * The cities and divisions of one country of the gazetteer, found in its bytes: of a city there is only where it stands, so
 * that a thread that meets a few hundred of a hundred thousand holds no more of the others.
 */
import { nameKey } from '../../../shared/domain/slug.ts'

const NEWLINE = 0x0a
const TAB = 0x09
const SPACE = 0x20
const PLUS = 0x2b

export interface GazetteerCity {
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Code and name of the first-level division; empty where there is none. */
  division: string
  divisionName: string
  /** Degrees, to about a kilometre. */
  latitude: number
  longitude: number
  /** GeoNames id; null where the gazetteer has none. */
  geonames: number | null
  /** By far the largest of its name in the country. */
  isMain: boolean
}

export class CountryPlaces {
  /** Codes of divisions by the keys of their names and codes. */
  readonly divisions = new Map<string, string>()
  readonly divisionNames = new Map<string, string>()
  private readonly code: string
  private readonly bytes: Buffer
  private readonly divisionCodes: string[] = ['']
  /** By city: where its row begins, the place of its division in `divisionCodes`, and the next of its bucket, from 1. */
  private readonly rows: Uint32Array
  private readonly divisionAt: Uint16Array
  private readonly next: Uint32Array
  /** First city of a bucket, from 1. */
  private readonly first: Uint32Array
  private count = 0
  private readonly found = new Map<string, readonly GazetteerCity[]>()

  /** @param bytes rows of a country: `+` a division, else a city with its degrees */
  constructor(code: string, bytes: Buffer) {
    this.code = code
    this.bytes = bytes
    const most = linesOf(bytes)
    this.rows = new Uint32Array(most)
    this.divisionAt = new Uint16Array(most)
    this.next = new Uint32Array(most)
    this.first = new Uint32Array(2 ** Math.ceil(Math.log2(most + 1)))
    const hashes = new Uint32Array(most)
    for (let at = 0; at < bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, at)
      const end = newline < 0 ? bytes.length : newline
      if (bytes[at] === PLUS) this.addDivision(at, end)
      else this.addCity(at, end, hashes)
      at = end + 1
    }
    // From the last to the first, so that a bucket tells them in the order of the rows.
    for (let city = this.count; city > 0; city--) {
      const bucket = (hashes[city - 1] as number) & (this.first.length - 1)
      this.next[city - 1] = this.first[bucket] as number
      this.first[bucket] = city
    }
  }

  /** Cities by the key of their name, in the order of the rows. */
  named(key: string): readonly GazetteerCity[] {
    const known = this.found.get(key)
    if (known) return known
    const cities = this.find(key)
    // What is no city is looked for again: addresses have such words without end.
    if (cities.length > 0) this.found.set(key, cities)
    return cities
  }

  /** Names that are remembered. */
  get remembered(): number {
    return this.found.size
  }

  private find(key: string): readonly GazetteerCity[] {
    const cities: GazetteerCity[] = []
    const bucket = hashOfText(key) & (this.first.length - 1)
    for (let city = this.first[bucket] as number; city > 0; city = this.next[city - 1] as number) {
      const from = this.rows[city - 1] as number
      const end = this.bytes.indexOf(NEWLINE, from)
      const row = this.bytes.toString('utf8', from, end < 0 ? this.bytes.length : end)
      const [name = '', latitude, longitude, id = '', mark] = row.split('\t')
      if (nameKey(name) !== key) continue
      const division = this.divisionCodes[this.divisionAt[city - 1] as number] as string
      cities.push({
        name,
        country: this.code,
        division,
        divisionName: this.divisionNames.get(division) ?? '',
        latitude: Number(latitude),
        longitude: Number(longitude),
        geonames: id === '' ? null : parseInt(id, 36),
        isMain: mark === '*',
      })
    }
    return cities
  }

  private addDivision(from: number, end: number): void {
    const [code = '', name = ''] = this.bytes.toString('utf8', from + 1, end).split('\t')
    this.divisionCodes.push(code)
    this.divisionNames.set(code, name)
    for (const word of [code, name]) if (/\p{L}/u.test(word)) this.divisions.set(nameKey(word), code)
  }

  private addCity(from: number, end: number, hashes: Uint32Array): void {
    const { bytes } = this
    let hash = SEED
    let isPlain = true
    let before = SPACE
    let at = from
    for (; at < end && bytes[at] !== TAB; at++) {
      const c = bytes[at] as number
      const lower = c | 0x20
      const isWord = (lower >= 0x61 && lower <= 0x7a && c >= 0x41) || (c >= 0x30 && c <= 0x39)
      if (!isWord && (c !== SPACE || before === SPACE)) isPlain = false
      hash = step(hash, isWord && c >= 0x41 ? lower : c)
      before = c
    }
    const second = bytes.indexOf(TAB, at + 1)
    if (at >= end || second < 0 || second >= end) return
    // The key of other names is no matter of letters alone.
    if (!isPlain || before === SPACE) hash = hashOfText(nameKey(bytes.toString('utf8', from, at)))
    hashes[this.count] = hash
    this.rows[this.count] = from
    this.divisionAt[this.count] = this.divisionCodes.length - 1
    this.count++
  }
}

const SEED = 0x811c9dc5
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) >>> 0

function hashOfText(text: string): number {
  let hash = SEED
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i))
  return hash
}

function linesOf(bytes: Buffer): number {
  let lines = 1
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
