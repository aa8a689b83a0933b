/** Where a file goes that the core made on disk. */
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { asWriteError, handOver, makeFolders } from '../hosting/write-file.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'
import { translate } from '../shared/i18n/index.ts'
import type { Session } from './session.ts'

export interface OutFile {
  /** As the user wrote it. */
  named: string
  path: string
}

/** @throws AppError usage where none is named, or one is there that is not to be replaced. */
export function outOf({ options }: Session, out: string | undefined, replace = false): OutFile {
  const usage = (key: string, values = {}) => {
    const reason = translate(options.lang, `acts.cli.${key}`, values)
    return new AppError('usage', reason, { values: { reason } })
  }
  if (out === undefined) throw usage('outMissing')
  const path = resolve(out)
  if (existsSync(path) && statSync(path).isFile() && !replace) throw usage('fileThere', { file: out })
  return { named: out, path }
}

/** Whole or not at all. @throws AppError disk-full, file-unreadable */
export async function handOverTo({ named, path }: OutFile, file: ExportedFile): Promise<void> {
  try {
    await makeFolders(dirname(path))
    await handOver(path, file)
  } catch (error) {
    throw asWriteError(error, named)
  }
}
