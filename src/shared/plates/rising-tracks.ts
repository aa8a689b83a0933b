/** Tracks from a first to a last year on one axis, a row each, between native columns of words and numbers. */
import type { RisingFigure, RisingMark } from '../figures/rising.ts'
import type { Measure } from '../figures/text.ts'
import { fitNames } from '../figures/telling-cut.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import type { Room } from './frame.ts'
import type { Cell, Part, Rectangle, TablePart } from './parts.ts'
import type { TrackRow } from './rising-chart.ts'
import { axisParts, floorParts, intervalParts, trackChart, trackValues } from './rising-chart.ts'
import type { NumberColumn } from './rising-columns.ts'
import { numberColumns } from './rising-columns.ts'
import { tickText, trackAxisOf } from './track-axis.ts'

/** As parts of the size of labels. */
const HEAD = { first: 1.2, second: 1.6 }
const ROW = { least: 1.3, most: 2.5, skip: 1.3 }
const GAP = { rank: 0.7, name: 0.9, number: 1.4 }
/** Of the width, kept for the tracks. */
const TRACKS = 0.34
const MOST_NAME = 0.42

/** How many rows a page holds: type does not shrink. `outside` takes the room of two. */
export function trackCapacity({ frame, type }: Room, outside: boolean): number {
  const head = (HEAD.first + HEAD.second) * type.label
  const rows = Math.floor((frame.height - head + 1e-6) / (ROW.least * type.label))
  return Math.max(1, rows - (outside ? 2 : 0))
}

export interface TracksLaid {
  parts: Part[]
  cut: boolean
}

/** @param figure with the rows of one page @param axisOf all rows that share the axis, on whichever page */
export function risingTracks(
  figure: RisingFigure,
  axisOf: readonly RisingMark[],
  { frame, type }: Room,
  measure: Measure,
): TracksLaid {
  const size = type.label
  const marks = [...figure.rows, ...(figure.outside ? [figure.outside] : [])]
  const places = placesOf(figure, frame, size)
  const say = (key: string, values = {}) => translate(figure.language, `plates.rising.${key}`, values)
  const skip = skippedWords(figure)

  const rankWidth = Math.max(...marks.map(({ place }) => measure(String(place), size, 600)), size * 1.2)
  const words = [translate(figure.language, `figures.names.${figure.by}`), skip]
  const wanted = Math.max(
    ...marks.map(({ name }) => measure(name, size, 600)),
    ...words.map((each) => measure(each, size, 400)),
  )
  const most = Math.max(frame.width * MOST_NAME, measure(skip, size, 400) * 1.001)
  const nameWidth = Math.min(wanted, most)
  const fitted = fitNames(
    marks.map(({ name }) => name),
    nameWidth + 0.01,
    (text) => measure(text, size, 600),
  )
  const said = new Map(marks.map((mark, at) => [mark, fitted[at] ?? mark.name]))
  const fit = (mark: RisingMark) => said.get(mark) ?? mark.name
  const left = rankWidth + GAP.rank * size + nameWidth + GAP.name * size
  const gap = GAP.number * size
  const columns = numberColumns(figure, marks, {
    size,
    measure,
    gap,
    most: frame.width * (1 - TRACKS) - left,
  })
  const numbers = columns.reduce((sum, { width }) => sum + width + gap, 0)
  const plot: Rectangle = {
    x: frame.x + left,
    y: places.top,
    width: frame.width - left - numbers,
    height: places.bottom - places.top,
  }
  const axis = trackAxisOf(figure, trackValues(axisOf), plot, {
    size,
    measure,
    label: (value) => tickText(value, figure.language),
    floorLabel: figure.floor ? say('floor', { floor: floorText(figure) }) : '',
  })
  const table = tableOf({ figure, columns, places, left, rankWidth, plot, gap, size, frame, skip, fit })
  const rows = places.rows.map(({ y }, i): TrackRow => ({ mark: marks[i] as RisingMark, y }))
  return {
    parts: [
      table,
      ...axisParts(plot, axis, size, places.baseline, say('axis')),
      ...floorParts(plot, axis, size, places.baseline),
      trackChart(figure, rows, { plot, axis, size }),
      ...intervalParts(rows, { plot, axis, size }, say('intervals')),
    ],
    cut: marks.some((mark) => fit(mark) !== mark.name),
  }
}

const floorText = ({ floor, language }: RisingFigure) =>
  formatNumber(floor?.value ?? 0, Number.isInteger(floor?.value ?? 0) ? 0 : 2, language)

function skippedWords(figure: RisingFigure): string {
  const { outside, rows, language, by } = figure
  const n = outside ? outside.place - (rows.at(-1)?.place ?? 0) - 1 : 0
  if (n <= 0) return ''
  const units = translate(language, `figures.units.${by}`)
  return translate(language, 'plates.rising.skipped', { n: formatNumber(n, 0, language), units })
}

