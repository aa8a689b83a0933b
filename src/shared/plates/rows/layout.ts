/** A figure of rows on a plate: a table of ranks, names and numbers under a chart whose rows stand on the same lines. */
import { label } from '../label.ts'
import type { RowItem, RowsSpec } from '../../figures/row-spec.ts'
import { translate } from '../../i18n/index.ts'
import { isSubject } from '../../domain/subjects.ts'
import { barBox, xOf } from '../chart-places.ts'
import { differenceParts } from '../difference.ts'
import type { Room } from '../frame.ts'
import type { Cell, ChartPart, Mark, Part, Rule, TablePart, Tone } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { amountTone } from '../tones.ts'
import type { Grid } from './columns.ts'
import { breakBefore, rowHeight } from './columns.ts'
import { axisOf, spanOf } from './scale.ts'

/** Names that parts carry, for readers who do not see them. */
export interface RowsWords {
  table: string
  tableAlt: string
  chart: string
  chartAlt: string
}

/** The head's words stand on the line of the axis's. */
const HEAD_ROW = 1.7
const HATCH = 4.4

export function rowsParts(
  spec: RowsSpec,
  rows: readonly RowItem[],
  grid: Grid,
  { frame, type }: Room,
  options: PlateOptions,
  words: RowsWords,
): Part[] {
  const columns = rows.length > grid.capacity ? grid.columns : 1
  const half = columns === 1 ? rows.length : breakBefore(rows, 0, Math.ceil(rows.length / 2))
  const height = rowHeight(frame, grid, Math.max(half, rows.length - half), type.label)
  const parts: Part[] = []
  for (let c = 0; c < columns; c++) {
    const own = c === 0 ? rows.slice(0, half) : rows.slice(half)
    const width = columns === 1 ? frame.width : grid.width
    const x = frame.x + c * (grid.width + grid.gutter)
    const at = { x, y: frame.y, width, row: height, before: c * half }
    const suffix = columns === 1 ? '' : ` ${c + 1}`
    const table = tableOf(spec, own, grid, at, type.label, options, { ...words, table: words.table + suffix })
    const chart = chartOf(spec, own, grid, at, type.label, options, { ...words, chart: words.chart + suffix })
    parts.push(table, chart, ...overChart(spec, own, chart, at, options, type.label))
  }
  return parts
}

interface Place {
  x: number
  y: number
  width: number
  /** Height of a row. */
  row: number
  /** Rows of the plate before this column's. */
  before: number
}

const plain = (text: string, cell: Partial<Cell> = {}): Cell => ({ runs: [{ text }], ...cell })

function tableOf(
  spec: RowsSpec,
  rows: readonly RowItem[],
  { cells, head }: Grid,
  at: Place,
  size: number,
  { transparent: _transparent }: PlateOptions,
  words: RowsWords,
): TablePart {
  const headRow = size * HEAD_ROW
  const rule: Rule = { tone: 'ink', width: 0.6 }
  const heads = [spec.heads.place, spec.heads.name, spec.heads.value, '']
  return {
    kind: 'table',
    name: words.table,
    alt: words.tableAlt,
    x: at.x,
    y: at.y + head - headRow,
    columns: [
      { width: cells.place, align: 'right', left: 0, right: cells.insets.place },
      { width: cells.name, align: 'left', left: cells.insets.name, right: 0 },
      { width: cells.value, align: 'right', left: 0, right: cells.insets.value },
      { width: at.width - cells.before, align: 'left', left: 0, right: 0 },
    ],
    rows: [
      {
        height: headRow,
        head: true,
        cells: heads.map((text) => plain(text, { tone: 'ink3', bottom: rule })),
      },
      ...rows.map((row, i) => ({
        height: at.row,
        cells: rowCells(row, cells.names.get(row.key) ?? row.names[0], ruleUnder(rows, i, at.before)),
      })),
    ],
    size,
  }
}

