/** The keys of the first record of JSON that breaks off within it, those of its own level alone. */

const OPEN = new Set(['{', '['])
const CLOSE = new Set(['}', ']'])
/** Where a record stands: alone, in an array, or among the results of a page, alone or in an array. */
const RECORD_AT = new Set(['{', '[{', '{results[{', '[{results[{'])

/** A string, which the text's end may cut off, with the colon after it; a bracket. */
const PARTS = /"([^"\\]*(?:\\.?[^"\\]*)*)"?(\s*:)?|[{}[\]]/gs

/** Keys of a nested record, as `_source` of a search engine holds one, are not among them. */
export function recordKeys(text: string): Set<string> {
  const keys = new Set<string>()
  const path: string[] = []
  let name = ''
  for (const [part, key, colon] of text.matchAll(PARTS)) {
    if (OPEN.has(part)) {
      path.push(name + part)
      name = ''
    } else if (CLOSE.has(part)) path.pop()
    else {
      name = key !== undefined && colon !== undefined ? key : ''
      if (name !== '' && RECORD_AT.has(path.join(''))) keys.add(name)
    }
  }
  return keys
}
