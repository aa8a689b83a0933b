/** The subject profile: a thick line from 1 to each weight on a logarithmic axis that crosses at 1, largest first. */
import type { Measure } from '../../figures/text.ts'
import { formatFigure } from '../../format/figures.ts'
import { formatNumber } from '../../format/numbers.ts'
import { translate } from '../../i18n/index.ts'
import { subjectMarks } from '../../screens/subject-marks.ts'
import { xOf } from '../chart-places.ts'
import { label, RISE } from '../label.ts'
import type { Axis, ChartPart, Mark, Part, Rectangle } from '../parts.ts'
import { wordTone } from '../tones.ts'
import type { CitySeries, SubjectLine } from './series-spec.ts'

/** As parts of the size of labels. */
const HEAD = 4.3
const FOOT = 1.7
const LINE = 0.25
const MARK = 0.9
const GAP = 0.8
/** The axis reaches at least from half to one and a half. */
const LEAST = { min: 0.5, max: 1.5 }

/** Those that come first are written first; what would meet them is left out. */
const TICKS = [0.5, 2, 1.5, 0.2, 5, 0.1, 10, 0.05, 20, 0.02, 50]

/** Largest weight first; those that are not known are left out. */
export const weighed = ({ lines }: CitySeries): SubjectLine[] =>
  lines.filter(({ weight }) => weight !== null).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))

interface Asked {
  size: number
  measure: Measure
  /** Names of the subjects in full where there is room. */
  words: 'subjects' | 'subjectsShort'
  titled: boolean
}

/** Where the rows stand, one as high as another. */
export function profilePlot(box: Rectangle, size: number, titled: boolean): { top: number; height: number } {
  const top = box.y + (titled ? HEAD : HEAD - 2.5) * size
  return { top, height: box.y + box.height - top - FOOT * size }
}

export function profileParts(series: CitySeries, box: Rectangle, asked: Asked): Part[] {
  const { size, measure, words, titled } = asked
  const { language } = series
  const say = (key: string, values = {}) => translate(language, `plates.city.${key}`, values)
  const lines = weighed(series)
  const weights = lines.map(({ weight }) => weight ?? 0)
  const positive = weights.filter((weight) => weight > 0)
  const bounds = { min: Math.min(LEAST.min, ...positive), max: Math.max(LEAST.max, ...positive) }
  const texts = weights.map((weight) => formatFigure('specialisation', weight, language))
  const valueWidth = Math.max(...texts.map((text) => measure(text, size, 600))) + (MARK / 2 + 0.5) * size
  const names = lines.map(({ subject }) => say(`${words}.${subject}`))
  const nameWidth = Math.max(...names.map((name) => measure(name, size, 600)))
  const { top, height } = profilePlot(box, size, titled)
  const plot: Rectangle = {
    x: box.x + nameWidth + GAP * size + valueWidth,
    y: top,
    width: box.width - nameWidth - GAP * size - 2 * valueWidth,
    height,
  }
  const axis: Axis = { ...bounds, log: true, ticks: [], labels: 'none', grid: false, from: 1 }
  const row = plot.height / Math.max(1, lines.length)
  const middle = (i: number) => plot.y + (i + 0.5) * row
  const head: Part[] = titled
    ? [label(say('profile', { year: series.year }), box.x, box.y + 1.8 * size, size, { weight: 600 })]
    : []
  const rules = lines.slice(1).map((_line, i): Part => ({
    kind: 'line',
    x1: box.x,
    y1: plot.y + (i + 1) * row,
    x2: box.x + box.width,
    y2: plot.y + (i + 1) * row,
    tone: 'line',
    width: 0.6,
  }))
  const values = lines.flatMap((line, i): Part[] => {
    const weight = line.weight ?? 0
    const y = middle(i) + RISE * size
    const out = (MARK / 2 + 0.35) * size
    const x = weight > 0 ? xOf(plot, axis, weight) : plot.x
    const above = weight >= 1
    return [
      label(names[i] ?? '', box.x, y, size, { weight: 600, tone: wordTone(line.subject) }),
      label(texts[i] ?? '', x + (above ? out : -out), y, size, {
        weight: 600,
        align: above ? 'left' : 'right',
      }),
    ]
  })
  return [
    ...head,
    ...rules,
    ...axisLines(plot, axis, size, measure, say, series.language),
    profileChart(series, lines, plot, axis, size),
    ...values,
  ]
}

