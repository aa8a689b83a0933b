import type { RankingList } from '../contract/rankings.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber } from '../format/numbers.ts'
import { groupNotes, groupRules } from './group-rule.ts'
import { rowName, units, word } from './names.ts'
import { bandNotes, figureRows, markNotes, rankingWords, topRows } from './ranking-rows.ts'
import type { BarsSpec, FigureOptions } from './spec.ts'

/** Bars of Share in the order of the list: the first `top` rows, with rank, name and printed value. */
export function rankingBars(list: RankingList, options: FigureOptions): BarsSpec {
  const source = topRows(list, options)
  const rows = figureRows(source, 'share', options)
  const rules = groupRules(list, 'share', options.language)
  return {
    kind: 'bars',
    ...rankingWords(list, rows, 'share', options),
    title: options.title ?? shareFinding(list, options),
    rows,
    ...(rules && { rules }),
    notes: [
      ...markNotes(rows, source, options),
      ...bandNotes(list, options.language),
      ...groupNotes(list, 'share', options.language),
    ],
  }
}

/** The highlighted row, else how far the first is ahead of the second, else what is drawn. */
function shareFinding(list: RankingList, options: FigureOptions): string {
  const { language } = options
  const rows = topRows(list, options)
  const read = rows.find((row) => row.id === options.highlight)
  if (read && read.share !== null && read.rank !== null && read.rank > 1) {
    const share = formatFigure('share', read.share, language)
    return word(language, 'share.titleRead', { a: rowName(read, language), rank: read.rank, share })
  }
  const [first, second] = rows
  const { sort, descending } = list.filters
  const byShare = (sort === 'rank' && !descending) || (sort === 'share' && descending)
  if (byShare && first?.share && second?.share && first.share >= second.share) {
    const times = formatNumber(first.share / second.share, 2, language)
    const names = { a: rowName(first, language), b: rowName(second, language) }
    if (times !== '1.00') return word(language, 'share.titleTimes', { ...names, times })
    const shares = {
      x: formatFigure('share', first.share, language),
      y: formatFigure('share', second.share, language),
    }
    return word(language, 'share.titleLevel', { ...names, ...shares })
  }
  const values = { count: rows.length, units: units(list, language), year: list.filters.year }
  return word(language, 'share.titlePlain', values)
}
