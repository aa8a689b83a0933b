/** The other charts of the screens as plates: Count ÷ Share as dots, and a city's ranks by year. */
import { countPerShare } from '../../../../shared/figures/count-per-share.ts'
import { rankHistory } from '../../../../shared/figures/rank-history.ts'
import type { Ranked } from '../../../../shared/figures/ranked-rows.ts'
import { plateName, rankedRows } from '../../../../shared/figures/ranked-rows.ts'
import { rankedAside, rankedNotes, rankedSubtitles } from '../../../../shared/figures/ranked-words.ts'
import type { FigureReference } from '../../../../shared/figures/spec.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { rank } from '../../../../shared/measures/rank.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import { plateOf } from '../../../../shared/plates/frame.ts'
import { ranksParts } from '../../../../shared/plates/ranks.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { ranksAlt, ranksNumbers } from './ranks-words.ts'
import { rankingFigure, rankingStem, wholeRanking } from './ranking.ts'
import { rowsPlates } from './rows.ts'

export const countPerSharePlates: PlateMaker<'count-per-share'> = (figure, look, context) => {
  const { language } = look
  const list = wholeRanking(figure.input, context)
  const asked = { language, top: figure.top, highlight: figure.highlight }
  const ranked = rankedRows(list, { ...asked, arrow: 'none', measure: 'countPerShare' })
  const { reference } = countPerShare(list, { ...asked, source: '' })
  const say = (key: string, values = {}) => translate(language, `plates.charts.dots.${key}`, values)
  const values = ranked.drawn.flatMap((row) => row.countPerShare ?? [])
  const reached = reference ? [...values, reference.value] : values
  const spec = {
    ...ranked.spec,
    marks: 'dots' as const,
    from: reached.length > 0 ? Math.min(...reached) : 0,
    to: reached.length > 0 ? Math.max(...reached) : 1,
    difference: null,
    reference,
  }
  const dots = { ...ranked, spec, against: null }
  const title = dotsTitle(dots, reference, say)
  const suffix = reference
    ? say('reference', { value: formatFigure('countPerShare', reference.value, language) })
    : ''
  const plain = rankingFigure(dots)
  const plates = rowsPlates(
    {
      ...plain,
      kind: 'count-per-share',
      title,
      subtitles: (columns) => rankedSubtitles(dots, columns, suffix),
      notes: [...rankedNotes(dots), say('note')],
      aside: rankedAside(dots),
      howTo: say('howTo'),
      numbers: reference
        ? [{ label: reference.label, value: reference.value, decimals: 2, of: 'computed' }]
        : [],
      words: { ...plain.words, chartAlt: plain.alt(title), tableAlt: title },
      fileStem: rankingStem(dots, 'count-per-share'),
    },
    makerLook(look, figure.input.dataset, context),
  )
  return { plates, filters: { ...list.filters } }
}

function dotsTitle(
  { read, list, spec: { language } }: Ranked,
  reference: FigureReference | null,
  say: (key: string, values?: Record<string, string>) => string,
): string {
  const written = (value: number) => formatFigure('countPerShare', value, language)
  if (read && read.countPerShare !== null) {
    const value = written(read.countPerShare)
    const name = plateName(read, language)
    if (!reference) return say('titlePlain', { name, value })
    const median = written(reference.value)
    const side = say(read.countPerShare > reference.value ? 'above' : 'below')
    return say(median === value ? 'titleLevel' : 'title', { name, value, median, side })
  }
  const most = list.rows.reduce<(typeof list.rows)[number] | null>(
    (best, row) =>
      row.countPerShare !== null && row.countPerShare > (best?.countPerShare ?? 0) ? row : best,
    null,
  )
  if (!most || most.countPerShare === null) return countPerShare(list, { language, source: '' }).title
  return say('titleMost', { name: plateName(most, language), value: written(most.countPerShare) })
}

export const rankHistoryPlates: PlateMaker<'rank-history'> = (figure, look, context) => {
  const { language } = look
  const profile = cityProfile({ ...figure.input, also: [] }, context)
  const maker = makerLook(look, figure.input.dataset, context)
  const spec = rankHistory(profile, { language, source: maker.source(), subject: figure.subject })
  const words = maker.words({ title: spec.title, subtitle: spec.subtitle }, spec.notes)
  const numbers = ranksNumbers(spec, profile, language)
  const options = maker.options()
  const alt = cutAlt(ranksAlt(spec, words.title, language))
  const plate = plateOf(words, options, (room) => ({
    kind: 'rank-history',
    parts: ranksParts(spec, room, options, alt),
    alt,
    description: [words.title, ...numbers.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
    howTo: translate(language, 'plates.charts.ranks.howTo'),
    measures: [rank.indicator],
    numbers,
    labels: { drawn: spec.shown.count, of: spec.shown.of },
    fileStem: spec.fileStem,
  }))
  return { plates: [plate], filters: { city: profile.city.cityId, subject: figure.subject } }
}
