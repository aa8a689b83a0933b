/** Random views are exported in each format and reopened: the address is the same, also where the request alone says it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { plainQuery } from '../../src/shared/address/query.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { RandomView } from './views.ts'
import { randomView, seeded } from './views.ts'

const TABLES = ['json', 'csv-excel', 'xlsx'] as const
const FIGURES = ['svg', 'png', 'pdf', 'pptx', 'docx'] as const
const GRAPHS = ['json', 'graphml', 'gexf'] as const
/** A report leads back to the report of its dataset. */
const REPORTS = ['html', 'xlsx'] as const
const REPORT_VIEW = '/report?dataset=sample'

export interface ReopenTrial {
  /** Files that were reopened, by format. */
  reopened: Record<string, number>
  /** Views without rows in the data at hand, and formats without a writer. */
  left: Record<string, number>
  wrong: { address: string; format: string; got: string | null }[]
}

export async function reopenTrial(
  views: number,
  seed: number,
  formats?: readonly string[],
): Promise<ReopenTrial> {
  const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-trial-'))
  const core = createCore({ dataDir, resourcesDir, appVersion })
  const client = createClient(core)
  const random = seeded(seed)
  const found: ReopenTrial = { reopened: {}, left: {}, wrong: [] }
  const count = (of: Record<string, number>, key: string) => (of[key] = (of[key] ?? 0) + 1)
  let files = 0
  const opened = async (bytes: Uint8Array): Promise<string | null> => {
    const path = join(dataDir, `trial-${++files}`)
    writeFileSync(path, bytes)
    const { token } = await core.grantFiles([path])
    const { view } = await client.call('files.open', { file: token })
    rmSync(path)
    return view
  }
  const attempt = async (
    view: RandomView,
    format: string,
    make: () => Promise<{ bytes: Uint8Array }>,
    expected = view.address,
  ) => {
    if (formats && !formats.includes(format)) return
    try {
      const got = await opened((await make()).bytes)
      count(found.reopened, format)
      if (got !== expected) found.wrong.push({ address: view.address, format, got })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const unwritten = error.code === 'internal' && !/not (written|laid out) yet/.test(error.message)
      if (unwritten) throw error
      count(found.left, `${format}: ${error.code === 'internal' ? error.message : error.code}`)
    }
  }
  try {
    await client.call('samples.create', { as: 'sample', scale: 0.05 })
    for (let n = 0; n < views; n++) {
      const view = randomView(random)
      const { address, table, figure } = view
      for (const format of TABLES)
        await attempt(view, format, () => client.call('exports.table', { table, format, view: address }))
      for (const format of FIGURES) {
        const look = { preset: 'slide-full', dpi: 72, view: address } as const
        await attempt(view, format, () => client.call('exports.figure', { figure, format, ...look }))
      }
      if (figure.of === 'network')
        for (const format of GRAPHS) {
          const { drawing } = figure
          await attempt(view, `graph ${format}`, () =>
            client.call('exports.graph', { drawing, format, view: address }),
          )
        }
      await derived(view)
      const page = { id: 'p1', figure, view: address }
      const report = { dataset: 'sample', content: { language: 'both' as const, pages: [page] } }
      for (const format of REPORTS)
        await attempt(
          view,
          `report ${format}`,
          () => client.call('exports.report', { ...report, format }),
          REPORT_VIEW,
        )
    }
  } finally {
    await core.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return found

  /** Without an address in the file: the view's own reading of the derived one asks for the same. */
  async function derived(view: RandomView): Promise<void> {
    const schema = contract['exports.table'].input
    const asked = (table: RandomView['table']) => {
      const parsed = schema.parse({ table, format: 'json' }).table
      return JSON.stringify(parsed, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      )
    }
    try {
      const { bytes } = await client.call('exports.table', { table: view.table, format: 'json' })
      const got = (await opened(bytes)) ?? ''
      const { pathname, searchParams } = new URL(got, 'http://localhost')
      count(found.reopened, 'derived')
      if (asked(view.read(pathname, plainQuery(Object.fromEntries(searchParams)))) !== asked(view.table))
        found.wrong.push({ address: view.address, format: 'derived', got })
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      count(found.left, `derived: ${error.code}`)
    }
  }
}
