/** A ranking as bars: `rankings.list` with all its rows, so that the row being read is found wherever it stands. */
import type { RankingInput, RankingList } from '../../../../shared/contract/rankings.ts'
import { slug } from '../../../../shared/domain/slug.ts'
import { groupNumbers } from '../../../../shared/figures/group-rule.ts'
import type { Ranked } from '../../../../shared/figures/ranked-rows.ts'
import { rankedRows, rankedWord } from '../../../../shared/figures/ranked-rows.ts'
import {
  differenceNumbers,
  rankedAlt,
  rankedAside,
  rankedHowTo,
  rankedNotes,
  rankedSubtitles,
  rankedTitle,
  rowsDescription,
} from '../../../../shared/figures/ranked-words.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { ReaderContext } from '../../../context.ts'
import { listRankings } from '../../../queries/rankings.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import type { RowsFigure } from './rows.ts'
import { rowsPlates } from './rows.ts'

export const rankingPlates: PlateMaker<'ranking-bars'> = (figure, look, context) => {
  const list = wholeRanking(figure.input, context)
  const ranked = rankedRows(list, {
    language: look.language,
    arrow: look.arrow,
    top: figure.top,
    highlight: figure.highlight,
  })
  const maker = makerLook(look, figure.input.dataset, context)
  return { plates: rowsPlates(rankingFigure(ranked), maker), filters: { ...list.filters } }
}

/** The list with every row that matches. */
export const wholeRanking = (input: RankingInput, context: ReaderContext): RankingList =>
  listRankings({ ...input, offset: 0, limit: 'all' }, context)

export function rankingFigure(ranked: Ranked): RowsFigure {
  const { spec, measure } = ranked
  const { language } = spec
  const what = measureOf(measure).name[language]
  const title = rankedTitle(ranked)
  return {
    kind: 'ranking-bars',
    spec,
    title,
    subtitles: (columns) => rankedSubtitles(ranked, columns),
    notes: rankedNotes(ranked),
    aside: rankedAside(ranked),
    alt: (said) => rankedAlt(ranked, said),
    description: (rows, said) => rowsDescription(rows, said, spec.absent),
    howTo: rankedHowTo(ranked),
    measures: [measureOf(measure).indicator],
    numbers: [...differenceNumbers(ranked), ...groupNumbers(ranked.list, measure, language)],
    words: {
      table: rankedWord(language, 'table'),
      tableAlt: title,
      chart: rankedWord(language, 'chart', { what }),
      chartAlt: rankedAlt(ranked, title),
    },
    fileStem: rankingStem(ranked, 'ranking'),
  }
}

/** `nanjing-ranking-2023`, `ranking-chemistry-2023`. */
export function rankingStem({ list, read, measure }: Ranked, kind: string): string {
  const { by, subject, region, sector, group, year } = list.filters
  return [
    ...(read ? [slug(read.name.replace(/ metropolitan area$/, ''))] : []),
    kind,
    ...(by === 'city' ? [] : [by]),
    ...(measure === 'share' || kind !== 'ranking' ? [] : [slug(measureOf(measure).name.en)]),
    ...(subject === 'all' ? [] : [subject]),
    ...(region === null ? [] : [region.toLowerCase()]),
    ...(sector === undefined ? [] : [sector]),
    ...(group === undefined ? [] : [slug(group)]),
    year,
  ].join('-')
}