interface Places {
  top: number
  bottom: number
  /** Of the second line of heads and the axis's words. */
  baseline: number
  rowHeight: number
  skipHeight: number
  /** Middles, the row outside last. */
  rows: { y: number }[]
}

function placesOf(figure: RisingFigure, frame: Rectangle, size: number): Places {
  const top = frame.y + (HEAD.first + HEAD.second) * size
  const count = figure.rows.length + (figure.outside ? 1 : 0)
  const skipHeight = skippedWords(figure) === '' ? 0 : ROW.skip * size
  const room = frame.y + frame.height - top - skipHeight
  const rowHeight = Math.max(ROW.least * size, Math.min(ROW.most * size, room / Math.max(1, count)))
  const rows = Array.from({ length: count }, (_, i) => {
    const skipped = figure.outside && i === count - 1 ? skipHeight : 0
    return { y: top + skipped + (i + 0.5) * rowHeight }
  })
  return {
    top,
    bottom: top + count * rowHeight + skipHeight,
    baseline: frame.y + (HEAD.first + HEAD.second / 2 + 0.35) * size,
    rowHeight,
    skipHeight,
    rows,
  }
}

interface TableAsked {
  figure: RisingFigure
  columns: readonly NumberColumn[]
  places: Places
  left: number
  rankWidth: number
  plot: Rectangle
  gap: number
  size: number
  frame: Rectangle
  skip: string
  fit: (mark: RisingMark) => string
}

/** Rank, name, an empty column under the tracks, and the numbers. */
function tableOf(asked: TableAsked): TablePart {
  const { figure, columns, places, left, rankWidth, plot, gap, size, frame, skip, fit } = asked
  const { language, outside } = figure
  const say = (key: string, values = {}) => translate(language, `plates.rising.${key}`, values)
  const empty: Cell = { runs: [{ text: '' }] }
  const head = (line: 0 | 1): Cell[] => {
    const rule = line === 1 ? ({ bottom: { tone: 'ink', width: 0.6 } } as const) : {}
    const cell = (text: string, more: Partial<Cell> = {}): Cell => ({
      runs: [{ text }],
      tone: 'ink3',
      ...more,
      ...rule,
    })
    return [
      cell(line === 1 ? say('place') : ''),
      cell(line === 1 ? translate(language, `figures.names.${figure.by}`) : ''),
      cell(''),
      ...columns.map((column) => cell(column.head[line], column.bold ? { weight: 600, tone: 'ink' } : {})),
    ]
  }
  const row = (mark: RisingMark, nth: number): Cell[] => {
    const look = mark.read ? ({ weight: 600, tone: 'needleText' } as const) : {}
    const bottom = { tone: nth % 5 === 0 ? 'line2' : 'line', width: 0.6 } as const
    return [
      { runs: [{ text: formatNumber(mark.place, 0, language) }], tone: 'ink3', ...look, bottom },
      { runs: [{ text: fit(mark) }], ...look, bottom },
      { ...empty, bottom },
      ...columns.map((column): Cell => ({
        runs: [{ text: column.text(mark) }],
        tone: mark.read && column.bold ? 'needleText' : column.tone,
        weight: column.bold ? 600 : 400,
        bottom,
      })),
    ]
  }
  const skipRow: Cell[] = [
    { runs: [{ text: '…' }], tone: 'ink3', bottom: { tone: 'line2', width: 0.6 } },
    { runs: [{ text: skip }], tone: 'ink3', bottom: { tone: 'line2', width: 0.6 } },
    { ...empty, span: columns.length + 1, bottom: { tone: 'line2', width: 0.6 } },
  ]
  const { rowHeight, skipHeight } = places
  return {
    kind: 'table',
    name: say('table', { from: figure.from, to: figure.to }),
    alt: say('table', { from: figure.from, to: figure.to }),
    x: frame.x,
    y: frame.y,
    size,
    columns: [
      { width: rankWidth, align: 'right', left: 0, right: 0 },
      { width: left - rankWidth, align: 'left', left: GAP.rank * size, right: 0 },
      { width: plot.width, align: 'left', left: 0, right: 0 },
      ...columns.map(({ width }) => ({ width: width + gap, align: 'right' as const, left: 0, right: 0 })),
    ],
    rows: [
      { height: HEAD.first * size, head: true, cells: head(0) },
      { height: HEAD.second * size, head: true, cells: head(1) },
      ...figure.rows.map((mark, i) => ({ height: rowHeight, cells: row(mark, i + 1) })),
      ...(skipHeight > 0 ? [{ height: skipHeight, cells: skipRow }] : []),
      ...(outside ? [{ height: rowHeight, cells: row(outside, 0) }] : []),
    ],
  }
}
