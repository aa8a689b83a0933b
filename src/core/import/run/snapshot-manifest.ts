/**
 * What the manifests of a snapshot list, held against what is there: a part that was not copied, or not whole, is told.
 * Manifests are one an entity (`{"entries": [{"url": …, "meta": {"record_count": …}}]}`) or, since 2026, one a format; both
 * name each part and its number of records, so that their parts are looked for wherever they stand.
 */
import { objectIn } from '../places/json-values.ts'

/** Records by the part: `works/updated_date=2026-06-24/part_0000.gz`; null where a manifest gives no number. */
export type ListedParts = ReadonlyMap<string, number | null>

const PART = /([a-z-]+)[\\/](updated_date=[^\\/]+)[\\/]([^\\/?]+)$/
const ADDRESSES = ['url', 'path', 'key', 'file', 'name', 'filename']
const NUMBERS = ['record_count', 'records', 'num_records', 'row_count']

/** How a manifest names a file of a snapshot; null for any other file. */
export function partOf(path: string): string | null {
  const [, entity, date, file] = PART.exec(path) ?? []
  return entity === undefined ? null : `${entity}/${date}/${file}`
}

/** All parts that these manifests list; what is no JSON lists none. @param texts of files that may be manifests */
export function listedParts(texts: readonly string[]): Map<string, number | null> {
  const parts = new Map<string, number | null>()
  for (const text of texts) collect(parsed(text), parts)
  return parts
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function collect(value: unknown, parts: Map<string, number | null>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, parts)
  const object = objectIn(value)
  if (!object) return
  const part = ADDRESSES.map((name) => object[name])
    .map((text) => (typeof text === 'string' ? partOf(text) : null))
    .find((name) => name !== null)
  if (part) parts.set(part, numberOf(object) ?? numberOf(object['meta']) ?? parts.get(part) ?? null)
  else for (const each of Object.values(object)) collect(each, parts)
}

function numberOf(value: unknown): number | null {
  const object = objectIn(value)
  const found = NUMBERS.map((name) => object?.[name]).find((each) => Number.isSafeInteger(each))
  return typeof found === 'number' ? found : null
}

export interface Lacking {
  /** Listed parts of an entity, in the format that is read of it, that are not there. */
  parts: string[]
  /** Parts of which fewer records were read than are listed, with both numbers. */
  short: { path: string; read: number; listed: number }[]
}

/** @param read records by the path of each file that was read */
export function lackingOf(listed: ListedParts, read: ReadonlyMap<string, number>): Lacking {
  const here = new Map(
    [...read].flatMap(([path, records]) => {
      const part = partOf(path)
      return part === null ? [] : [[part, { path, records }] as const]
    }),
  )
  const formats = new Set([...here.keys()].map(formatOf))
  const short = [...here].flatMap(([part, { path, records }]) => {
    const count = listed.get(part) ?? null
    return count !== null && records < count ? [{ path, read: records, listed: count }] : []
  })
  return { parts: [...listed.keys()].filter((part) => !here.has(part) && formats.has(formatOf(part))), short }
}

/** The entity and whether it is Parquet: a snapshot holds everything in both formats, of which one is read. */
const formatOf = (part: string) => `${part.split('/')[0]} ${part.endsWith('.parquet')}`
