/** What went wrong with the data folder, in a code that has words. */
import { dirname } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])
const READ_ONLY = new Set(['EROFS', 'SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY'])
/** No right, no such place, a file where a folder should be, or too much open at once. */
const UNREADABLE = new Set([
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'SQLITE_CANTOPEN',
])

/** Gives system errors that a user can mend their code; others pass. @param path what was worked at, where the error names none */
export function asStorageError(error: unknown, path: string): unknown {
  const { code = '', path: at = path } = (error ?? {}) as NodeJS.ErrnoException
  if (FULL.has(code)) return new AppError('disk-full', `${at}: ${code}`, { values: { path: at } })
  if (READ_ONLY.has(code))
    return new AppError('folder-read-only', `${at}: ${code}`, { values: { folder: dirname(at) } })
  if (UNREADABLE.has(code))
    return new AppError('file-unreadable', `${at}: ${code}`, { values: { file: at, reason: code } })
  return error
}