function axisLines(
  plot: Rectangle,
  axis: Axis,
  size: number,
  measure: Measure,
  say: (key: string) => string,
  language: CitySeries['language'],
): Part[] {
  const bottom = plot.y + plot.height
  const one = xOf(plot, axis, 1)
  const said = (tick: number) =>
    formatNumber(tick, tick === Math.round(tick) ? 0 : tick < 0.1 ? 2 : 1, language)
  const ticks = TICKS.filter((tick) => tick >= axis.min && tick <= axis.max)
  const placed: { left: number; right: number }[] = [box(one, '1', 600)]
  function box(x: number, text: string, weight: 400 | 600) {
    const half = measure(text, size, weight) / 2 + 0.25 * size
    return { left: x - half, right: x + half }
  }
  const parts: Part[] = []
  for (const tick of ticks) {
    const x = xOf(plot, axis, tick)
    const own = box(x, said(tick), 400)
    if (placed.some(({ left, right }) => own.left < right && own.right > left)) continue
    placed.push(own)
    parts.push(
      { kind: 'line', x1: x, y1: plot.y - size * 0.3, x2: x, y2: bottom, tone: 'line', width: 0.6 },
      label(said(tick), x, plot.y - size * 0.7, size, { tone: 'ink3', align: 'center' }),
    )
  }
  const [below, above] = [say('below'), say('above')]
  return [
    {
      kind: 'group',
      name: say('axis'),
      parts: [
        ...parts,
        {
          kind: 'line',
          x1: one,
          y1: plot.y - size * 0.3,
          x2: one,
          y2: bottom,
          tone: 'ink',
          width: size * 0.08,
        },
        label('1', one, plot.y - size * 0.7, size, { weight: 600, align: 'center' }),
        label(below, one - size * 0.5, bottom + size * 1.35, size, { tone: 'ink3', align: 'right' }),
        label(above, one + size * 0.5, bottom + size * 1.35, size, { tone: 'ink3' }),
      ],
    },
  ]
}

/** Each subject a series of two points, so that a changed number moves its end. */
function profileChart(
  { language, provenance }: CitySeries,
  lines: readonly SubjectLine[],
  plot: Rectangle,
  axis: Axis,
  size: number,
): ChartPart {
  const say = (key: string) => translate(language, `plates.city.${key}`)
  const rows: (string | number | null)[][] = []
  lines.forEach((line, i) => {
    const own = lines.map((_, j) => (i === j ? lines.length - i - 0.5 : null))
    const weight = line.weight ?? 0
    const name = say(`subjects.${line.subject}`)
    const none = lines.map(() => null)
    rows.push([name, 1, ...own], [name, weight > 0 ? weight : null, ...own], [null, null, ...none])
  })
  return {
    kind: 'chart',
    name: say('chartProfile'),
    alt: say('chartProfile'),
    type: 'xy',
    plot,
    sheet: {
      head: [
        '',
        translate(language, 'city.specialisation'),
        ...lines.map(({ subject }) => say(`subjects.${subject}`)),
      ],
      rows,
    },
    series: lines.map(({ subject }, i) => ({
      column: i + 2,
      xColumn: 1,
      tone: subject,
      line: LINE * size,
      mark: null,
      points: { [3 * i + 1]: { mark: subjectMark(subject, MARK * size, provenance === 'sample') } },
    })),
    x: axis,
    value: { min: 0, max: Math.max(1, lines.length), log: false, ticks: [], labels: 'none', grid: false },
    size,
    format: '0.00',
  }
}

export const subjectMark = (subject: SubjectLine['subject'], size: number, hollow: boolean): Mark => ({
  shape: subjectMarks[subject]?.shape ?? 'circle',
  size,
  tone: subject,
  hollow,
})
