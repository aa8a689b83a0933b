/** The tables that fold suburbs, and other names of cities, into their city. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Countries } from '../places/countries.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import type { Folding } from './foldings.ts'

const COLUMNS = ['place', 'country', 'city'] as const

/** Whether a table folds suburbs, by the keys of its columns. */
export function isFoldingTable(columns: readonly string[]): boolean {
  return COLUMNS.every((name) => columns.includes(name)) && !columns.includes('year')
}

/** The app's own table. @param resourcesDir the app's folder of resources. */
export function loadFoldings(resourcesDir: string): Folding[] {
  const text = readFileSync(join(resourcesDir, 'index', 'suburbs.csv'), 'utf8')
  return parse(text, { columns: true }) as Folding[]
}

/**
 * A user's table: columns `place`, `country` and `city`. Its rows go before those of the app.
 * @throws AppError import-rejected with line and reason of every wrong row; file-unreadable.
 */
export async function readFoldings(
  path: string,
  { resourcesDir, countries }: { resourcesDir: string; countries: Countries },
): Promise<Folding[]> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  if (table.rows.length === 0) issues.add(null, 'empty-file')
  const own = table.rows.flatMap(({ line, cells }) => {
    const [place = '', named = '', city = ''] = COLUMNS.map((name) => cells[name])
    const country = countries.codeOf(named)
    if (country === null) issues.add(line, 'country-unknown', { value: named }, 'country')
    if (place === '' || city === '')
      issues.add(line, 'value-missing', { column: place === '' ? 'place' : 'city' })
    return country === null ? [] : [{ place, country, city }]
  })
  issues.throwIfAny()
  return [...loadFoldings(resourcesDir), ...own]
}
