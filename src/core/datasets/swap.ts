/**
 * Puts a finished file in the place of a dataset, with its checksum and what stands beside it. All is on the disk before the
 * first takes its name, so that a full disk is met while nothing has changed; where the process ends between two names, the
 * next start finishes or sweeps what it had begun.
 */
import { renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { drop } from '../kept/drop.ts'
import type { Checksum } from './checksum.ts'
import { placeChecksum, prepareChecksum } from './checksum.ts'
import { besideTemporary, datasetPath, flushFolder } from './files.ts'
import type { Companion } from './transfer/companions.ts'
import { placeCompanions, prepareCompanions, removeCompanions } from './transfer/companions.ts'

export interface Finished {
  /** The file, as `temporaryPath` names it. */
  path: string
  checksum: Checksum
  /** What is to stand beside the dataset in place of what stands there; null where that stays. */
  companions: readonly Companion[] | null
  /** Whether nothing is replaced: companions then come first, as nobody sees them before the dataset is there. */
  isNew: boolean
}

/** @throws the system's error; what was stored is then as it was, but for companions that could not take their places in full. */
export function swapIn(dataDir: string, id: string, { path, checksum, companions, isNew }: Finished): void {
  const target = datasetPath(dataDir, id)
  const sum = besideTemporary(path, 'sum')
  const folders = companions && prepareCompanions(companions, (name) => besideTemporary(path, name))
  try {
    prepareChecksum(sum, id, checksum)
    if (isNew && folders) placeCompanions(dataDir, id, folders)
    renameSync(path, target)
  } catch (error) {
    drop(sum)
    for (const folder of folders?.values() ?? []) drop(folder)
    if (isNew && folders) dropCompanions(dataDir, id)
    throw error
  }
  placeChecksum(dataDir, id, sum)
  try {
    if (!isNew && folders) placeCompanions(dataDir, id, folders)
  } finally {
    for (const folder of folders?.values() ?? []) drop(folder)
    flushFolder(dirname(target))
  }
}

function dropCompanions(dataDir: string, id: string): void {
  try {
    removeCompanions(dataDir, id)
  } catch {
    // stay beside no dataset, and go with the next that takes the id
  }
}
