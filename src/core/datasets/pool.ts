/** Keeps dataset files open on a reading thread; a file that was replaced on disk is opened anew. */
import { AppError } from '../../shared/contract/errors.ts'
import type { OpenDataset, ThreadContext } from '../context.ts'
import { openReadable } from '../db/open.ts'
import { datasetPath, stampOf } from './files.ts'
import { assertAsStored } from './opening-check.ts'
import { keptPath, loadPopulations } from '../populations/populations.ts'
import { planOf } from './plan-origin.ts'
import { readDatasetRow, versionOf } from './summary.ts'

interface Kept {
  dataset: OpenDataset
  stamp: string
}

export class DatasetPool {
  private readonly kept = new Map<string, Kept>()
  private readonly folders: Pick<ThreadContext, 'dataDir' | 'resourcesDir'>
  private readonly looks: boolean

  /** @param looks false: files are opened however they are, for those who tell what is wrong with them */
  constructor(folders: Pick<ThreadContext, 'dataDir' | 'resourcesDir'>, looks = true) {
    this.folders = folders
    this.looks = looks
  }

  /** @throws AppError dataset-unknown, -damaged, -newer, -foreign. */
  open(id: string): OpenDataset {
    const path = datasetPath(this.folders.dataDir, id)
    const file = stampOf(path)
    if (file === null)
      throw new AppError('dataset-unknown', `${id} is not stored`, { values: { dataset: id } })
    // What rows show per million changes with the table of populations, which another process may have replaced.
    const stamp = `${file}/${stampOf(keptPath(this.folders.dataDir))}`
    const kept = this.kept.get(id)
    if (kept?.stamp === stamp) return kept.dataset
    this.release(id)
    if (this.looks) assertAsStored(this.folders.dataDir, id)
    const db = openReadable(path, id)
    const row = readDatasetRow(db, id)
    const memos = new Map<string, unknown>()
    const { folders, looks } = this
    const dataset: OpenDataset = {
      db,
      id,
      version: versionOf(row),
      kind: row.kind,
      defaultYear: row.default_year,
      plan: planOf(row),
      assertArticles: () => looks && assertAsStored(folders.dataDir, id, 'articles'),
      get populations() {
        return this.memo('populations', () => loadPopulations(folders))
      },
      memo<T>(key: string, make: () => T): T {
        if (!memos.has(key)) memos.set(key, make())
        return memos.get(key) as T
      },
    }
    this.kept.set(id, { dataset, stamp })
    return dataset
  }

  /** Which file of an id is open, if any: the same in every thread, and another once it was replaced. */
  openStamp(id: string): string | null {
    return this.kept.get(id)?.stamp ?? null
  }

  release(id: string): void {
    this.kept.get(id)?.dataset.db.close()
    this.kept.delete(id)
  }

  close(): void {
    for (const id of [...this.kept.keys()]) this.release(id)
  }
}
