/** `cities.series`: Share by year of every city. */
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { SeriesList } from '../../shared/contract/series.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { cellAt, cellsOf } from './computed/cells.ts'
import { citiesOf } from './computed/index-names.ts'
import { fullShare } from './computed/rows.ts'
import { indexYears, subjectNumber } from './computed/totals.ts'

export function listSeries(input: ParsedInputOf<'cities.series'>, context: ReaderContext): SeriesList {
  const dataset = context.open(input.dataset)
  const { subject } = input
  const { years, rows } =
    dataset.kind === 'published' ? printedSeries(dataset, subject) : computedSeries(dataset, subject)
  return { dataset: dataset.id, version: dataset.version, filters: { subject }, years, rows }
}

function computedSeries(dataset: OpenDataset, subject: string): Pick<SeriesList, 'years' | 'rows'> {
  const years = indexYears(dataset)
  const columns = years.map((year) => cellsOf(dataset, 'city', subjectNumber(subject), year))
  const rows = citiesOf(dataset).flatMap(({ id }, entity) => {
    const values = columns.map((cells) => {
      const cell = cellAt(cells, entity)
      return cell && fullShare(cell)
    })
    return values.some((value) => value !== null) ? [{ id, values }] : []
  })
  return { years: years.map((year) => ({ year, scope: null })), rows }
}

interface Printed {
  city_id: string
  year_to: number
  scope_id: string | null
  value: number
}

/** The edition that covered a year itself comes first: what later ones restate is left out. */
const SQL = `SELECT city_id, year_to, scope_id, value FROM figures
  WHERE indicator = 'share' AND subject = ? AND city_id IS NOT NULL AND year_to IS NOT NULL AND value IS NOT NULL
  ORDER BY abs(edition - year_to - 1), edition, figure_id`

function printedSeries(dataset: OpenDataset, subject: string): Pick<SeriesList, 'years' | 'rows'> {
  const said = dataset.db.prepare(SQL).all(subject) as Printed[]
  const keyOf = ({ year_to: year, scope_id: scope }: Printed) => `${scope}\t${year}`
  const latest = new Map<string | null, number>()
  for (const { scope_id: scope, year_to: year } of said)
    latest.set(scope, Math.max(year, latest.get(scope) ?? 0))
  const slots = [...new Map(said.map((each) => [keyOf(each), each])).values()].sort(
    (a, b) => (latest.get(a.scope_id) ?? 0) - (latest.get(b.scope_id) ?? 0) || a.year_to - b.year_to,
  )
  const place = new Map(slots.map((each, i) => [keyOf(each), i]))
  const rows = new Map<string, (number | null)[]>()
  for (const each of said) {
    const values = rows.get(each.city_id) ?? slots.map(() => null)
    values[place.get(keyOf(each)) ?? 0] ??= each.value
    rows.set(each.city_id, values)
  }
  return {
    years: slots.map(({ year_to: year, scope_id: scope }) => ({ year, scope })),
    rows: [...rows].map(([id, values]) => ({ id, values })),
  }
}
