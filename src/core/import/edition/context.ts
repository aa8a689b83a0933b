/** Figures of other editions: ranks by year and series of Share and Count. Their cities need not be in the ranking. */
import type { ImportNotice } from '../../../shared/contract/datasets.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../../../shared/domain/years.ts'
import { slug } from '../../../shared/domain/slug.ts'
import type { CityNames } from './city-names.ts'
import { qualifierIn, subjectIn } from './facts.ts'
import type { Issues } from './issues.ts'
import type { Figure, FigureIndicator } from './model.ts'
import type { Row, Table } from './table.ts'
import { decimalsIn, numberIn, requireColumns, textIn } from './table.ts'

export type ContextKind = 'rank-history' | 'city-series'

/** Which kind of context a table is, by its head; null for neither. */
export function contextKind(columns: readonly string[]): ContextKind | null {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('edition', 'year', 'subject', 'city', 'share', 'count')) return 'city-series'
  if (has('edition', 'year', 'city', 'rank') && (has('subject') || has('ranking'))) return 'rank-history'
  return null
}

interface Measure {
  column: string
  indicator: FigureIndicator
  unit: string
  rule: { integer?: boolean; least?: number; most?: number; notZero?: boolean }
}

const MEASURES: readonly Measure[] = [
  { column: 'rank', indicator: 'rank', unit: 'rank', rule: { integer: true, least: 1 } },
  { column: 'share', indicator: 'share', unit: 'articles', rule: { least: 0, notZero: true } },
  { column: 'count', indicator: 'count', unit: 'articles', rule: { integer: true, least: 0, notZero: true } },
  {
    column: 'region_share_pct',
    indicator: 'region-share-pct',
    unit: 'percent',
    rule: { least: 0, most: 100 },
  },
  { column: 'adjusted_change_pct', indicator: 'adjusted-change-pct', unit: 'percent', rule: { least: -100 } },
]

/** Code ZZ is kept free by ISO 3166 for what is not known. */
const UNKNOWN_REGION = { region: 'ZZ', regionName: 'Not stated', regionNameZh: '未注明' }

export interface ContextOptions {
  names: CityNames
  scopes: ReadonlySet<string>
  notices: ImportNotice[]
}

/** One figure for each measure that a row holds. A subject that is not of the five is noticed and passed over. */
export function parseContext(table: Table, options: ContextOptions, issues: Issues): Figure[] {
  const subjectColumn = table.columns.includes('subject') ? 'subject' : 'ranking'
  if (!requireColumns(table, ['edition', 'year', 'city'], issues)) return []
  const measures = MEASURES.filter(({ column }) => table.columns.includes(column))
  const seen = new Map<string, number>()
  return table.rows.flatMap((row) => {
    const subject = subjectIn((row.cells[subjectColumn] ?? '').replace(/ \(.*\)$/, ''))
    if (!subject) {
      const values = { value: row.cells[subjectColumn] ?? '' }
      options.notices.push({ code: 'value-unreadable', file: table.file, line: row.line, values })
      return []
    }
    return parseRow(table, row, measures, options, issues).map((figure) => {
      const key = [figure.indicator, subject, figure.cityPrinted, figure.edition, figure.yearTo].join('\t')
      const twin = seen.get(key)
      if (twin !== undefined) issues.add(table.file, row.line, 'duplicate-figure', { line: twin })
      seen.set(key, row.line)
      return { ...figure, subject }
    })
  })
}

/** A city that only other editions rank is kept, in the region that its row names: it can be found and has a page. */
function addCity(table: Table, { line, cells }: Row, name: string, names: CityNames, issues: Issues): string {
  const region = cells['region_iso2'] || UNKNOWN_REGION.region
  if (!/^[A-Z]{2}$/.test(region))
    issues.add(table.file, line, 'region-code', { value: region }, 'region_iso2')
  const regionName = cells['region_en'] || names.regionName(region)?.regionName || UNKNOWN_REGION.regionName
  const regionNameZh =
    cells['region_zh'] || names.regionName(region)?.regionNameZh || UNKNOWN_REGION.regionNameZh
  return names.add({
    cityId: slug(name) || `city-${names.others.length + 1}`,
    name,
    nameZh: cells['city_zh'] || null,
    region,
    ...(region === UNKNOWN_REGION.region ? UNKNOWN_REGION : { regionName, regionNameZh }),
  })
}

function parseRow(
  table: Table,
  row: Row,
  measures: readonly Measure[],
  options: ContextOptions,
  issues: Issues,
): Omit<Figure, 'subject'>[] {
  const edition = numberIn(
    table,
    row,
    'edition',
    { integer: true, least: EARLIEST_YEAR, most: LATEST_YEAR },
    issues,
  )
  const year = numberIn(
    table,
    row,
    'year',
    { integer: true, least: EARLIEST_YEAR, most: LATEST_YEAR },
    issues,
  )
  const cityPrinted = textIn(table, row, 'city', issues)
  if (edition === null || year === null || cityPrinted === '') return []
  const known = options.names.find(cityPrinted)
  if (!known) {
    options.notices.push({
      code: 'city-outside-ranking',
      file: table.file,
      line: row.line,
      values: { city: cityPrinted },
    })
  }
  const cityId = known ?? addCity(table, row, cityPrinted, options.names, issues)
  const scope = row.cells['scope'] || null
  return measures.flatMap(({ column, indicator, unit, rule }) => {
    const value = numberIn(table, row, column, { ...rule, optional: true }, issues)
    if (value === null) return []
    const { qualifier, note } = qualifierIn(row.cells['qualifier'] ?? '', indicator)
    return {
      file: table.file,
      line: row.line,
      indicator,
      cityPrinted,
      cityId,
      otherCityId: null,
      institutionA: null,
      institutionB: null,
      // A change is since the year before.
      yearFrom: indicator === 'adjusted-change-pct' ? year - 1 : year,
      yearTo: year,
      scope: scope !== null && options.scopes.has(scope) ? scope : null,
      value,
      unit,
      decimals: decimalsIn(row, column),
      qualifier,
      note: [note, row.cells['note'] ?? ''].filter(Boolean).join('; '),
      edition,
      origin: row.cells['source_url'] ?? '',
    }
  })
}
