import { AppError } from '../../shared/contract/errors.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { asStorageError } from '../datasets/storage-error.ts'

/** A check of an open dataset; null where there is nothing that it could check. @throws Error what is wrong. */
export type DatasetCheck = (
  dataset: OpenDataset,
  context: ReaderContext,
) => string | null | Promise<string | null>

/** What differs may come of another version of the app, so that it tells nothing of the file. */
export class NotComparable extends Error {}

/** Runs a comparison with what this version of the app derives. @param storedBy the version that stored the dataset */
export async function byThisVersion(
  storedBy: string,
  { appVersion }: ReaderContext,
  compare: () => string | Promise<string>,
): Promise<string> {
  try {
    return await compare()
  } catch (error) {
    if (storedBy === appVersion) throw error
    throw new NotComparable(`${storedBy}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** No room, no right, no memory, too much open. What else fails may come of the bytes of the file itself. */
const HINDERS = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EMFILE|ENFILE|ENOMEM|SQLITE_FULL)$/

/** What kept a check from being done and so tells nothing of the dataset, in a code that has words; else null. */
export function hindranceOf(error: unknown, path: string): AppError | null {
  if (error instanceof AppError) {
    const told = error.code === 'file-unreadable' && HINDERS.test(String(error.details.values?.['reason']))
    return told || error.code === 'disk-full' || error.code === 'folder-read-only' ? error : null
  }
  if (!HINDERS.test(String((error as { code?: unknown } | null)?.code))) return null
  return asStorageError(error, path) as AppError
}
