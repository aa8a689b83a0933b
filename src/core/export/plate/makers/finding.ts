/** One number: the chosen row against the one before it, or the leading one against the next. */
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import { filterWords } from '../../../../shared/figures/names.ts'
import type { Ranked } from '../../../../shared/figures/ranked-rows.ts'
import { gapPercent, plateName, rankedRows, rankedWord } from '../../../../shared/figures/ranked-rows.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { isSubject } from '../../../../shared/domain/subjects.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import type { FindingSpec } from '../../../../shared/plates/finding.ts'
import { findingParts } from '../../../../shared/plates/finding.ts'
import { plateOf } from '../../../../shared/plates/frame.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import { amountTone } from '../../../../shared/plates/tones.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { rankingStem, wholeRanking } from './ranking.ts'

export const findingPlates: PlateMaker<'finding'> = (figure, look, context) => {
  const { language, arrow } = look
  const list = wholeRanking(figure.input, context)
  const highlight = figure.highlight ?? list.rows[0]?.id
  const ranked = rankedRows(list, {
    language,
    top: list.rows.length,
    highlight,
    // Without an arrow the two are still compared.
    arrow: arrow === 'below' ? 'below' : 'above',
  })
  const maker = makerLook(look, figure.input.dataset, context)
  const { spec, title, numbers } = findingOf(ranked)
  const words = maker.words({ title, subtitle: subtitleOf(ranked) })
  const { measure } = ranked
  const said = spec.bars.map(({ name, text }) => `${name} ${text}`).join(translate(language, 'figures.list'))
  const alt = cutAlt(
    rankedWord(language, 'alt', {
      kind: say(language, 'kind'),
      finding: words.title,
      what: measureOf(measure).name[language],
      rows: rankedWord(language, 'rows', {
        count: spec.bars.length,
        of: formatNumber(list.total, 0, language),
        units: rankedWord(language, `units.${list.filters.by}`),
        unit: rankedWord(language, `counted.${list.filters.by}`),
      }),
      year: list.filters.year,
      some: said,
      of: rankedWord(language, `altOf.${ranked.read?.provenance ?? 'printed'}`),
    }),
  )
  const options = maker.options()
  const plate = plateOf(words, options, (room) => ({
    kind: 'finding',
    parts: spec.bars.length === 0 ? [] : findingParts(spec, room, options, alt),
    alt,
    description: [words.title, spec.sentence, said].filter((line) => line !== '').join('\n'),
    howTo: say(language, 'howTo'),
    measures: [measureOf(measure).indicator],
    numbers,
    labels: { drawn: spec.bars.length, of: spec.bars.length },
    fileStem: rankingStem(ranked, 'finding'),
  }))
  return { plates: [plate], filters: { ...list.filters } }
}

const say = (language: Ranked['spec']['language'], key: string, values = {}) =>
  translate(language, `plates.pages.finding.${key}`, values)

function subtitleOf({ list, measure, spec: { language } }: Ranked): string {
  return say(language, 'subtitle', {
    what: measureOf(measure).name[language],
    year: list.filters.year,
    filters: filterWords(list, language).join(translate(language, 'figures.list')),
  })
}

interface Finding {
  spec: FindingSpec
  title: string
  numbers: PlateNumber[]
}

function findingOf(ranked: Ranked): Finding {
  const { read, against, measure, spec, list } = ranked
  const { language } = spec
  const { decimals, name: names } = measureOf(measure)
  const what = names[language]
  const { year, by, subject } = list.filters
  const own = read?.[measure] ?? null
  const base = {
    head: { name: spec.heads.name, value: what },
    tone: amountTone(isSubject(subject) ? subject : 'all'),
    decimals,
  }
  if (!read || own === null || !against) {
    const bars = read && own !== null ? [barOf(read, own, ranked, true)] : []
    const title =
      read && own !== null
        ? `${plateName(read, language)}, ${what} ${bars[0]?.text ?? ''}`
        : say(language, 'none', { what, year })
    const shown = bars[0]?.text ?? '–'
    return {
      spec: { ...base, number: shown, sign: '', sentence: '', bars, gap: '', chart: what },
      title,
      numbers: read ? numbersOf(ranked, read) : [],
    }
  }
  const other = against.row[measure] ?? 0
  const { behind, gap } = against
  const values = {
    what,
    year,
    name: plateName(read, language),
    other: plateName(against.row, language),
    unit: say(language, `unit.${by}`),
    gap: formatNumber(gap, decimals, language),
    value: formatFigure(measure, own, language),
    otherValue: formatFigure(measure, other, language),
    side: say(language, behind ? 'behind' : 'ahead'),
  }
  const bars = [barOf(read, own, ranked, true), barOf(against.row, other, ranked, false)]
  if (behind) bars.reverse()
  const ratio = ratioOf(ranked, own, other)
  const figure = {
    ...base,
    bars,
    gap: `${behind ? '−' : '+'}${values.gap}`,
    chart: say(language, 'chart', { a: values.name, b: values.other }),
    ...sentenceOf(ranked, values),
  }
  const of: PlateNumber['of'] = read.provenance === 'sample' ? 'sample' : 'computed'
  const rows = [...numbersOf(ranked, read), ...numbersOf(ranked, against.row)]
  const difference: PlateNumber = {
    label: rankedWord(language, 'numbers.gap', values),
    value: gap,
    decimals,
    of,
  }
  const { sentence, numbers: extra } = figure
  const drawn: FindingSpec = { ...figure, sentence, number: ratio.number, sign: ratio.sign }
  return {
    spec: drawn,
    title: say(language, gap === 0 ? 'level' : ratio.key, { ...values, ...ratio.values }),
    numbers: [
      ...rows,
      difference,
      ...ratio.numbers.map((each) => ({ ...each, of, label: say(language, each.label, values) })),
      ...extra.map((each): PlateNumber => ({ ...each, of })),
    ],
  }
}

