/** The office's own template, as the reader chose it: its bytes, for the writer of slides to judge. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReaderContext } from '../../context.ts'

/**
 * @param token of the file, as the host knows it; without it there is no template
 * @throws AppError file-token-unknown; file-unreadable.
 */
export async function templateBytes(
  token: string | undefined,
  context: Pick<ReaderContext, 'resolveFiles'>,
): Promise<Uint8Array | undefined> {
  if (token === undefined) return undefined
  const [path] = context.resolveFiles?.(token) ?? []
  if (path === undefined) throw new AppError('file-token-unknown', 'no file of that token')
  try {
    return await readFile(path)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const file = basename(path)
    throw new AppError('file-unreadable', `${file}: ${code}`, { values: { file, reason: code } })
  }
}
