/** The first whole records of a JSON file, whatever its layout, for detection and preview. */
import { parseLenient } from '../../scan/lenient-json.ts'
import type { JsonPiece } from '../text/json-splitter.ts'
import { JsonSplitter } from '../text/json-splitter.ts'

const MOST_ELEMENT = 16 << 20

/** At most `most` objects; what does not parse is left out. A head that ends within its first record gives none. */
export function firstRecords(head: Buffer, most = 5): Record<string, unknown>[] {
  const records = elementsOf(head, most)
  if (records.length > 0) return records
  // A page of an API may be larger than the head: its results are elements of an array.
  const results = head.indexOf('"results"')
  const array = results < 0 ? -1 : head.indexOf('[', results)
  return array < 0 ? [] : elementsOf(head.subarray(array), most)
}

function elementsOf(head: Buffer, most: number): Record<string, unknown>[] {
  const splitter = new JsonSplitter(MOST_ELEMENT)
  const records: Record<string, unknown>[] = []
  for (const piece of [...splitter.push(head), ...splitter.end()]) {
    if (records.length < most) records.push(...objectsIn(piece, most - records.length))
  }
  return records
}

function objectsIn({ bytes }: JsonPiece, most: number): Record<string, unknown>[] {
  if (bytes === null) return []
  try {
    const { value } = parseLenient(bytes.toString('utf8'))
    if (!isObject(value)) return []
    const results = value['results']
    return Array.isArray(results) ? results.filter(isObject).slice(0, most) : [value]
  } catch {
    return []
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
