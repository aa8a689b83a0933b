/** The table of a comparison: values by city, their ratios to the reference on a strip, and the differences from it. */
import { differenceFrom } from '../../domain/difference.ts'
import { formatNumber, formatSigned } from '../../format/numbers.ts'
import { translate } from '../../i18n/index.ts'
import { measureOf } from '../../measures/by-id.ts'
import type { Align, Cell, Part, Rectangle, Rule, TablePart } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { stripParts } from './strip.ts'
import type { CompareRow, CompareSpec } from './spec.ts'
import { subjectMarks } from '../../screens/subject-marks.ts'

type Asked = Pick<PlateOptions, 'language' | 'measure'>

/** What a column holds; `at` is the city's number. */
type Column =
  { of: 'name' | 'strip'; width: number } | { of: 'value' | 'difference' | 'half'; at: number; width: number }

export interface TablePlan {
  columns: Column[]
  /** Not published is said by a dash where the words find no room. */
  dashed: boolean
  /** Whether every city's values, or only the reference's, stand in it. */
  whole: boolean
  height: number
  row: number
  /** Whether it stands within the width. */
  fits: boolean
  /** Numbers of the cities compared with the reference in it. */
  others: readonly number[]
}

/** In parts of the words' size. */
const HEAD = 2
const ROW = 2.25
const LEAST_ROW = 1.75
const INSET = 0.6
const LEAST_STRIP = 11
const MOST_STRIP = 24

/** Head and rows at the usual height. */
export const tableHeightOf = (size: number, rows: number): number => size * (HEAD + rows * ROW)
export const leastTableHeight = (size: number, rows: number): number => size * (HEAD + rows * LEAST_ROW)

/** The fullest of several tables that fits the width: a strip needs room, then the other cities' values give way. */
export function planTable(
  spec: CompareSpec,
  others: readonly number[],
  box: Pick<Rectangle, 'width' | 'height'>,
  size: number,
  options: Asked,
): TablePlan {
  const row = Math.min(ROW * 1.25, (box.height / size - HEAD) / spec.rows.length) * size
  const missing = spec.rows.some(({ values }) => values.some((value) => value === null))
  const shapes = [
    { whole: true, strip: true, dashed: false },
    { whole: true, strip: true, dashed: true },
    { whole: false, strip: true, dashed: false },
    { whole: false, strip: true, dashed: true },
    { whole: true, strip: false, dashed: true },
    { whole: false, strip: false, dashed: true },
  ]
  const plans = shapes.map((shape) => ({ shape, columns: columnsOf(spec, others, shape, size, options) }))
  const fitting = plans.find(({ columns }) => widthOf(columns) <= box.width)
  const chosen = fitting ?? plans.at(-1)
  const columns = chosen?.columns ?? []
  const spare = Math.max(0, box.width - widthOf(columns))
  const strip = columns.findIndex(({ of }) => of === 'strip')
  const toStrip =
    strip < 0 ? 0 : Math.min(spare, Math.max(0, MOST_STRIP * size - (columns[strip]?.width ?? 0)))
  // What the strip does not need parts the columns of numbers.
  const numbers = columns.filter(({ of }) => of === 'value' || of === 'difference').length || 1
  const wider = columns.map((column, i) => {
    if (i === strip) return { ...column, width: column.width + toStrip }
    const isNumber = column.of === 'value' || column.of === 'difference'
    return isNumber ? { ...column, width: column.width + (spare - toStrip) / numbers } : column
  })
  return {
    columns: wider,
    dashed: missing && (chosen?.shape.dashed ?? true),
    whole: chosen?.shape.whole ?? true,
    height: HEAD * size + row * spec.rows.length,
    row,
    fits: fitting !== undefined,
    others,
  }
}

const widthOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, 0)

function columnsOf(
  spec: CompareSpec,
  others: readonly number[],
  { whole, strip, dashed }: { whole: boolean; strip: boolean; dashed: boolean },
  size: number,
  options: Asked,
): Column[] {
  const { language, measure } = options
  const widest = (texts: readonly string[], weight: 400 | 600 = 400) =>
    Math.max(0, ...texts.map((text) => measure(text, size, weight)))
  const valueWidth = (at: number) =>
    Math.max(
      widest(
        spec.rows.map((row) => valueText(row, at, dashed, language)),
        600,
      ),
      size * 2,
    ) +
    2 * INSET * size
  const name = Math.max(
    widest(spec.rows.map(({ name: said }) => said)) + size * 1.5,
    measure(headText(spec, language), size, 400),
    measure(spec.rows[0]?.name ?? '', size, 600),
  )
  const differences = others.flatMap((at): Column[] => {
    const head = differenceHead(spec, at, language)
    const texts = spec.rows.map((row) => differenceText(spec, row, at, language))
    const halves = spec.rows.map((row) => halfText(row, at, language))
    const half = widest(halves)
    return [
      {
        of: 'difference',
        at,
        width: Math.max(widest([...texts, half > 0 ? '' : head], 600), size * 2) + 2 * INSET * size,
      },
      ...(half > 0 ? [{ of: 'half', at, width: Math.max(half, 0) + INSET * size } as const] : []),
    ]
  })
  return [
    { of: 'name', width: name + INSET * size },
    ...shownValues(spec.reference, whole ? others : []).map((at): Column => ({
      of: 'value',
      at,
      width: valueWidth(at),
    })),
    ...(strip ? [{ of: 'strip', width: LEAST_STRIP * size } as const] : []),
    ...differences,
  ]
}

const shownValues = (reference: number, others: readonly number[]) =>
  [reference, ...others].sort((a, b) => a - b)

