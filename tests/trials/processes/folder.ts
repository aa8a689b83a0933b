/** What a data folder must be when all who changed it have ended. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleArrays } from '../../../src/core/articles/csr.ts'
import { storedArticles } from '../../../src/core/articles/stored-articles.ts'
import { datasetsDir, listDatasetIds } from '../../../src/core/datasets/files.ts'
import { holdDataset } from '../../../src/core/datasets/lock.ts'
import type { VerifyReport } from '../../../src/shared/contract/datasets.ts'
import { importContext } from '../../support/import-context.ts'
import { queriesOf } from '../../support/index.ts'

export interface Found {
  version: string
  /** Numbers of the articles, sorted. */
  articles: number[]
}

/** The dataset as it is read anew. Null where it is not stored. @throws what opening it throws */
export function contentOf(dataDir: string, id: string): Found | null {
  if (!listDatasetIds(dataDir).includes(id)) return null
  const queries = queriesOf(dataDir)
  try {
    const dataset = queries.context.open(id)
    const all = Array.from(articleArrays(dataset).stored, (_, i) => i)
    const numbers = storedArticles(dataset, all).map(({ number }) => number)
    return { version: dataset.version, articles: [...new Set(numbers)].sort((a, b) => a - b) }
  } finally {
    queries.close()
  }
}

/** What verifying finds wrong; with `summed` a checksum must stand there too. */
export async function wrongIn(
  dataDir: string,
  id: string,
  { summed }: { summed: boolean },
): Promise<string[]> {
  const queries = queriesOf(dataDir)
  try {
    const { checks } = (await queries.call('datasets.verify', { dataset: id })) as VerifyReport
    return checks
      .filter((check) => check.ok === false || (summed && check.id === 'checksum' && check.ok === null))
      .map((check) => `${id}: ${check.id}: ${check.detail}`)
  } finally {
    queries.close()
  }
}

const STAYS = /^([a-z0-9-]+\.(sqlite|sha256|lock)|[a-z0-9-]+\.(layouts|report|stability))$/

/** Files that should have gone: what was being built, what passed through, parts, and words of who holds a lock. */
export function leftIn(dataDir: string): string[] {
  const parts = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.part$|building/.test(name),
  )
  const odd = readdirSync(datasetsDir(dataDir)).filter((name) => !STAYS.test(name))
  return [...new Set([...parts, ...odd.map((name) => join('datasets', name))])]
}

/** Locks that somebody has still. */
export async function heldIn(dataDir: string, ids: readonly string[]): Promise<string[]> {
  const held: string[] = []
  for (const id of ids)
    await holdDataset(importContext(dataDir), id, () => undefined).catch((error: unknown) =>
      held.push(`${id}: ${String(error)}`),
    )
  return held
}

/** Bytes of the files of a dataset, to be compared. */
export const bytesOf = (dataDir: string, id: string): string[] =>
  ['sqlite', 'sha256'].map((ending) =>
    readFileSync(join(datasetsDir(dataDir), `${id}.${ending}`)).toString('base64'),
  )
