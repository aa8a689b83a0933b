/** What a user names to be read is a file or a folder: devices and pipes have no end, or wait for one. */
import { stat } from 'node:fs/promises'
import { AppError } from '../../shared/contract/errors.ts'

/** What is not there is told by whoever reads it. @throws AppError file-odd for a device, a pipe or a socket. */
export async function refuseOdd(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.isFile() || found.isDirectory()) return
  throw new AppError('file-odd', `${path}: no file`, { values: { file: path } })
}
