/** Figures that an edition prints in its text: one row a statement. */
import type { Qualifier } from '../../../shared/contract/common.ts'
import { qualifierOf } from '../../../shared/domain/qualifiers.ts'
import type { Subject } from '../../../shared/domain/subjects.ts'
import { isSubject } from '../../../shared/domain/subjects.ts'
import type { CityNames } from './city-names.ts'
import type { Issues } from './issues.ts'
import type { Figure, FigureIndicator } from './model.ts'
import type { Row, Table } from './table.ts'
import { decimalsIn, numberIn, requireColumns } from './table.ts'

const REQUIRED = [
  'subject',
  'kind',
  'city',
  'institution_a',
  'institution_b',
  'period',
  'value',
  'unit',
  'qualifier',
] as const

interface Kind {
  indicator: FigureIndicator
  unit: string
  /** How many institutions the statement names. */
  institutions: 0 | 1 | 2
  /** Whether it names a second city, in the column `other_city`. */
  other?: boolean
  /** A leading pair may be named without a number. */
  valueOptional?: boolean
  least?: number
  most?: number
  integer?: boolean
  notZero?: boolean
}

const KINDS: Record<string, Kind> = {
  share: { indicator: 'share', unit: 'articles', institutions: 0, least: 0, notZero: true },
  count: {
    indicator: 'count',
    unit: 'articles',
    institutions: 0,
    least: 0,
    notZero: true,
    integer: true,
  },
  rank: { indicator: 'rank', unit: 'rank', institutions: 0, least: 1, integer: true },
  rank_change: { indicator: 'rank-change', unit: 'places', institutions: 0, integer: true },
  country_share_pct: { indicator: 'region-share-pct', unit: 'percent', institutions: 0, least: 0, most: 100 },
  region_share_pct: { indicator: 'region-share-pct', unit: 'percent', institutions: 0, least: 0, most: 100 },
  adjusted_change: { indicator: 'adjusted-change', unit: 'articles', institutions: 0 },
  adjusted_change_pct: { indicator: 'adjusted-change-pct', unit: 'percent', institutions: 0, least: -100 },
  bcs: { indicator: 'bcs', unit: 'articles', institutions: 2, least: 0 },
  top_collaboration: {
    indicator: 'top-collaboration',
    unit: 'articles',
    institutions: 2,
    valueOptional: true,
  },
  institution_rank: { indicator: 'institution-rank', unit: 'rank', institutions: 1, least: 1, integer: true },
  chinese_cities_in_top10: {
    indicator: 'chinese-cities-in-top10',
    unit: 'cities',
    institutions: 0,
    least: 0,
    most: 10,
    integer: true,
  },
  share_ratio: {
    indicator: 'share-ratio',
    unit: 'times',
    institutions: 0,
    other: true,
    least: 0,
    notZero: true,
  },
  share_gap: {
    indicator: 'share-gap',
    unit: 'articles',
    institutions: 0,
    other: true,
    least: 0,
    notZero: true,
  },
  ahead: { indicator: 'ahead', unit: '', institutions: 0, other: true, valueOptional: true },
  takes_rank: {
    indicator: 'takes-rank',
    unit: 'rank',
    institutions: 0,
    other: true,
    least: 1,
    integer: true,
  },
  falls_to_rank: { indicator: 'falls-to-rank', unit: 'rank', institutions: 0, least: 1, integer: true },
  only_rising: { indicator: 'only-rising', unit: '', institutions: 0, valueOptional: true },
  adjusted_rise: { indicator: 'adjusted-rise', unit: '', institutions: 0, valueOptional: true },
  adjusted_fall: { indicator: 'adjusted-fall', unit: '', institutions: 0, valueOptional: true },
  leading_pairs: { indicator: 'leading-pairs', unit: 'pairs', institutions: 1, least: 1, integer: true },
  named_pair: { indicator: 'named-pair', unit: 'articles', institutions: 2, valueOptional: true },
  pair_rank: { indicator: 'pair-rank', unit: 'rank', institutions: 2, least: 1, integer: true },
  pair_stronger: { indicator: 'pair-stronger', unit: '', institutions: 2, other: true, valueOptional: true },
  pair_close: { indicator: 'pair-close', unit: '', institutions: 2, other: true, valueOptional: true },
  population_rank: { indicator: 'population-rank', unit: 'rank', institutions: 0, least: 1, integer: true },
  population_millions: { indicator: 'population-millions', unit: 'million', institutions: 0, least: 0 },
}

export function isFacts(columns: readonly string[]): boolean {
  return columns.includes('kind') && columns.includes('subject') && columns.includes('value')
}

export interface FactsOptions {
  names: CityNames
  scope: string | null
  edition: number
  origin: string
}

/** @returns the figures that could be read; what could not is in `issues`. */
export function parseFacts(table: Table, options: FactsOptions, issues: Issues): Figure[] {
  if (!requireColumns(table, REQUIRED, issues)) return []
  const seen = new Map<string, number>()
  return table.rows.flatMap((row) => {
    const figure = parseFact(table, row, options, issues)
    if (!figure) return []
    const { indicator, subject, cityPrinted, institutionA, institutionB, yearFrom, yearTo } = figure
    const key = [
      indicator,
      subject,
      cityPrinted,
      figure.otherCityId,
      institutionA,
      institutionB,
      yearFrom,
      yearTo,
    ].join('\t')
    const twin = seen.get(key)
    if (twin !== undefined) issues.add(table.file, row.line, 'duplicate-figure', { line: twin })
    seen.set(key, row.line)
    return [figure]
  })
}

