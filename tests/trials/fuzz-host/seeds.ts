/** Sound files of every kind that an import takes, to be damaged. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { resourcesDir } from '../../../src/core/app-info.ts'
import { invent } from '../../support/database-exports.ts'
import { makeWorks } from '../../support/works.ts'
import { dimensionsCsv, scopusCsv, wosPlain, wosTab } from '../../support/write-database-exports.ts'
import { writeZip } from '../fuzz/write-zip.ts'
import type { Page } from '../soak/page.ts'

export interface Seed {
  name: string
  bytes: Uint8Array
}

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')
const EDITION = join(resourcesDir, 'editions', 'science-cities-2024')

/** Files for `imports.index` and its preview. */
export function articleSeeds(): Seed[] {
  const folders = ['openalex', 'ror', 'tables'].map((name) => join(FIXTURES, name))
  const fixtures = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => ({ name: basename(name), bytes: readFileSync(join(folder, name)) })),
  )
  const works = Buffer.from(
    makeWorks(40, 3)
      .map((work) => `${JSON.stringify(work)}\n`)
      .join(''),
  )
  const records = invent(1, 19)
  const written = (name: string, text: string): Seed => ({ name, bytes: Buffer.from(text) })
  const scopus = scopusCsv(records)
  return [
    ...fixtures,
    { name: 'works.jsonl', bytes: works },
    { name: 'works.jsonl.gz', bytes: gzipSync(works) },
    { name: 'works.zip', bytes: writeZip([['works.jsonl', works]]) },
    written('scopus.csv', scopus),
    { name: 'scopus-16.csv', bytes: Buffer.from(scopus, 'utf16le') },
    written('savedrecs.txt', wosPlain(records)),
    written('savedrecs.tsv', wosTab(records)),
    written('dimensions.csv', dimensionsCsv(records)),
  ]
}

/** The tables of an edition. */
export const editionSeeds = (): Seed[] =>
  readdirSync(EDITION)
    .filter((name) => name.endsWith('.csv') || name.endsWith('.json'))
    .map((name) => ({ name, bytes: readFileSync(join(EDITION, name)) }))

export const populationSeed: Seed = {
  name: 'populations.csv',
  bytes: Buffer.from(
    'city,country,year,population,area,source\nNanjing,CN,2023,9547000,city proper,yearbook\nBoston,US,2022,650000,city proper,census\n',
  ),
}

/** Files that the app itself made: a dataset, and figures and tables that lead back to their view. */
export async function madeSeeds(
  page: Page,
  { dataset = 'sample', figures = ['svg', 'png', 'pdf', 'pptx', 'docx'] as readonly string[] } = {},
): Promise<{ dataset: Seed; files: Seed[] }> {
  const make = async (name: string, method: string, input: object): Promise<Seed> => {
    const made = await page.post('/api/downloads', { method, input })
    if (!made.ok) throw new Error(`${method}: ${made.code}`)
    return { name, bytes: await page.bytes(`/api/downloads/${(made.value as { token: string }).token}`) }
  }
  const figure = { of: 'ranking-bars', input: { dataset }, top: 5 }
  const table = { of: 'rankings', input: { dataset } }
  const shown = { view: `/?dataset=${dataset}` }
  return {
    dataset: await make('mine.zip', 'exports.dataset', { dataset }),
    files: await Promise.all([
      ...figures.map((format) =>
        make(`figure.${format}`, 'exports.figure', {
          figure,
          format,
          preset: 'slide-full',
          dpi: 72,
          ...shown,
        }),
      ),
      ...['json', 'csv', 'csv-excel', 'xlsx'].map((format) =>
        make(`table.${format}`, 'exports.table', { table, format, ...shown }),
      ),
    ]),
  }
}
