/**
 * Bits of stored files are turned, one at a time: does verifying find each, and is an answer ever wrong without a word? What
 * a file's opening looks at, and what is looked at when articles are loaded, must never be; kept words may be, until verified.
 */
import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { ReaderContext } from '../../src/core/context.ts'
import { readChecksum } from '../../src/core/datasets/checksum.ts'
import { damageBehind } from '../../src/core/datasets/damage.ts'
import { datasetPath } from '../../src/core/datasets/files.ts'
import type { PageSums } from '../../src/core/datasets/pages/page-sums.ts'
import { DatasetPool } from '../../src/core/datasets/pool.ts'
import { drawingHandlers } from '../../src/core/drawing/handlers.ts'
import { createSample } from '../../src/core/import/run/create-sample.ts'
import { importEdition } from '../../src/core/import/edition/import-edition.ts'
import { queryHandlers } from '../../src/core/queries/handlers.ts'
import { verifyDataset } from '../../src/core/verify/verify.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { BUNDLED, temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { seeded } from './views.ts'

/** What was told of a flip, where the answers and where only verifying did. */
type Told =
  'at opening' | 'by a call' | 'by verify alone: answers as before' | 'by verify alone: an answer was wrong'

export interface FlipsTrial {
  flips: number
  /** Flips by what was hit, and of each how they came to light. */
  hit: Record<string, Partial<Record<Told, number>>>
  /** Verified as whole, an exception in place of a report, or a wrong answer from what is looked at. */
  wrong: { dataset: string; at: number; bit: number; hit: string; what: string }[]
}

type Call = [name: keyof typeof contract, input: object]

const callsOf = (dataset: string, isIndex: boolean): Call[] => [
  ['datasets.show', { dataset }],
  ['rankings.list', { dataset }],
  ['cities.profile', { dataset, city: 'beijing' }],
  ['collaborations.list', { dataset }],
  ['maps.draw', { dataset }],
  ['search.find', { dataset, text: 'uni' }],
  ['search.find', { dataset, text: '北京' }],
  ...(isIndex
    ? ([
        ['rankings.rising', { dataset }],
        ['networks.institutions', { dataset }],
        ['networks.cities', { dataset }],
        ['institutions.list', { dataset }],
        ['derivation.of', { dataset, kind: 'city', id: 'beijing' }],
      ] as Call[])
    : []),
]

