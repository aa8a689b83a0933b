/**
 * Is a dataset as it was stored? The bytes of its file are compared with their checksum, where one stands beside it. And
 * does it still follow from its sources? An edition's kept files are imported again, an index is derived again from its
 * articles, and these from their kept words.
 */
import { createHash } from 'node:crypto'
import type { VerifyReport } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { compareChecksum } from '../datasets/checksum.ts'
import { datasetPath, stampOf } from '../datasets/files.ts'
import { DatasetPool } from '../datasets/pool.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import { noteVerified } from '../datasets/verified.ts'
import { contentDigest } from '../import/edition/store-edition.ts'
import type { DatasetCheck } from './check.ts'
import { hindranceOf, NotComparable } from './check.ts'
import { verifyEdition, verifyEditionTables } from './stored-edition.ts'
import { keptSources } from './kept-sources.ts'
import { verifyStored } from './stored-index.ts'
import { verifyFigures, verifyWords } from './verify-index.ts'

type Check = VerifyReport['checks'][number]
type Work = () => string | null | Promise<string | null>

/** Why a file is not looked into further: there is none, or none that this app can judge. */
const NO_DAMAGE: ReadonlySet<string> = new Set(['dataset-unknown', 'dataset-newer', 'dataset-foreign'])

/**
 * Answers a report for a damaged dataset too. Where the disk or the system hinders a check, nothing is noted.
 * @throws AppError dataset-unknown, -newer, -foreign; disk-full, folder-read-only, file-unreadable of what hinders.
 */
export async function verifyDataset(id: string, context: ReaderContext): Promise<VerifyReport> {
  // Opened anew, so that nothing counts that was read before, and however it is, to tell what is wrong with it.
  const pool = new DatasetPool(context, false)
  const stamp = stampOf(datasetPath(context.dataDir, id))
  try {
    const { report, whole } = await verifyIn(pool, id, context)
    if (whole || !report.ok) noteVerified(context.dataDir, id, stamp, { at: context.now(), ok: report.ok })
    return report
  } finally {
    pool.close()
  }
}

/** @returns whether each check could be done, too */
async function verifyIn(
  pool: DatasetPool,
  id: string,
  context: ReaderContext,
): Promise<{ report: VerifyReport; whole: boolean }> {
  let dataset: OpenDataset | null = null
  const hindered = new Map<Check['id'], AppError>()
  const check = (name: Check['id'], run: Work) =>
    done(name, run, (error) => {
      const hindrance = hindranceOf(error, datasetPath(context.dataDir, id))
      if (hindrance) hindered.set(name, hindrance)
      return hindrance
    })
  const file = await check('file', () => {
    dataset = pool.open(id)
    // Of the file that was opened: what stands at its path may be gone meanwhile.
    return `schema ${String(dataset.db.pragma('user_version', { simple: true }))}`
  })
  const checks = [await check('checksum', () => checksum(context, id)), file]
  const open = dataset as OpenDataset | null
  for (const [name, run] of open ? checksOf(open) : []) {
    if (open) checks.push(await check(name, () => run(open, context)))
  }
  const ok = checks.every((each) => each.ok !== false)
  // The last alone writes, where an index keeps lists; what cannot even be read is not judged.
  for (const [name, error] of hindered) if (ok && name !== 'stored') throw error
  const told = checks.filter((each) => each.id === 'stored' || !hindered.has(each.id))
  const report = {
    dataset: id,
    version: open?.version ?? '',
    kind: open?.kind ?? null,
    ...(open?.plan && { plan: true as const }),
    ok,
    checks: told,
  }
  return { report, whole: hindered.size === 0 }
}

function checksOf({ kind }: OpenDataset): readonly [Check['id'], DatasetCheck][] {
  if (kind !== 'published')
    return [
      ['integrity', (each) => integrity(each, 'quick_check')],
      ['sources', sources],
      ['figures', verifyFigures],
      ['derived', verifyWords],
      ['stored', verifyStored],
    ]
  return [
    ['integrity', (each) => integrity(each, 'integrity_check')],
    ['sources', sources],
    ['figures', figures],
    ['derived', verifyEdition],
    ['stored', verifyEditionTables],
  ]
}

/** @param hinders gives what kept the check from being done, of an error that tells nothing of the file */
async function done(id: Check['id'], run: Work, hinders: (error: unknown) => Error | null): Promise<Check> {
  try {
    const detail = await run()
    return { id, ok: detail === null ? null : true, detail: detail ?? '' }
  } catch (error) {
    if (error instanceof NotComparable) return { id, ok: null, detail: error.message }
    if (error instanceof AppError && NO_DAMAGE.has(error.code)) throw error
    const hindrance = hinders(error)
    if (hindrance) return { id, ok: null, detail: hindrance.message }
    return { id, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}

async function checksum({ dataDir }: ReaderContext, id: string): Promise<string | null> {
  const { outcome, sha256 } = await compareChecksum(dataDir, id)
  if (outcome === 'differs') throw new Error(`SHA-256 ${sha256}: another one is recorded`)
  return outcome === 'same' ? sha256 : null
}

function integrity({ db }: OpenDataset, pragma: 'integrity_check' | 'quick_check'): string {
  const found = String(db.pragma(pragma, { simple: true }))
  if (found !== 'ok') throw new Error(found)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point to nothing`)
  return found
}

function sources(dataset: OpenDataset): string | null {
  const kept = keptSources(dataset.db).filter(({ content }) => content !== null)
  if (kept.length === 0) return null
  for (const { file, sha256, content } of kept) {
    if (content && createHash('sha256').update(content).digest('hex') !== sha256)
      throw new Error(`${file} changed`)
  }
  return `${kept.length} files`
}

/** The stored digest against the figures as they stand now. */
function figures(dataset: OpenDataset): string {
  const stored = readDatasetRow(dataset.db, dataset.id).content_sha256
  const now = contentDigest(dataset.db)
  if (now !== stored) throw new Error(`content ${now.slice(0, 12)}, recorded ${stored.slice(0, 12)}`)
  return stored
}