/** Times the next, percent of the one before; of measures without a whole the difference itself. */
function ratioOf({ measure, against, spec: { language } }: Ranked, own: number, other: number) {
  const none: { label: string; value: number; decimals: number }[] = []
  // Where rounding leaves nothing of the ratio, the difference is said.
  const level = formatNumber(own / other, 2) === '1.00'
  if (!against || level || gapPercent(measure, against.gap, other) === null) {
    const number = formatNumber(against?.gap ?? 0, measureOf(measure).decimals, language)
    return { key: 'gap', number, sign: '', values: {}, numbers: none }
  }
  if (against.behind) {
    const value = (own / other) * 100
    const percent = formatNumber(value, 1, language)
    const numbers = [{ label: 'percentLabel', value, decimals: 1 }]
    return { key: 'part', number: percent, sign: say(language, 'percentSign'), values: { percent }, numbers }
  }
  const times = formatNumber(own / other, 2, language)
  const numbers = [{ label: 'timesLabel', value: own / other, decimals: 2 }]
  return { key: 'times', number: times, sign: say(language, 'timesSign'), values: { times }, numbers }
}

/** Of the leading row what it is against the next two together; of another one how far those around it are. */
function sentenceOf(
  { read, list, measure, against, spec: { language } }: Ranked,
  values: Record<string, string | number>,
) {
  const at = read ? list.rows.indexOf(read) : -1
  const { decimals, unit } = measureOf(measure)
  const [b, c] = [list.rows[at + 1], list.rows[at + 2]]
  const [x, y] = [b?.[measure] ?? null, c?.[measure] ?? null]
  const own = read?.[measure] ?? 0
  // Counts overlap, so that only Shares may be added.
  const adds = unit === 'articles' && measure !== 'count'
  if (at === 0 && b && c && x !== null && y !== null && adds) {
    const sum = x + y
    const more = { b: plateName(b, language), c: plateName(c, language) }
    const percent = (own / sum) * 100
    return {
      sentence: say(language, 'pair', {
        ...values,
        ...more,
        sum: formatNumber(sum, decimals, language),
        percent: formatNumber(percent, 1, language),
      }),
      numbers: [
        { label: say(language, 'sumLabel', { ...values, ...more }), value: sum, decimals },
        {
          label: say(language, 'percentLabel', {
            ...values,
            other: say(language, 'sumLabel', { ...values, ...more }),
          }),
          value: percent,
          decimals: 1,
        },
      ],
    }
  }
  const first = say(language, against?.behind ? 'before' : 'after', values)
  if (!against?.behind || !b || x === null) return { sentence: first, numbers: [] }
  const next = plateName(b, language)
  const follows = say(language, 'follows', { next, nextGap: formatNumber(own - x, decimals, language) })
  const label = rankedWord(language, 'numbers.gap', { ...values, other: next })
  return { sentence: first + follows, numbers: [{ label, value: own - x, decimals }] }
}

const barOf = (row: RankingRow, value: number, { measure, spec: { language } }: Ranked, chosen: boolean) => ({
  name: plateName(row, language),
  value,
  text: formatFigure(measure, value, language),
  chosen,
  hollow: row.provenance === 'sample',
})

const numbersOf = ({ spec }: Ranked, row: RankingRow): PlateNumber[] =>
  spec.rows.find(({ key }) => key === row.id)?.numbers ?? []
