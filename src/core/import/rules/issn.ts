/** An ISSN as `1234-567X`, its check digit verified (ISO 3297); null where it is none. */
export function normalIssn(text: string): string | null {
  const signs = text
    .trim()
    .toUpperCase()
    .replace(/^(E|P|L)?-?ISSN:?\s*/, '')
    .replace(/[\s\-‐–]/g, '')
  if (!/^\d{7}[\dX]$/.test(signs)) return null
  let sum = 0
  for (let at = 0; at < 7; at += 1) sum += Number(signs[at]) * (8 - at)
  const check = (11 - (sum % 11)) % 11
  return signs[7] === (check === 10 ? 'X' : String(check)) ? `${signs.slice(0, 4)}-${signs.slice(4)}` : null
}

/** `https://openalex.org/S137773608`, `S137773608` → 137773608; null for anything else. */
export function sourceNumber(text: string): number | null {
  const found = /^(?:(?:https?:\/\/)?(?:\w+\.)?openalex\.org\/(?:sources\/)?)?S(\d{1,15})$/i.exec(text.trim())
  return found?.[1] ? Number(found[1]) : null
}
