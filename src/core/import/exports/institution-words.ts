/** Which part of an address names the institution, by the words that institutions bear. */

const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

/** Bodies that others are a part of. */
const LARGE = new RegExp(
  `${
    word(
      'univ|uni|universit\\p{L}*|universid\\p{L}*|université|uniwersytet|univerzit\\p{L}*|sveučilište|egyetem|yliopisto|hochschule|politecnico|polit[eé]cnic\\p{L}*|polytechni\\p{L}*|école|ecole|acad[eé]m\\p{L}*|akadem\\p{L}*|institute of technology|instituto superior técnico|cnrs|inserm|csic',
    ).source
  }|大学|大學|科学院`,
  'iu',
)
const SOME = new RegExp(
  `${
    word(
      'institut\\p{L}*|instytut|hospital\\p{L}*|h[oô]pital\\p{L}*|ospedale|clinic\\p{L}*|kliniek|klinik\\p{L}*|college|laborator\\p{L}*|centre|center|centro|centrum|council|agency|foundation|fondation|museum|observatory|ministry|corporation|inc|ltd|llc|gmbh|company|research|consortium|school|trust|society|association',
    ).source
  }|医院|醫院|研究所|研究院|学院|中心`,
  'iu',
)
/** What begins so is a part of another body, where one is named. */
const PART =
  /^(departm\p{L}*|dept|division|div|school of|faculty|facult[aé]|fakultät|section|unit|group|program\p{L}*|chair|graduate school|college of|institute of|institute for|laboratory of|laboratory for|(?:state |national )?key laboratory|center for|centre for|center of|centre of|research group|research unit)(?!\p{L})/iu

/** Place of the institution among the parts before the country. @returns 0 where there is a single part */
export function institutionAt(parts: readonly string[], isDivision: (part: string) => boolean): number {
  // The last part that is no division is the city: University Park and College Station are cities.
  const city = parts.findLastIndex((part) => !isDivision(part))
  const before = parts.slice(0, Math.max(city, 0))
  const isPart = (part: string) => PART.test(part)
  const tests = [
    (part: string) => LARGE.test(part) && !isPart(part),
    (part: string) => SOME.test(part) && !isPart(part),
  ]
  for (const test of tests) {
    const at = before.findLastIndex(test)
    if (at >= 0) return at
    const own = parts[city]
    if (own !== undefined && test(own)) return city
  }
  for (const test of [LARGE, SOME, PART]) {
    const at = before.findLastIndex((part) => test.test(part))
    if (at >= 0) return at
  }
  return Math.max(city - 1, 0)
}