/** Hairlines, every fifth row darker; none under the last row, where the plate's own rule stands. */
function ruleUnder(rows: readonly RowItem[], index: number, before: number): { bottom: Rule } | object {
  if (index === rows.length - 1) return {}
  const tone: Tone = (before + index + 1) % 5 === 0 ? 'line2' : 'line'
  return { bottom: { tone, width: 0.6 } satisfies Rule }
}

function rowCells(row: RowItem, name: string, rule: { bottom?: Rule }): Cell[] {
  if (row.kind === 'gap')
    return [
      plain('…', { tone: 'ink3', ...rule }),
      plain(name, { tone: 'ink3', span: 2, ...rule }),
      plain('', rule),
    ]
  if (row.kind === 'group')
    return [plain('', rule), plain(name, { weight: 600, span: 2, ...rule }), plain('', rule)]
  const look = row.highlighted ? ({ weight: 600, tone: 'needleText' } as const) : ({} as const)
  return [
    plain(row.place, { tone: 'ink3', ...look, ...rule }),
    plain(name, { ...look, ...rule }),
    plain(row.text, { ...(row.value === null ? { tone: 'ink3' } : {}), ...look, ...rule }),
    plain('', rule),
  ]
}

const dot = (tone: Tone, size: number, hollow: boolean): Mark => ({ shape: 'circle', size, tone, hollow })

function chartOf(
  spec: RowsSpec,
  rows: readonly RowItem[],
  { cells, head }: Grid,
  at: Place,
  size: number,
  { measure, preset }: PlateOptions,
  words: RowsWords,
): ChartPart {
  const plot = {
    x: at.x + cells.before,
    y: at.y + head,
    width: at.width - cells.before,
    height: at.row * rows.length,
  }
  // The last word of the axis may reach into the margin or the gutter.
  const edge = at.x + at.width + Math.min(size, preset.margin.side)
  const axis = axisOf(spec, spanOf(spec), plot, { size, measure, edge, before: cells.insets.value })
  const tone = amountTone(isSubject(spec.subject) ? spec.subject : 'all')
  const mark = dot(tone, size * 0.75, false)
  const looks = rows.flatMap((row, i) => {
    if (!row.highlighted && !row.hollow) return []
    const own = row.highlighted ? 'needle' : tone
    const look = spec.marks === 'dots' ? { mark: dot(own, mark.size, row.hollow) } : { hollow: row.hollow }
    return [[i, { tone: own, ...look }] as const]
  })
  const points = looks.length > 0 ? { points: Object.fromEntries(looks) } : {}
  const format = `#,##0${spec.decimals > 0 ? `.${'0'.repeat(spec.decimals)}` : ''}`
  const common = { kind: 'chart', name: words.chart, alt: words.chartAlt, plot, size, format } as const
  const nameOf = (row: RowItem) => (row.kind === 'row' ? (cells.names.get(row.key) ?? row.names[0]) : '')
  if (spec.marks === 'bars')
    return {
      ...common,
      type: 'bar',
      sheet: {
        head: [spec.heads.name, spec.heads.value],
        rows: rows.map((row) => [nameOf(row), row.kind === 'row' && !row.sum ? row.value : null]),
      },
      series: [{ column: 1, tone, line: null, mark: null, ...points }],
      value: axis,
    }
  return {
    ...common,
    type: 'xy',
    sheet: {
      head: [spec.heads.name, spec.heads.value, spec.heads.place],
      rows: rows.map((row, i) => [nameOf(row), row.value, row.value === null ? null : rows.length - i - 0.5]),
    },
    series: [{ column: 2, xColumn: 1, tone, line: null, mark, ...points }],
    x: axis,
    value: { min: 0, max: Math.max(1, rows.length), log: false, ticks: [], labels: 'none', grid: false },
  }
}