export async function flipsTrial(many: number, seed: number, scale = 0.01): Promise<FlipsTrial> {
  const root = temporaryFolder()
  const random = seeded(seed)
  const found: FlipsTrial = { flips: 0, hit: {}, wrong: [] }
  try {
    const context = { ...importContext(root), appVersion }
    const edition = { folder: BUNDLED, as: 'edition', name: undefined, year: undefined }
    await importEdition({ ...edition, replace: false, convert: false }, context)
    await createSample({ as: 'index', replace: false, seed: 1, scale }, context)
    for (const dataset of ['edition', 'index']) {
      const calls = callsOf(dataset, dataset === 'index')
      const whole = readFileSync(datasetPath(root, dataset))
      const expected = await answersOf(root, dataset, calls)
      const failed = calls.filter((_, i) => expected[i]?.startsWith('!'))
      if (failed.length > 0)
        throw new Error(
          `calls fail on a sound file: ${JSON.stringify(failed)} ${expected.find((each) => each.startsWith('!'))}`,
        )
      const regionAt = regionsOf(root, dataset)
      for (let n = 0; n < many / 2; n++) {
        if (n % 100 === 99) console.error(`${dataset}: ${n + 1} flips`)
        const at = placeIn(whole.length, regionAt, random, n % 2 === 0)
        const bit = Math.floor(random() * 8)
        const hit = `${dataset}: ${regionAt(at)}`
        const spoiled = Buffer.from(whole)
        spoiled[at] = (spoiled[at] as number) ^ (1 << bit)
        writeFileSync(datasetPath(root, dataset), spoiled)
        const answers = await answersOf(root, dataset, calls)
        const told = toldBy(answers, expected)
        const tally = (found.hit[hit] ??= {})
        tally[told] = (tally[told] ?? 0) + 1
        found.flips++
        const note = (what: string) => found.wrong.push({ dataset, at, bit, hit, what })
        const odd = answers.find((each) => each.startsWith('!') && !each.startsWith('!dataset-damaged'))
        if (odd) note(odd)
        if (told === 'by verify alone: an answer was wrong' && !hit.endsWith('words')) note(told)
        const verified = await verifyDataset(dataset, contextOf(root)).catch(String)
        if (typeof verified === 'string') note(verified)
        else if (verified.ok) note('verified as whole')
      }
      writeFileSync(datasetPath(root, dataset), whole)
    }
    return found
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Kept words are most of an index: every second flip hits something else. */
function placeIn(
  bytes: number,
  regionAt: (at: number) => string,
  random: () => number,
  anywhere: boolean,
): number {
  for (;;) {
    const at = Math.floor(random() * bytes)
    if (anywhere || regionAt(at) !== 'words') return at
  }
}

function toldBy(answers: readonly string[], expected: readonly string[]): Told {
  const failed = answers.filter((each) => each.startsWith('!')).length
  if (failed === answers.length) return 'at opening'
  if (answers.some((each, i) => !each.startsWith('!') && each !== expected[i]))
    return 'by verify alone: an answer was wrong'
  return failed > 0 ? 'by a call' : 'by verify alone: answers as before'
}

function contextOf(dataDir: string): ReaderContext & { pool: DatasetPool } {
  const pool = new DatasetPool({ dataDir, resourcesDir })
  return {
    pool,
    dataDir,
    resourcesDir,
    appVersion,
    now: () => '2026-01-01T00:00:00.000Z',
    open: (id) => pool.open(id),
    release: (id) => pool.release(id),
  }
}

/** Answers as text; what failed as `!code`, found out as a thread of the core does. */
async function answersOf(dataDir: string, dataset: string, calls: readonly Call[]): Promise<string[]> {
  const context = contextOf(dataDir)
  const handlers = { ...queryHandlers, ...drawingHandlers } as unknown as Record<
    string,
    (input: unknown, context: ReaderContext) => unknown
  >
  const answers: string[] = []
  for (const [name, input] of calls) {
    try {
      answers.push(JSON.stringify(await handlers[name]?.(contract[name].input.parse(input), context)))
    } catch (error) {
      const known = error instanceof AppError ? error : await damageBehind(error, dataDir, [dataset])
      answers.push(`!${known?.code ?? String(error)}`)
    }
  }
  try {
    context.pool.close()
  } catch {
    // a statement that failed half-way is still open; the file is read by nobody any more
  }
  return answers
}

/** What a byte belongs to. */
function regionsOf(dataDir: string, dataset: string): (at: number) => string {
  const db = new Database(datasetPath(dataDir, dataset), { readonly: true })
  const rows = db.prepare('SELECT pageno, name, pagetype FROM dbstat').raw().all() as [
    number,
    string,
    string,
  ][]
  db.close()
  const pages = new Map(rows.map(([page, ...told]) => [page, told]))
  const { pages: sums } = readChecksum(dataDir, dataset) ?? {}
  if (!sums) throw new Error('no record')
  const isIn = ({ runs }: PageSums, page: number) =>
    runs.some((first, i) => i % 3 === 0 && page >= first && page < first + (runs[i + 1] ?? 0))
  return (at) => {
    if (at < 100) return 'head of the file'
    const page = Math.floor(at / sums.opening.page) + 1
    const [table = '', kind = ''] = pages.get(page) ?? []
    if (table === '') return 'free'
    if (kind === 'internal') return 'inner pages'
    if (isIn(sums.opening, page)) return 'tables looked at when opened'
    return isIn(sums.articles, page) ? 'numbers of articles' : 'words'
  }
}
