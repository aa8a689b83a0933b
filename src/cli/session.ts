/** One command's use of the core: opened for it, closed after it. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { appVersion, defaultDataDir, resourcesDir } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import { createCore } from '../core/create-core.ts'
import type { Client } from '../shared/contract/client.ts'
import { createClient } from '../shared/contract/client.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { InputOf, OutputOf } from '../shared/contract/index.ts'
import type { CommonOptions, Io } from './io.ts'
import { say } from './io.ts'

export interface Session {
  core: Core
  client: Client
  io: Io
  options: CommonOptions
  format: 'table' | 'json' | 'csv' | 'csv-excel'
  /** Data to stdout, or to the file of --out. */
  write(data: string | Uint8Array): void
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
    if (!options.quiet) io.stderr(`${text}\n`)
  }
  const end = async () => {
    if (!io.core) await core.close()
  }
  const client = createClient(core)
  const format = options.format ?? (io.isTerminal && options.out === undefined ? 'table' : 'json')
  const write = (data: string | Uint8Array) => {
    if (options.out === undefined) return io.stdout(data)
    writeFile(options.out, data)
    tell(say(options.lang, 'written', { file: options.out }))
  }
  try {
    await run({ core, client, io, options, format, write, tell, end })
  } finally {
    await end()
  }
}

/** The core on the folder of --data-dir, of the environment, or of the system. */
function openCore({ dataDir }: Pick<CommonOptions, 'dataDir'>, env: NodeJS.ProcessEnv): Core {
  return createCore({ dataDir: resolve(dataDir ?? defaultDataDir(env)), resourcesDir, appVersion })
}

/** Whole or not at all: a failing disk leaves no half file under the name asked for. */
function writeFile(path: string, data: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.part`
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true })
    writeFileSync(temporary, data)
    renameSync(temporary, path)
  } catch (error) {
    throw new AppError('file-unreadable', String(error), {
      values: { file: path, reason: (error as NodeJS.ErrnoException).code ?? String(error) },
    })
  }
}

/** Writes the table of a request as JSON or CSV: the very bytes that the app's own export makes. */
export async function writeExport(session: Session, table: InputOf<'exports.table'>['table']): Promise<void> {
  const { client, format, options, write } = session
  if (format === 'table') throw new Error('a table is written by its command')
  const file: OutputOf<'exports.table'> = await client.call('exports.table', {
    table,
    format,
    language: options.lang,
    ...(options.date === undefined ? {} : { date: options.date }),
  })
  write(Buffer.from(file.bytes))
}

/** Rows that are made into text at once. */
const PIECE = 5000

/**
 * A list as `json` gives it, its rows made piece by piece: all pairs of a large index are more text than one string
 * may hold.
 */
export function listJson(list: { rows: readonly unknown[] }): Uint8Array {
  const { rows } = list
  const [head = '', foot = ''] = json({ ...list, rows: [] }).split('\n  "rows": []')
  if (rows.length === 0) return Buffer.from(json(list))
  const pieces = [Buffer.from(`${head}\n  "rows": [`)]
  for (let at = 0; at < rows.length; at += PIECE) {
    const text = JSON.stringify(rows.slice(at, at + PIECE), null, 2).slice(1, -2)
    pieces.push(Buffer.from((at === 0 ? '' : ',') + text.replaceAll('\n', '\n  ')))
  }
  return Buffer.concat([...pieces, Buffer.from(`\n  ]${foot}`)])
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