/** What stands over a chart: its zero line, hatches of absent rows, a reference, the difference. */
function overChart(
  spec: RowsSpec,
  rows: readonly RowItem[],
  chart: ChartPart,
  at: Place,
  options: PlateOptions,
  size: number,
): Part[] {
  const { plot } = chart
  const axis = chart.x ?? chart.value
  const zero = spec.marks === 'bars' ? xOf(plot, axis, Math.max(axis.min, 0)) : plot.x
  const parts: Part[] = [
    ...axis.ticks.map(({ at: value }): Part => {
      const x = xOf(plot, axis, value)
      return { kind: 'line', x1: x, x2: x, y1: plot.y - size / 4, y2: plot.y, tone: 'line3', width: 0.6 }
    }),
    { kind: 'line', x1: zero, x2: zero, y1: plot.y, y2: plot.y + plot.height, tone: 'ink', width: 0.6 },
  ]
  parts.push(...whiskers(spec, rows, chart, axis, size))
  rows.forEach((row, i) => {
    if (row.kind === 'row' && row.value === null)
      parts.push(...absentParts(spec.absent, chart, i, zero, size, options))
  })
  for (const value of spec.rules ?? []) {
    const x = xOf(plot, axis, value)
    const line = { kind: 'line', tone: 'ink3', width: 0.6, dash: 'dot' } as const
    parts.push({ ...line, x1: x, x2: x, y1: plot.y, y2: plot.y + plot.height })
  }
  if (spec.reference) {
    const x = xOf(plot, axis, spec.reference.value)
    const line = { kind: 'line', tone: 'ink2', width: 0.9, dash: 'dash' } as const
    parts.push({ ...line, x1: x, x2: x, y1: plot.y, y2: plot.y + plot.height })
  }
  if (!spec.difference || spec.marks !== 'bars') return parts
  const { at: own, from, of, wordings, name } = spec.difference
  const index = (key: string | null) => rows.findIndex((row) => row.key === key)
  const joined = index(own) >= 0 && index(from) >= 0 && Math.abs(index(own) - index(from)) === 1
  const row = joined ? index(own) : index(of)
  if (row < 0) return parts
  const look = { edge: at.x + at.width, size, measure: options.measure, transparent: options.transparent }
  const other = joined ? index(from) : null
  return [...parts, ...differenceParts(chart, { row, other, wordings, name }, look)]
}

/** Intervals of the values: hairlines over the ends of the bars, with a cap at either end, as one group of shapes. */
function whiskers(
  { language }: RowsSpec,
  rows: readonly RowItem[],
  { plot }: ChartPart,
  axis: ChartPart['value'],
  size: number,
): Part[] {
  const slot = plot.height / Math.max(1, rows.length)
  const cap = Math.min(size * 0.3, slot * 0.3)
  const line = { kind: 'line', tone: 'ink', width: size * 0.08 } as const
  const parts = rows.flatMap(({ interval }, i): Part[] => {
    if (!interval) return []
    const y = plot.y + slot * (i + 0.5)
    const [low, high] = [xOf(plot, axis, interval[0]), xOf(plot, axis, interval[1])]
    return [
      { ...line, x1: low, x2: high, y1: y, y2: y },
      ...[low, high].map((x): Part => ({ ...line, x1: x, x2: x, y1: y - cap, y2: y + cap })),
    ]
  })
  return parts.length === 0 ? [] : [{ kind: 'group', name: translate(language, 'stability.toggle'), parts }]
}

function absentParts(
  words: string,
  chart: ChartPart,
  row: number,
  x: number,
  size: number,
  { measure }: PlateOptions,
): Part[] {
  const slot = chart.plot.height / Math.max(1, chart.sheet.rows.length)
  const thick = chart.type === 'bar' ? barBox(chart, row, 0, 0) : null
  const height = thick?.height ?? slot * 0.6
  const y = chart.plot.y + slot * row + (slot - height) / 2
  const width = Math.min(size * HATCH, chart.plot.width / 2)
  const hatch: Part = { kind: 'rect', box: { x, y, width, height }, hatched: true }
  // Where the words find no room, the table's cell says it.
  const end = x + width + size * 0.5 + measure(words, size, 400)
  if (end > chart.plot.x + chart.plot.width) return [hatch]
  return [
    hatch,
    label(words, x + width + size * 0.5, chart.plot.y + slot * (row + 0.5) + size * 0.35, size, {
      tone: 'ink3',
    }),
  ]
}
