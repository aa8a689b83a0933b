/** What the post writes beside a city's name: `75005 Paris`, `Cambridge CB2 1TN`, `Paris Cedex 05`, `København Ø`. */

const CODE = /(?<![\p{L}\d-])(?:\d{4}\s[A-Z]{2}(?![\p{L}\d])|[A-Za-z-]*\d[\p{L}\d-]*)/gu
const CEDEX = /\scedex(?!\p{L})/giu
/** Parts of Copenhagen. */
const QUARTER = /^(Copenhagen|København|Kobenhavn) (?:[CKNSVØ]|NV|SV)$/i

/** The cell without postal codes; as it is where it holds none. */
export function withoutPostalCode(cell: string): string {
  return cell
    .replace(CODE, '')
    .replace(CEDEX, '')
    .replace(QUARTER, '$1')
    .replace(/\s+(?=,|$)/g, '')
    .trim()
}
