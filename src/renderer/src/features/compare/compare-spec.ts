/** The figures of the view: what files draw of the same answer, with the letters of the view. */
import type { CityComparison } from '../../../../shared/contract/cities.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { withContext } from '../../../../shared/plates/compare/context.ts'
import { compareSpec } from '../../../../shared/plates/compare/from-profiles.ts'
import type { CompareSpec } from '../../../../shared/plates/compare/spec.ts'
import { CITY_LOOKS } from '../../../../shared/plates/compare/spec.ts'

export function specOf(
  {
    cities,
    reference,
    group,
    rankContext = [],
  }: Pick<CityComparison, 'cities' | 'reference' | 'group' | 'rankContext'>,
  language: Language,
  letterOf: (id: string) => string,
): CompareSpec {
  const at = cities.findIndex(({ city }) => city.cityId === reference)
  const intervals = cities.map(({ differenceIntervals }) => differenceIntervals ?? {})
  const hasIntervals = cities.some(({ differenceIntervals }) => differenceIntervals !== undefined)
  const plain = compareSpec(cities, language, hasIntervals ? intervals : null, Math.max(0, at), group)
  const isHollow = cities[0]?.headline.provenance === 'sample'
  const spec = withContext(plain, rankContext, isHollow, language)
  return {
    ...spec,
    cities: spec.cities.map((each, i) => {
      if (each.isMedian) return each
      const letter = letterOf(cities[i]?.city.cityId ?? '')
      return { ...each, letter, look: CITY_LOOKS['ABCDEF'.indexOf(letter)] ?? each.look }
    }),
  }
}
