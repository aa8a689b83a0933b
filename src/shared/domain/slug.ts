/**
 * A city's id: the English name in lower case, accents removed, every other run of signs a hyphen.
 * `New York metropolitan area` → `new-york-metropolitan-area`, `Baltimore–Washington` → `baltimore-washington`.
 */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** The form in which names are matched: no case, accents, quotation marks, dashes or doubled spaces. */
export function nameKey(name: string): string {
  return slug(name).replaceAll('-', ' ')
}
