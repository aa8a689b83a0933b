/** A dataset and what stands beside it, as they were at one moment: whoever changes it meanwhile is not waited for. */
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { datasetPath, stampOf } from '../files.ts'
import type { DatasetRow } from '../summary.ts'
import type { Checksum } from '../checksum.ts'
import { readChecksum } from '../checksum.ts'
import type { Companion } from '../transfer/companions.ts'
import { isKept, readCompanions } from '../transfer/companions.ts'
import { rowAt } from '../transfer/identity.ts'

/** Looks at a dataset that is being replaced meanwhile. */
const LOOKS = 5

export interface WholeDataset {
  id: string
  /** Open: files are written once and swapped, so what it reads stays whole. To be closed by who asked. */
  handle: FileHandle
  bytes: number
  row: DatasetRow
  companions: Companion[]
  /** Number of the file in its file system. */
  file: number
  /** Recorded of it, or of one before. */
  recorded: Checksum | null
}

/** Null where it is not stored (any more). @throws AppError dataset-damaged, -newer, -foreign; the system's errors. */
export async function openWhole(dataDir: string, id: string): Promise<WholeDataset | null> {
  for (let look = 1; ; look++) {
    const stamp = stampOf(datasetPath(dataDir, id))
    if (stamp === null) return null
    try {
      const whole = await read(dataDir, id)
      if (stampOf(datasetPath(dataDir, id)) === stamp || look === LOOKS) return whole
      await whole.handle.close()
    } catch (error) {
      // Replaced or removed while it was looked at; else it is as bad as it looks.
      if (stampOf(datasetPath(dataDir, id)) === stamp || look === LOOKS) throw error
    }
  }
}

async function read(dataDir: string, id: string): Promise<WholeDataset> {
  const path = datasetPath(dataDir, id)
  const handle = await open(path, 'r')
  try {
    const { ino: file, size: bytes } = await handle.stat()
    const companions = readCompanions(dataDir, id).filter(isKept)
    const row = rowAt(path, id)
    return { id, handle, bytes, row, companions, file, recorded: readChecksum(dataDir, id) }
  } catch (error) {
    await handle.close()
    throw error
  }
}
