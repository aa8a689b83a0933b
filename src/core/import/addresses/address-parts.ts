/** A printed address as its parts between commas, without what is no place: mail addresses, codes, signs at the end. */

/** Further addresses, and what authors add to one. */
const NEXT = /[;；|]|\n|Electronic address|e-?mail:?/i

/** Of several addresses in one text the first. */
export function addressParts(address: string): string[] {
  const [first = ''] = address.split(NEXT).filter((text) => text.trim() !== '')
  return (first.includes('@') ? first.replace(/\S+@\S+/g, ' ') : first)
    .split(/[,，、]/)
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[\s.\-–/]+|[\s.\-–/]+$/g, ''))
    .filter((part) => part !== '')
}

/** A word that holds a digit is a code or a number, with the letters that lead it: `CH-8091`, `SE-171 77`, `W1A 1AA`. */
const CODE = /^(?:[A-Z]{1,3}-)?[\p{L}]{0,2}\d[\p{L}\d-]*$/u

/** `D-` before the name of a town. */
const COUNTRY_MARK = /^(?:[A-Z]{1,3}-)(?=\p{Lu}\p{Ll})/u

/** The part without postal codes and the like: `CH-8091 Zürich` → `Zürich`, `London WC1E 7HT` → `London`. */
export function withoutCode(part: string): string {
  if (!/\d/.test(part)) return part.replace(COUNTRY_MARK, '').trim()
  const words = part.split(' ')
  const kept = words.filter((word, at) => {
    if (CODE.test(word)) return false
    // The other half of a Dutch or British code, a box: `1234 AB`, `P.O. Box`
    const before = words[at - 1] ?? ''
    return !(CODE.test(before) && /^[A-Z]{2}$/.test(word))
  })
  return kept.join(' ').replace(COUNTRY_MARK, '').replace(/\d+$/, '').trim()
}
