/** Pairs by bilateral collaboration score as bars: `collaborations.list`, grouped by city, or the partners of one. */
import type { CollaborationList } from '../../../../shared/contract/collaborations.ts'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { slug } from '../../../../shared/domain/slug.ts'
import { shortName } from '../../../../shared/figures/names.ts'
import type { PairFigure, PairOptions } from '../../../../shared/figures/pair-rows.ts'
import { pairNames, pairRows, pairWord, periodOf } from '../../../../shared/figures/pair-rows.ts'
import { rankedWord } from '../../../../shared/figures/ranked-rows.ts'
import { rowsDescription } from '../../../../shared/figures/ranked-words.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { score as scoreMeasure } from '../../../../shared/measures/collaboration.ts'
import { listCollaborations } from '../../../queries/collaborations.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { rowsPlates } from './rows.ts'

/** Pairs looked through for the one being read. */
const MOST = 5000

export const pairsPlates: PlateMaker<'pairs'> = (figure, look, context) => {
  const { top, highlight, input } = figure
  const limit = highlight === undefined ? Math.max(top, 1) : MOST
  const list = listCollaborations({ ...input, offset: 0, limit }, context)
  const { language } = look
  const partnersOf = subjectOf(figure, list, language)
  const pairs = pairRows(list, { language, top, highlight, partnersOf })
  const title = titleOf(pairs)
  const alt = (said: string) => altOf(pairs, said)
  const plates = rowsPlates(
    {
      kind: 'pairs',
      spec: pairs.spec,
      title,
      subtitles: () => subtitlesOf(pairs),
      notes: [pairs.drawn.some(({ score }) => score === null) ? rankedWord(language, 'noteHatched') : ''],
      aside: pairWord(language, 'note'),
      alt,
      description: (rows, said) => rowsDescription(rows, said, pairs.spec.absent),
      howTo: pairWord(language, 'howTo'),
      measures: [scoreMeasure.indicator],
      numbers: [],
      words: {
        table: pairWord(language, 'table'),
        tableAlt: title,
        chart: pairWord(language, 'chart'),
        chartAlt: alt(title),
      },
      fileStem: stemOf(pairs),
    },
    makerLook(look, input.dataset, context),
  )
  return { plates, filters: { ...list.filters } }
}

/** Of whom the rows are partners, with the name as the rows have it. */
function subjectOf(
  { input }: FigureOf<'pairs'>,
  list: CollaborationList,
  language: PairOptions['language'],
): PairOptions['partnersOf'] {
  const { between, city } = list.filters
  if (list.whole) {
    const { id, name, nameZh } = list.whole.entity
    return { id, name: shortName(nameIn(language, name, nameZh), language) }
  }
  const [first, second] = list.rows
  if (!first || (input.institution === undefined && (between !== 'cities' || city === null))) return null
  const ends = [first.a, first.b]
  // The one that every row has; of a single row the first end, as the query puts it there.
  const id =
    (between === 'cities' ? city : null) ??
    ends.find((end) => !second || second.a === end || second.b === end) ??
    first.a
  const [name] = pairNames(first, language, { id: first.b === id ? first.b : '', name: '' })
  return { id, name }
}

function titleOf({ list, read, partnersOf, drawn, spec: { language } }: PairFigure): string {
  // City by city the strongest of all need not stand first.
  const [first] = list.groups ? drawn.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)) : drawn
  const row = read?.row ?? first
  if (!row) return pairWord(language, 'title.none')
  const scored = drawn.filter(({ score }) => score !== null).length
  if (row.score === null)
    return pairWord(language, 'title.unscored', { count: formatNumber(list.total, 0, language), scored })
  const [a, b] = pairNames(row, language, partnersOf)
  const values = { a, b, of: partnersOf?.name ?? '', score: formatFigure('score', row.score, language) }
  const place = formatNumber(read?.place ?? 1, 0, language)
  const isFirst = !read || read.row === first
  if (partnersOf)
    return pairWord(language, isFirst ? 'title.partner' : 'title.partnerRead', { ...values, place })
  // Of an edition the pairs stand by subject and city: the first is not the strongest of all.
  const most = drawn.every(({ score }) => (score ?? 0) <= (row.score ?? 0))
  return pairWord(language, most && isFirst ? 'title.pair' : 'title.pairRead', values)
}

function rowsWords({ list, drawn, partnersOf, spec: { language } }: PairFigure): string {
  const of = list.groups ? list.shown.pairs[1] : list.total
  const kind = partnersOf ? 'partners' : list.filters.between
  const units = pairWord(language, `units.${kind}`, { of: partnersOf?.name ?? '' })
  return pairWord(language, drawn.length === of ? 'rowsAll' : `rows.${kind}`, {
    count: formatNumber(drawn.length, 0, language),
    of: formatNumber(of, 0, language),
    units,
  })
}

function subtitlesOf(pairs: PairFigure): string[] {
  const { list, drawn, partnersOf, spec } = pairs
  const { language } = spec
  const { city, subject } = list.filters
  const inside = city !== null && !partnersOf ? drawn.find(({ cityId }) => cityId === city) : undefined
  const filters = [
    translate(language, `common.subjectsIn.${subject}`),
    inside
      ? pairWord(language, 'inCity', {
          city: language === 'zh' ? (inside.cityZh ?? inside.city) : inside.city,
        })
      : '',
  ].filter((part) => part !== '')
  const say = (what: string) =>
    pairWord(language, 'subtitle', {
      what,
      period: periodOf(list),
      rows: rowsWords(pairs),
      filters: filters.join(translate(language, 'figures.list')),
    })
  return [say(scoreMeasure.name[language]), say(scoreMeasure.head[language])]
}

function altOf(pairs: PairFigure, title: string): string {
  const { list, drawn, partnersOf, spec } = pairs
  const { language } = spec
  const scored = drawn.filter(({ score }) => score !== null)
  const said = [scored[0], scored.at(-1)].flatMap((row) => {
    if (!row || row.score === null) return []
    const [a, b] = pairNames(row, language, partnersOf)
    const name = partnersOf ? b : pairWord(language, 'pair', { a, b })
    return [`${name} ${formatFigure('score', row.score, language)}`]
  })
  return rankedWord(language, 'alt', {
    kind: pairWord(language, 'kind'),
    finding: title,
    what: scoreMeasure.name[language],
    rows: rowsWords(pairs),
    year: periodOf(list),
    some: [...new Set(said)].join(translate(language, 'figures.list')),
    of: rankedWord(language, `altOf.${drawn[0]?.provenance ?? 'printed'}`),
  })
}

const STEMS = { institutions: 'pairs', cities: 'city-pairs', countries: 'country-pairs' }

function stemOf({ list, partnersOf }: PairFigure): string {
  const { city, subject, between } = list.filters
  const of = partnersOf?.id ?? city
  return [
    ...(of ? [slug(of)] : []),
    partnersOf ? 'partners' : STEMS[between as keyof typeof STEMS],
    ...(subject === 'all' ? [] : [subject]),
    periodOf(list).replace('–', '-'),
  ].join('-')
}
