/** One command's use of the core: opened for it, closed after it. */
import { dirname, resolve } from 'node:path'
import { appVersion, defaultDataDir, resourcesDir } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import { createCore } from '../core/create-core.ts'
import { asWriteError, makeFolders, writeAtomically } from '../hosting/write-file.ts'
import type { Client } from '../shared/contract/client.ts'
import { createClient } from '../shared/contract/client.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ExportMethod } from '../shared/contract/export-methods.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'
import type { InputOf } from '../shared/contract/index.ts'
import type { FileFormatName, ReportFormat } from '../shared/domain/file-formats.ts'
import { FILE_FORMATS, isText, REPORT_FORMATS } from '../shared/domain/file-formats.ts'
import { inLines } from '../shared/format/hidden-signs.ts'
import type { CommonOptions, Io, RowFormat } from './io.ts'
import { say } from './io.ts'
import { given } from './options.ts'

export interface Session {
  core: Core
  client: Client
  io: Io
  options: CommonOptions
  format: RowFormat
  /** Data to stdout, or to the file of --out. */
  write(data: string | Uint8Array): Promise<void>
  /** A message to stderr, unless --quiet. */
  tell(text: string): void
  /** Cancels what runs and closes the core, soon; one that was open before stays open. */
  end(): Promise<void>
}

export async function withSession(
  options: CommonOptions,
  io: Io,
  run: (session: Session) => Promise<void>,
): Promise<void> {
  const core = io.core ?? openCore(options, io.env)
  const tell = (text: string) => {
    if (!options.quiet) io.stderr(inLines(`${text}\n`))
  }
  const end = async () => {
    if (!io.core) await core.close()
  }
  const client = createClient(core)
  const format = options.format ?? (io.isTerminal && options.out === undefined ? 'table' : 'json')
  const write = async (data: string | Uint8Array) => {
    if (options.out === undefined) return io.stdout(io.isTerminal ? shown(data) : data)
    await writeFile(options.out, data)
    tell(say(options.lang, 'written', { file: options.out }))
  }
  try {
    await run({ core, client, io, options, format, write, tell, end })
  } finally {
    await end()
  }
}

/** Text as a terminal may have it; what is piped on keeps every byte. */
const shown = (data: string | Uint8Array): string =>
  inLines(typeof data === 'string' ? data : Buffer.from(data).toString('utf8'))

/** The core on the folder of --data-dir, of the environment, or of the system. */
function openCore({ dataDir }: Pick<CommonOptions, 'dataDir'>, env: NodeJS.ProcessEnv): Core {
  return createCore({ dataDir: resolve(dataDir ?? defaultDataDir(env)), resourcesDir, appVersion })
}

/** Whole or not at all, in place of what stands there. @throws AppError disk-full, file-unreadable. */
export async function writeFile(path: string, data: string | Uint8Array): Promise<void> {
  try {
    await makeFolders(dirname(resolve(path)))
    await writeAtomically(path, Buffer.from(data))
  } catch (error) {
    throw asWriteError(error, path)
  }
}

/** Makes a file by the contract, as the app does, and writes its bytes. @throws AppError usage where what is no text would go to a terminal */
export async function writeMade<M extends Exclude<ExportMethod, 'exports.dataset' | 'exports.backup'>>(
  session: Session,
  method: M,
  input: InputOf<M>,
): Promise<void> {
  refuseBinary(session, input.format)
  const file = (await session.client.call(method, input)) as ExportedFile
  await session.write(file.bytes)
}

/** @throws AppError usage where what is no text would be written to a terminal. */
function refuseBinary({ io, options }: Session, name: FileFormatName | ReportFormat | undefined): void {
  if (
    name === undefined ||
    isText({ ...REPORT_FORMATS, ...FILE_FORMATS }[name]) ||
    options.out !== undefined ||
    !io.isTerminal
  )
    return
  const reason = say(options.lang, 'binaryToTerminal', { format: name.toUpperCase() })
  throw new AppError('usage', `${name} for a terminal`, { values: { reason } })
}

/**
 * Writes the table of a request as one of the app's files: the very bytes that the app's own export makes.
 * @throws AppError usage where they are no text and go to a terminal, and those of `exports.table`.
 */
export async function writeExport(session: Session, table: InputOf<'exports.table'>['table']): Promise<void> {
  const { format, options } = session
  if (format === 'table') throw new Error('a table is written by its command')
  const { lang: language, date, separator, decimal } = options
  await writeMade(session, 'exports.table', {
    table,
    format,
    language,
    ...given({ date, separator, decimal }),
  })
}

/** What the command line says of datasets and imports, in JSON. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
