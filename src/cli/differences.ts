/** A comparison in a terminal: how far each is from the reference, and the sentence that says who leads. */
import type { CityComparison } from '../shared/contract/cities.ts'
import type { Finding } from '../shared/contract/common.ts'
import type { RankingRow } from '../shared/contract/rankings.ts'
import { differenceFrom, differencePct } from '../shared/domain/difference.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { rangeOf } from '../shared/format/bands.ts'
import { formatFigure } from '../shared/format/figures.ts'
import { translate } from '../shared/i18n/index.ts'
import { medianName } from '../shared/plates/compare/median.ts'
import type { TableColumn } from './table.ts'

/** Absolute and in percent of the reference; between what, where intervals were asked for. */
export function differenceColumns(comparison: CityComparison, language: Language): TableColumn<RankingRow>[] {
  const { cities, subject, reference: id, group } = comparison
  const reference = cities.find(({ city }) => city.cityId === id)
  if (!reference && !group) return []
  const own = group ? group.spreads[subject]?.share?.median : reference?.row.share
  const of = (row: RankingRow) => (row.id === id ? null : differenceFrom(own, row.share))
  const interval = (row: RankingRow) =>
    of(row) && cities.find((each) => each.row === row)?.differenceIntervals?.[subject]
  const column = (head: string, text: (row: RankingRow) => string | null): TableColumn<RankingRow> => ({
    head,
    value: (row) => text(row) ?? '–',
    align: 'right',
  })
  const name = group
    ? medianName(group, language)
    : nameIn(language, reference?.city.name ?? '', reference?.city.nameZh ?? null)
  return [
    column(translate(language, 'stability.heads.difference', { reference: name }), (row) => {
      const difference = of(row)
      return difference && formatFigure('change', difference.absolute, language)
    }),
    column(translate(language, 'stability.heads.differencePct'), (row) => {
      const difference = of(row)
      const pct = difference && differencePct(difference)
      return pct === null ? null : formatFigure('changePct', pct, language)
    }),
    ...(reference?.differenceIntervals
      ? [
          column(translate(language, 'stability.heads.differenceBand'), (row) => {
            const [low, high] = interval(row) ?? []
            if (low === undefined || high === undefined) return null
            const range = rangeOf('change', low, high, language)
            return low <= 0 && high >= 0 ? `${range} ${translate(language, 'stability.level')}` : range
          }),
        ]
      : []),
  ]
}

/** Without the marks of its figures, on a line of its own; nothing where there is none. */
export const plainFinding = (finding: Finding | null, language: Language): string =>
  finding ? `${finding[language].replaceAll('**', '')}\n` : ''
