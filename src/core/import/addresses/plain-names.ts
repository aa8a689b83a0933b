/** The names that may be meant by a city's name with words of administration around it, the likeliest first. */

const BEFORE = [
  /^(?:the )?(?:city|municipality|town|metropolis) of (.+)$/i,
  /^(?:ciudad|cidade|municipio|município|ville|comune|città|ciutat) (?:de |di |d'|d’)(.+)$/i,
  /^(?:stadt|gorod|город|місто)\s+(.+)$/i,
  /^(?:г|м|g)\.\s*(.+)$/iu,
]
const BEHIND = /^(.+?)[\s-](?:shi|si|city|municipality|metropolitan city|special city|gorod)$/i
/** What stands before a city without a space. */
const LAND = /^(?:中华人民共和国|中國|中国|日本国?|大韓民国|大韩民国|韩国|대한민국)/
/** A province, prefecture or region before more. */
const REGION = /^(.{2,8}?(?:特别行政区|特別行政區|自治区|自治區|[省都道府県縣]))(.+)$/
const SUFFIX = /(?:特别市|特別市|广域市|廣域市|広域市|[市区區都府県縣])$/
const HANGUL_CITY = /^(.+?)(?:특별자치시|특별시|광역시|시)$/

/** `City of London` → London; `北京市海淀区` → 北京; `江苏省南京市` → 南京; `서울특별시 관악구` → 서울. */
export function plainNames(text: string): string[] {
  const name = text.trim()
  if (/\p{Script=Hangul}/u.test(name)) return koreanNames(name)
  if (/\p{Script=Han}/u.test(name)) return hanNames(name)
  const found = BEFORE.map((form) => form.exec(name)?.[1]).find((rest) => rest !== undefined)
  return [found, BEHIND.exec(found ?? name)?.[1]].filter((each) => each !== undefined)
}

function koreanNames(name: string): string[] {
  const words = name.replace(LAND, '').trim().split(/\s+/)
  return words.flatMap((word) => HANGUL_CITY.exec(word)?.[1] ?? [])
}

function hanNames(name: string): string[] {
  const bare = name.replace(/\s+/g, '').replace(LAND, '')
  const [, region = '', rest = ''] = REGION.exec(bare) ?? []
  const names: string[] = []
  for (const each of rest === '' ? [bare] : [rest, bare]) {
    const town = /^(.{1,6}?)市/.exec(each)?.[1]
    if (town !== undefined) names.push(town)
    names.push(each, each.replace(SUFFIX, ''))
  }
  // A ward of a city that is a region: 東京都文京区.
  if (/都$/.test(region) && /[区區]$/.test(rest)) names.push(region.replace(SUFFIX, ''))
  return [...new Set(names)].filter((each) => each !== '')
}
