/** Share by subject and year: lines that end where what is counted changes, named at their ends. */
import type { Measure } from '../../figures/text.ts'
import { formatFigure } from '../../format/figures.ts'
import { formatSigned, printedDecimals } from '../../format/numbers.ts'
import { qualifierMark } from '../../format/qualifiers.ts'
import { translate } from '../../i18n/index.ts'
import { changePct as percentMeasure } from '../../measures/change.ts'
import { categoryX, yOf } from '../chart-places.ts'
import { label, LEADING, RISE } from '../label.ts'
import type { Axis, ChartPart, Part, Rectangle } from '../parts.ts'
import { spread } from '../spread.ts'
import { wordTone } from '../tones.ts'
import { subjectMark } from './profile-parts.ts'
import type { At } from './series-axis.ts'
import { breaks, intervals, LEADER, valueAxis, yearWords } from './series-axis.ts'
import type { CitySeries, SubjectLine } from './series-spec.ts'

/** As parts of the size of labels. */
const HEAD = 2.9
const FOOT = 1.9
const LINE = 0.15
const MARK = 0.77
const GAP = 0.9
/** The least width of the plot before names are shortened, then the changes left out. */
const PLOT = { names: 16, changes: 11 }

interface Asked {
  size: number
  measure: Measure
  /** Whether the numbers stand beside the names. */
  numbers: boolean
}

interface Words {
  name: string
  value: string
  change: string
}

export function seriesParts(series: CitySeries, box: Rectangle, { size, measure, numbers }: Asked): Part[] {
  const columns = columnsOf(series, box.width - ticksWidth(series, size, measure), { size, measure, numbers })
  const lines = seriesLines(series, box, columns.width, { size, measure })
  return [...lines.parts, ...endWords(series, box, columns, lines)]
}

/** The lines without the words at their ends. */
export interface SeriesLines extends At {
  parts: Part[]
  /** Middle of the last place of the axis; the leaders begin behind the marks there. */
  lastX: number
  /** By line: where it ends, and where its words stand so that none touch. */
  ends: { wanted: number; place: number }[]
}

const ticksWidth = ({ lines, language }: CitySeries, size: number, measure: Measure): number =>
  Math.max(...valueAxis(lines, language).ticks.map((tick) => measure(tick.label, size, 400))) + size * 0.8

/**
 * Axes, gaps and lines of the series, for files and for the screen, which writes the words at the ends itself.
 * @param right width kept free for them, leaders included
 */
export function seriesLines(
  series: CitySeries,
  box: Rectangle,
  right: number,
  { size, measure, leading = LEADING * size }: Pick<Asked, 'size' | 'measure'> & { leading?: number },
): SeriesLines {
  const { language, slots, lines } = series
  const axis = valueAxis(lines, language)
  const tickWidth = ticksWidth(series, size, measure)
  const plot: Rectangle = {
    x: box.x + tickWidth,
    y: box.y + HEAD * size,
    width: Math.max(1, box.width - tickWidth - right),
    height: box.height - (HEAD + FOOT) * size,
  }
  const at = { plot, axis, size, measure }
  const wanted = lines.map(({ last, points }) => {
    const known = last ?? points.findLast((point) => point !== null)?.value ?? 0
    return yOf(plot, axis, known)
  })
  const bounds = { gap: leading, from: plot.y, to: plot.y + plot.height }
  const places = spread(wanted, bounds) ?? wanted
  const parts: Part[] = [
    seriesChart(series, plot, axis, size),
    {
      kind: 'line',
      x1: plot.x,
      y1: plot.y + plot.height,
      x2: plot.x + plot.width,
      y2: plot.y + plot.height,
      tone: 'ink',
      width: 0.6,
    },
    ...intervals(series, at),
    ...breaks(series, box, at),
    ...yearWords(series, at),
    ...(slots.length === 0
      ? [
          label(
            translate(language, 'common.notPublished'),
            plot.x + plot.width / 2,
            plot.y + plot.height / 2,
            size,
            { tone: 'ink3' as const, align: 'center' as const },
          ),
        ]
      : []),
  ]
  return {
    ...at,
    parts,
    lastX: slots.length > 0 ? categoryX(plot, slots.length, slots.length - 1) : plot.x,
    ends: wanted.map((y, i) => ({ wanted: y, place: places[i] ?? y })),
  }
}

/** From the end of a line to its words; the sign alone where the line has no end there. */
export function seriesLeader(
  { subject, last }: SubjectLine,
  { wanted, place }: SeriesLines['ends'][number],
  { lastX, size, nameLeft, hollow }: { lastX: number; size: number; nameLeft: number; hollow: boolean },
): Part {
  if (last === null)
    return {
      kind: 'mark',
      x: nameLeft - size * 0.8,
      y: place,
      mark: subjectMark(subject, MARK * size, hollow),
    }
  const from = lastX + (MARK / 2 + 0.2) * size
  const to = nameLeft - size * 0.4
  const bend = Math.min(size, (to - from) / 3)
  return {
    kind: 'polyline',
    points: [
      [from, wanted],
      [from + bend, wanted],
      [to - bend, place],
      [to, place],
    ],
    tone: 'line3',
    width: 0.6,
  }
}

