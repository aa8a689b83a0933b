/** A user's table of populations: `city, country, year, population, area, source`, a row a place and year. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { LATEST_YEAR } from '../../../shared/domain/years.ts'
import { cityKey } from '../../../shared/domain/city-key.ts'
import type { KeptPopulations, PopulationEntry } from '../../populations/populations.ts'
import { unreadable } from '../text/open-bytes.ts'
import type { SmallRow } from '../text/small-table.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import type { Countries } from './countries.ts'

const COLUMNS = ['city', 'country', 'year', 'population', 'area', 'source'] as const
type Column = (typeof COLUMNS)[number]

/** Before it no population is of use for a figure of today. */
const FIRST_CENSUS = 1900

/** More people live in no city, and fewer in none that is ranked. */
const LEAST = 1_000
const MOST = 100_000_000

/**
 * Rows without a population are those of the template that were not filled in: they are left out. A row that has one
 * needs all columns, so that every figure can be shown with its year, area and source.
 * @throws AppError import-rejected with file, line and reason; file-unreadable.
 */
export async function readPopulations(path: string, countries: Countries): Promise<KeptPopulations> {
  const file = basename(path)
  const issues = new IssueList(file)
  const table = await readSmallTable(path, issues)
  for (const column of COLUMNS)
    if (!table.columns.includes(column)) issues.add(1, 'column-missing', { column })
  issues.throwIfAny()
  const entries: PopulationEntry[] = []
  const lines = new Map<string, number>()
  for (const row of table.rows) {
    if (!row.cells['population']) continue
    const entry = readRow(row, countries, issues)
    const key = `${cityKey(entry.name, entry.country)}/${entry.country}/${entry.year}`
    if (lines.has(key)) issues.add(row.line, 'duplicate-entry', { value: entry.name })
    lines.set(key, row.line)
    entries.push(entry)
  }
  if (entries.length === 0) issues.add(null, 'empty-file')
  issues.throwIfAny()
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), entries }
}

function readRow({ line, cells }: SmallRow, countries: Countries, issues: IssueList): PopulationEntry {
  const text = (column: Column): string => {
    const value = cells[column]?.trim() ?? ''
    if (value === '') issues.add(line, 'value-missing', { column }, column)
    return value
  }
  const whole = (column: Column, least: number, most: number): number => {
    const value = text(column)
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (value !== '' && Number.isNaN(number)) issues.add(line, 'integer-expected', { column, value }, column)
    else if (number < least || number > most)
      issues.add(line, 'number-range', { column, value, least, most }, column)
    return number
  }
  const country = text('country')
  const code = countries.codeOf(country)
  if (code === null && country !== '') issues.add(line, 'country-unknown', { value: country }, 'country')
  return {
    name: text('city'),
    country: code ?? '',
    year: whole('year', FIRST_CENSUS, LATEST_YEAR),
    inhabitants: whole('population', LEAST, MOST),
    area: text('area'),
    source: text('source'),
  }
}
