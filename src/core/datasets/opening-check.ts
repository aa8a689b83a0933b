/**
 * Is a file that is about to be read as it was stored? Its size and those of its pages on which all else hangs, which
 * takes milliseconds; the articles' numbers when they are loaded. A dataset without a record, of before or put there by
 * other means, is not known and opens all the same.
 */
import { statSync } from 'node:fs'
import { AppError } from '../../shared/contract/errors.ts'
import type { Checksum } from './checksum.ts'
import { checksumPath, isOfAnother, readChecksum } from './checksum.ts'
import { datasetPath, stampOf } from './files.ts'
import type { PickedPages } from './pages/pick-pages.ts'
import { firstChanged } from './pages/page-sums.ts'

/** A dataset's file is looked at once while it and its record stay the same, by each thread. */
const looked = new Map<string, { stamp: string; fault: string | null }>()

/**
 * @param part `articles` where the numbers of an index's articles are about to be loaded
 * @throws AppError dataset-damaged.
 */
export function assertAsStored(dataDir: string, id: string, part: keyof PickedPages = 'opening'): void {
  const path = datasetPath(dataDir, id)
  const file = stampOf(path)
  if (file === null) return // whoever opens it says so
  const stamp = `${file} ${stampOf(checksumPath(dataDir, id))}`
  const key = `${part} ${path}`
  let found = looked.get(key)
  if (found?.stamp !== stamp) {
    found = { stamp, fault: faultOf(dataDir, id, part) }
    looked.set(key, found)
  }
  if (found.fault !== null)
    throw new AppError('dataset-damaged', `${id}: ${found.fault}`, { values: { dataset: id } })
}

function faultOf(dataDir: string, id: string, part: keyof PickedPages): string | null {
  const recorded = readChecksum(dataDir, id)
  const path = datasetPath(dataDir, id)
  if (!recorded) return null
  let fault: string | null
  try {
    fault = differenceOf(recorded, path, part)
  } catch (error) {
    if (stampOf(path) === null) return null // removed by another process just now
    throw error
  }
  if (!fault) return null
  // Replaced by another process meanwhile, after its new record or before.
  return isOfAnother(recorded, path, id) || readChecksum(dataDir, id)?.sha256 !== recorded.sha256
    ? null
    : fault
}

function differenceOf({ size, pages }: Checksum, path: string, part: keyof PickedPages): string | null {
  if (size === undefined || !pages) return null
  const now = statSync(path).size
  if (now !== size) return `${now} bytes, ${size} recorded`
  const changed = firstChanged(path, pages[part])
  return changed && `pages ${changed.first} to ${changed.first + changed.count - 1} are not as recorded`
}