interface Columns {
  words: Words[]
  name: number
  value: number
  change: number
  width: number
}

/** Names, last Shares and changes; short names and no changes where the lines would have too little room. */
function columnsOf(series: CitySeries, room: number, { size, measure, numbers }: Asked): Columns {
  const { language, lines } = series
  const say = (key: string) => translate(language, `plates.city.${key}`)
  const widest = (texts: string[], weight: 400 | 600) =>
    Math.max(0, ...texts.map((text) => measure(text, size, weight)))
  const attempt = (names: string, changes: boolean): Columns => {
    const words = lines.map((line): Words => ({
      name: say(`${names}.${line.subject}`),
      ...lineNumbers(line, series),
    }))
    const change = changes
      ? widest([...words.map((word) => word.change), say('change')], 400) + GAP * size
      : 0
    const value = numbers
      ? Math.max(
          widest(
            words.map((word) => word.value),
            600,
          ),
          measure(String(series.year), size, 400),
        ) +
        GAP * size
      : 0
    const name = widest(
      words.map((word) => word.name),
      600,
    )
    return { words, name, value, change, width: LEADER * size + name + value + change }
  }
  const hasChanges = numbers && series.period !== null
  const full = attempt('subjects', hasChanges)
  if (room - full.width >= PLOT.names * size) return full
  const short = attempt('subjectsShort', hasChanges)
  return room - short.width >= PLOT.changes * size ? short : attempt('subjectsShort', false)
}

/** The last Share and the change as they are written beside a line. */
export function lineNumbers(
  { last, change }: SubjectLine,
  series: CitySeries,
): Pick<Words, 'value' | 'change'> {
  const { language, published, period } = series
  const missing = translate(language, `plates.city.${published ? 'notPublished' : 'notKnown'}`)
  const decimals =
    change && change.of === 'printed'
      ? (change.decimals ?? printedDecimals(change.percent))
      : percentMeasure.decimals
  const other = change && (change.from !== period?.from || change.to !== period.to)
  return {
    value: last === null ? missing : formatFigure('share', last, language),
    change: change
      ? qualifierMark(change.qualifier) +
        formatSigned(change.percent, decimals, language) +
        (other ? ' *' : '')
      : '',
  }
}

function seriesChart(
  { language, slots, lines, provenance }: CitySeries,
  plot: Rectangle,
  axis: Axis,
  size: number,
): ChartPart {
  const say = (key: string) => translate(language, `plates.city.${key}`)
  return {
    kind: 'chart',
    name: say('chart'),
    alt: say('chart'),
    type: 'line',
    plot,
    sheet: {
      head: ['', ...lines.map(({ subject }) => say(`subjects.${subject}`))],
      rows: slots.map((slot, i) => [
        'gap' in slot ? null : String(slot.year),
        ...lines.map(({ points }) => points[i]?.value ?? null),
      ]),
    },
    series: lines.map(({ subject }, i) => ({
      column: i + 1,
      tone: subject,
      line: LINE * size,
      mark: subjectMark(subject, MARK * size, provenance === 'sample'),
    })),
    value: axis,
    categories: { labels: false },
    size,
    format: '#,##0.00',
  }
}

function endWords(
  series: CitySeries,
  box: Rectangle,
  columns: Columns,
  { size, lastX, ends }: SeriesLines,
): Part[] {
  const { language, lines, slots, provenance } = series
  const right = box.x + box.width
  const valueRight = right - columns.change
  const nameLeft = right - columns.change - columns.value - columns.name
  const heads: Part[] = []
  const baseline = box.y + 1.8 * size
  const lastSlot = slots.at(-1)
  const year = lastSlot && !('gap' in lastSlot) ? lastSlot.year : series.year
  if (columns.value > 0)
    heads.push(label(String(year), valueRight, baseline, size, { tone: 'ink3', align: 'right' }))
  if (columns.change > 0)
    heads.push(
      label(translate(language, 'plates.city.change'), right, baseline, size, {
        tone: 'ink3',
        align: 'right',
      }),
    )
  const rows = lines.flatMap((line, i): Part[] => {
    const { subject, last } = line
    const words = columns.words[i] as Words
    const end = ends[i] ?? { wanted: 0, place: 0 }
    const base = end.place + RISE * size
    return [
      seriesLeader(line, end, { lastX, size, nameLeft, hollow: provenance === 'sample' }),
      label(words.name, nameLeft, base, size, { weight: 600, tone: wordTone(subject) }),
      ...(columns.value > 0
        ? [
            label(words.value, valueRight, base, size, {
              weight: last === null ? 400 : 600,
              tone: last === null ? 'ink3' : 'ink',
              align: 'right' as const,
            }),
          ]
        : []),
      ...(columns.change > 0 && words.change !== ''
        ? [label(words.change, right, base, size, { tone: 'ink2', align: 'right' as const })]
        : []),
    ]
  })
  return [...heads, ...rows]
}