const headText = ({ year }: CompareSpec, language: Asked['language']) =>
  translate(language, 'plates.compare.shareIn', { year: String(year) })
const differenceHead = ({ cities, reference }: CompareSpec, at: number, language: Asked['language']) =>
  translate(language, 'plates.compare.difference', {
    city: cities[at]?.letter ?? '',
    reference: cities[reference]?.letter ?? '',
  })

const decimalsOf = ({ measure }: CompareRow) => measureOf(measure).decimals

function valueText(row: CompareRow, at: number, dashed: boolean, language: Asked['language']): string {
  const value = row.values[at]
  if (value !== null && value !== undefined) return formatNumber(value, decimalsOf(row), language)
  return translate(language, dashed ? 'plates.compare.missing' : 'figures.notPublished')
}

function differenceText(
  { reference }: CompareSpec,
  row: CompareRow,
  at: number,
  language: Asked['language'],
): string {
  const difference = differenceFrom(row.values[reference], row.values[at])
  return difference ? formatSigned(difference.absolute, decimalsOf(row), language) : ''
}

function halfText({ halves }: CompareRow, at: number, language: Asked['language']): string {
  const half = halves?.[at]
  return half === null || half === undefined
    ? ''
    : translate(language, 'plates.compare.half', { value: formatNumber(half, 0, language) })
}

/** Whether the interval of a difference holds zero: the two cities are level. */
const isLevel = ({ reference }: CompareSpec, row: CompareRow, at: number): boolean => {
  const difference = differenceFrom(row.values[reference], row.values[at])
  const half = row.halves?.[at]
  return difference !== null && half !== null && half !== undefined && Math.abs(difference.absolute) <= half
}

const RULES: Record<'head' | 'row' | 'first', Rule> = {
  head: { tone: 'ink', width: 0.6 },
  row: { tone: 'line', width: 0.6 },
  first: { tone: 'line2', width: 0.6 },
}

/** The table with its strip; the strip is a chart over an empty column. */
export function tableParts(
  spec: CompareSpec,
  plan: TablePlan,
  at: { x: number; y: number },
  size: number,
  options: Asked,
): Part[] {
  const { columns, row: height } = plan
  const { language } = options
  const table: TablePart = {
    kind: 'table',
    name: headText(spec, language),
    alt: translate(language, 'plates.compare.table', { reference: spec.cities[spec.reference]?.name ?? '' }),
    ...at,
    columns: columns.map((column, i) => ({
      width: column.width,
      align: (column.of === 'name' || column.of === 'strip' ? 'left' : 'right') as Align,
      left: column.of === 'name' ? 0 : INSET * size * 0.5,
      // The last column ends with the frame.
      right: i === columns.length - 1 ? 0 : INSET * size * 0.5,
    })),
    rows: [
      { height: HEAD * size, head: true, cells: columns.map((column) => headCell(spec, column, language)) },
      ...spec.rows.map((row, i) => ({
        height,
        cells: columns.map((column) =>
          cellOf(spec, row, column, { first: i === 0, dashed: plan.dashed, language, size }),
        ),
      })),
    ],
    size,
  }
  const strip = columns.findIndex(({ of }) => of === 'strip')
  if (strip < 0) return [table]
  const box = {
    x: at.x + widthOf(columns.slice(0, strip)) + size * 1.5,
    y: at.y + HEAD * size,
    width: (columns[strip]?.width ?? 0) - size * 2.4,
    height: height * spec.rows.length,
  }
  return [table, ...stripParts(spec, plan.others, box, size, options)]
}

function headCell(spec: CompareSpec, column: Column, language: Asked['language']): Cell {
  const plain = { tone: 'ink3', bottom: RULES.head } as const
  switch (column.of) {
    case 'name':
      return { runs: [{ text: headText(spec, language) }], ...plain }
    case 'strip':
      return { runs: [], ...plain }
    case 'value': {
      const city = spec.cities[column.at]
      return { runs: [], ...plain, badge: { letter: city?.letter ?? '', tone: city?.look.badge ?? 'ink' } }
    }
    case 'difference':
      return { runs: [{ text: differenceHead(spec, column.at, language) }], ...plain }
    case 'half':
      return { runs: [], ...plain }
  }
}

function cellOf(
  spec: CompareSpec,
  row: CompareRow,
  column: Column,
  look: { first: boolean; dashed: boolean; language: Asked['language']; size: number },
): Cell {
  const { first, dashed, language, size } = look
  const bottom = first ? RULES.first : RULES.row
  const bold = { weight: first ? (600 as const) : (400 as const) }
  switch (column.of) {
    case 'name':
      return {
        runs: [{ text: row.name }],
        ...bold,
        bottom,
        ...(row.subject === null || row.subject === 'all'
          ? {}
          : {
              mark: {
                shape: subjectMarks[row.subject]?.shape ?? 'circle',
                size: size * 0.8,
                tone: row.subject,
                hollow: false,
              },
            }),
      }
    case 'strip':
      return { runs: [], bottom }
    case 'value': {
      const known = typeof row.values[column.at] === 'number'
      return {
        runs: [{ text: valueText(row, column.at, dashed, language) }],
        ...(known ? bold : { tone: 'ink3' }),
        bottom,
      }
    }
    case 'difference': {
      const level = isLevel(spec, row, column.at)
      return {
        runs: [{ text: differenceText(spec, row, column.at, language) }],
        bottom,
        ...(level ? { fill: 'wash', tone: 'needleText', weight: 600 } : {}),
      }
    }
    case 'half':
      return {
        runs: [{ text: halfText(row, column.at, language) }],
        tone: 'ink3',
        bottom,
        ...(isLevel(spec, row, column.at) ? { fill: 'wash' } : {}),
      }
  }
}
