/** What an article is known by, in one spelling. */

/** The number of an OpenAlex work (`W123`, or its address); null for any other id. */
export function openAlexWork(id: string): number | null {
  const number = /^(?:(?:https?:\/\/)?(?:\w+\.)?openalex\.org\/(?:works\/)?)?W(\d{1,15})$/i.exec(
    id.trim(),
  )?.[1]
  return number === undefined ? null : Number(number)
}

const RESOLVER = /^(?:(?:https?:\/\/)?[\w.-]*doi[\w.-]*\/|(?:info:|urn:)?doi[:/\s]\s*)(?=10\.)/

/** Signs as addresses of the web write them: `%2F` for `/`. */
const ESCAPED = /(?:%[0-9a-f]{2})+/gi

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}

/** A DOI without its resolver and without escapes of addresses, in lower case. */
export function plainDoi(text: string): string {
  const given = text.includes('%') ? text.replace(ESCAPED, unescaped) : text
  return given.trim().toLowerCase().replace(RESOLVER, '')
}

const isDoi = (text: string) => /^10\.\d{4,9}\/\S/.test(text)

/** The DOI that an id is; null for any other id. */
export function doiOfId(id: string): string | null {
  const doi = plainDoi(id)
  return isDoi(doi) ? doi : null
}

/** One key for all spellings of an article's id: works of OpenAlex by number, DOIs plain, others as they stand. */
export function articleKey(id: string): string {
  const work = openAlexWork(id)
  return work === null ? (doiOfId(id) ?? id) : `W${work}`
}
