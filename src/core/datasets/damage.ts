/**
 * Whether an unforeseen failure comes of a dataset's file and not of the program. Damage shows itself in any way (SQLite's
 * word, a block that does not unpack, a number outside of its array), so the file is asked: its checksum tells.
 */
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { isDatasetId } from '../../shared/domain/dataset-id.ts'
import { compareChecksum } from './checksum.ts'
import { datasetPath, stampOf } from './files.ts'

/** SQLite's and the decompressors' own words for bytes that cannot be right. */
const WORDS = /^(SQLITE_CORRUPT|SQLITE_NOTADB|Z_DATA_ERROR|Z_BUF_ERROR|ZSTD_error_)/

/**
 * Reads the files whole where they have checksums: for failures alone.
 * @param used ids of the datasets that the failed call read
 * @returns dataset-damaged or dataset-unknown (gone meanwhile); null where the fault is another
 */
export async function damageBehind(
  error: unknown,
  dataDir: string,
  used: Iterable<string>,
): Promise<AppError | null> {
  const ids = [...used]
  const unknown: string[] = []
  for (const id of ids) {
    if (stampOf(datasetPath(dataDir, id)) === null) return named('dataset-unknown', id, error)
    const found = await compareChecksum(dataDir, id).catch(() => null)
    if (found?.outcome === 'differs') return named('dataset-damaged', id, error)
    if (found?.outcome !== 'same') unknown.push(id)
  }
  const [suspect = ids[0]] = unknown
  const saysSo = WORDS.test(String((error as { code?: unknown } | null)?.code ?? ''))
  return saysSo && suspect !== undefined ? named('dataset-damaged', suspect, error) : null
}

/** Those of the ids that a command was given, if ids they are, of which a file stands there. */
export function storedOf(dataDir: string, given: readonly unknown[]): string[] {
  const ids = given.filter((id) => typeof id === 'string' && isDatasetId(id)) as string[]
  return ids.filter((id) => stampOf(datasetPath(dataDir, id)) !== null)
}

function named(code: ErrorCode, dataset: string, cause: unknown): AppError {
  return new AppError(code, `${dataset}: ${String(cause)}`, { values: { dataset } })
}
