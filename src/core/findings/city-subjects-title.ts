/** What a city's subjects did, as the title of a figure; every word of it follows from the rows. */
import type { Language } from '../../shared/domain/language.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { CitySeries, SubjectLine } from '../../shared/plates/city/series-spec.ts'

const say = (language: Language, key: string, values = {}) =>
  translate(language, `plates.city.title.${key}`, values)
const subjectIn = (language: Language, subject: string) =>
  translate(language, `plates.city.subjectsIn.${subject}`)

/**
 * In how many subjects the city rose, and where most. "Most" is said only where the largest change is of the period that
 * most subjects share and no other equals it.
 */
export function citySeriesTitle(series: CitySeries): string {
  const { language, city, lines } = series
  const known = lines.filter(({ change }) => change !== null)
  if (known.length === 0) return sharesTitle(series)
  const rose = known.filter(({ change }) => (change?.percent ?? 0) > 0).length
  const fell = known.filter(({ change }) => (change?.percent ?? 0) < 0).length
  const values = {
    city,
    n: number(language, rose),
    fell: number(language, fell),
    of: number(language, known.length),
  }
  const whole = known.length === lines.length ? 'All' : 'Known'
  const key = rose === known.length ? `rose${whole}` : fell === known.length ? `fell${whole}` : `some${whole}`
  const extreme = fell === known.length ? -1 : 1
  const most = rose === 0 && extreme > 0 ? null : mostOf(series, known, extreme)
  const tail = most ? say(language, 'most', { subject: subjectIn(language, most.subject) }) : ''
  return say(language, key, values) + (known.length > 1 ? tail : '')
}

function mostOf({ period }: CitySeries, known: readonly SubjectLine[], sign: 1 | -1): SubjectLine | null {
  const sorted = [...known].sort((a, b) => sign * ((b.change?.percent ?? 0) - (a.change?.percent ?? 0)))
  const [first, second] = sorted
  if (!first?.change || first.change.percent === second?.change?.percent) return null
  return first.change.from === period?.from && first.change.to === period.to ? first : null
}

/** Without changes: the largest subject of the last year, or how much is known. */
function sharesTitle({ language, city, lines, slots, published }: CitySeries): string {
  const known = lines.filter(({ last }) => last !== null)
  const largest = [...known].sort((a, b) => (b.last ?? 0) - (a.last ?? 0))[0]
  if (largest && known.length === lines.length)
    return say(language, 'largest', {
      city,
      subject: subjectIn(language, largest.subject),
      share: formatFigure('share', largest.last ?? 0, language),
    })
  const points = lines.reduce((sum, { points: all }) => sum + all.filter((point) => point !== null).length, 0)
  const years = slots.flatMap((slot) => ('gap' in slot ? [] : [slot.year]))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const word = published ? 'published' : 'known'
  if (points === 0) return say(language, `${word}None`, { city })
  const span = from === to ? String(from) : translate(language, 'plates.common.years', { from, to })
  return say(language, points === 1 ? `${word}One` : word, {
    city,
    n: formatNumber(points, 0, language),
    span,
  })
}

const number = (language: Language, n: number): string => translate(language, `plates.city.numbers.n${n}`)

/** The subject that weighs most in the city against the whole index, or least where none weighs more. */
export function cityProfileTitle({ language, city, lines }: CitySeries): string {
  const known = lines.filter(({ weight }) => weight !== null)
  const [first] = [...known].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  if (!first) return say(language, 'weightsNone', { city })
  return say(language, 'weighs', {
    city,
    subject: subjectIn(language, first.subject),
    times: formatFigure('specialisation', first.weight ?? 0, language),
  })
}
