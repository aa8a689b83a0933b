/** A file that the command line reads itself, by the name that was given. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { refuseOdd } from '../core/kept/odd-file.ts'
import { AppError } from '../shared/contract/errors.ts'

/** @throws AppError file-odd for a device or a pipe, which would be waited for; file-unreadable with the reason. */
export async function readGiven(file: string): Promise<Buffer> {
  await refuseOdd(resolve(file))
  try {
    return await readFile(resolve(file))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AppError('file-unreadable', `${file}: ${reason}`, { values: { file, reason } })
  }
}
