/** What a plate of ranks by year says beside its drawing. */
import type { CityProfile } from '../../../../shared/contract/cities.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import type { RanksSpec } from '../../../../shared/figures/spec.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'

const say = (language: Language, key: string, values = {}) =>
  translate(language, `plates.charts.ranks.${key}`, values)

export const ranksNumbers = (
  { series, subject }: RanksSpec,
  { city, headline }: CityProfile,
  language: Language,
): PlateNumber[] =>
  series.flatMap(({ points }) =>
    points.map(({ x, y }) => ({
      label: say(language, 'number', {
        city: nameIn(language, city.name, city.nameZh),
        subject: translate(language, `common.subjectsIn.${subject}`),
        year: x,
      }),
      value: y,
      decimals: 0,
      of: headline.provenance,
    })),
  )

export function ranksAlt({ series, subject }: RanksSpec, finding: string, language: Language): string {
  const points = series.flatMap((each) => each.points)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return say(language, 'altNone', { finding })
  const ends = [...new Set([first, last])].map(({ x, text }) =>
    say(language, 'said', { year: x, rank: text }),
  )
  return say(language, 'alt', {
    finding,
    subject: translate(language, `common.subjectsIn.${subject}`),
    from: first.x,
    to: last.x,
    some: ends.join(translate(language, 'figures.list')),
    of: say(language, 'of'),
  })
}