function parseFact(table: Table, row: Row, options: FactsOptions, issues: Issues): Figure | null {
  const { cells, line } = row
  const kind = KINDS[cells['kind'] ?? '']
  if (!kind) {
    issues.add(table.file, line, 'indicator-unknown', { value: cells['kind'] ?? '' }, 'kind')
    return null
  }
  const subject = subjectIn(cells['subject'] ?? '')
  if (!subject) issues.add(table.file, line, 'subject-unknown', { value: cells['subject'] ?? '' }, 'subject')
  const value = numberIn(
    table,
    row,
    'value',
    {
      integer: kind.integer ?? false,
      notZero: kind.notZero ?? false,
      optional: kind.valueOptional ?? false,
      ...(kind.least === undefined ? {} : { least: kind.least }),
      ...(kind.most === undefined ? {} : { most: kind.most }),
    },
    issues,
  )
  const cityPrinted = cells['city'] ?? ''
  const cityId = cityIn(table, row, 'city', options.names, issues)
  const otherCityId = kind.other ? cityIn(table, row, 'other_city', options.names, issues) : null
  if (kind.other && (cells['other_city'] ?? '') === '')
    issues.add(table.file, line, 'value-missing', { column: 'other_city' }, 'other_city')
  const institutions = [cells['institution_a'] ?? '', cells['institution_b'] ?? '']
  if (institutions.slice(0, kind.institutions).includes(''))
    issues.add(table.file, line, 'institution-missing')
  const period = periodIn(cells['period'] ?? '')
  if (!period) issues.add(table.file, line, 'period', { value: cells['period'] ?? '' }, 'period')
  if (!subject || !period) return null
  const qualifier = qualifierIn(cells['qualifier'] ?? '', kind.indicator)
  return {
    file: table.file,
    line,
    indicator: kind.indicator,
    subject,
    cityPrinted,
    cityId,
    otherCityId,
    institutionA: institutions[0] || null,
    institutionB: institutions[1] || null,
    yearFrom: period.from,
    yearTo: period.to,
    scope: options.scope,
    value: value !== null && (cells['unit'] ?? '').startsWith('places down') ? -value : value,
    unit: kind.unit,
    decimals: value === null ? null : decimalsIn(row, 'value'),
    qualifier: qualifier.qualifier,
    note: [qualifier.note, unitNote(cells['unit'] ?? '', kind), cells['statement'] ?? '']
      .filter(Boolean)
      .join('; '),
    edition: options.edition,
    origin: originOf(cells, options.origin),
  }
}

/** The id of the city in a cell; null where it is empty, or unknown (then an issue is recorded). */
function cityIn(table: Table, row: Row, column: string, names: CityNames, issues: Issues): string | null {
  const printed = row.cells[column] ?? ''
  if (printed === '') return null
  const id = names.find(printed)
  if (id === null)
    issues.add(
      table.file,
      row.line,
      'city-unknown',
      { value: printed, nearest: names.nearest(printed) },
      column,
    )
  return id
}

/** Where a figure stands in the source: its citation, and the line of the text where the table tells it. */
const originOf = (cells: Row['cells'], origin: string): string =>
  [origin, cells['text_line'] && `line ${cells['text_line']} of the text`].filter(Boolean).join(', ')

const SUBJECT_NAMES: Record<string, Subject> = {
  overall: 'all',
  all: 'all',
  'earth & environmental sciences': 'earth-environmental-sciences',
}

/** A subject by id or by its printed name; null where it is not one of the five. */
export function subjectIn(text: string): Subject | null {
  const plain = text.trim().toLowerCase()
  const named = SUBJECT_NAMES[plain]
  if (named) return named
  const id = plain.replaceAll(' ', '-')
  return isSubject(id) ? id : null
}

function periodIn(text: string): { from: number | null; to: number | null } | null {
  if (text === '') return { from: null, to: null }
  const years = /^(\d{4})(?:[-–](\d{4}))?$/.exec(text)
  if (!years) return null
  const from = Number(years[1])
  const to = years[2] ? Number(years[2]) : from
  return from <= to ? { from, to } : null
}

/** What is said of how exact a figure is; a rank told in other words is implied, and other words are a note. */
export function qualifierIn(
  text: string,
  indicator: FigureIndicator,
): { qualifier: Qualifier; note: string } {
  const known = qualifierOf(text)
  if (known) return { qualifier: known, note: '' }
  return { qualifier: indicator === 'rank' ? 'implied' : 'exact', note: text }
}

/** Units that say more than the indicator's own ("percent of China", "world rank among academic institutions"). */
function unitNote(unit: string, kind: Kind): string {
  return unit.startsWith('percent of') || unit.startsWith('world rank')
    ? unit
    : kind.indicator === 'rank-change'
      ? unit
      : ''
}
