/** What the command line reads and writes, so that tests can give their own. */
import type { Core } from '../core/create-core.ts'
import type { TableFormat } from '../shared/domain/file-formats.ts'
import type { Language } from '../shared/domain/language.ts'
import type { Values } from '../shared/i18n/index.ts'
import { translate } from '../shared/i18n/index.ts'

export interface Io {
  stdout(text: string | Uint8Array): void
  stderr(text: string): void
  /** Whether stdout is a terminal: then tables are the usual format. */
  isTerminal: boolean
  /** Columns of the terminal on stderr; absent where stderr is none: then progress comes in lines. */
  messageColumns?: number | undefined
  env: NodeJS.ProcessEnv
  /** A core that is open already and stays open; without it each command opens its own. */
  core?: Core
  /** Calls the listener once, at the first Ctrl+C or SIGTERM, in place of ending the program. @returns what takes it back. */
  onInterrupt?(listener: () => void): () => void
  /** Calls the listener at each Enter; absent where nobody types. @returns what ends it. */
  onEnter?: ((listener: () => void) => () => void) | undefined
}

/** How rows are written: as a table to be read, or as one of the app's files. */
export type RowFormat = 'table' | TableFormat

/** Options that every command takes. */
export interface CommonOptions {
  dataset: string
  format?: RowFormat
  out?: string
  dataDir?: string
  quiet?: boolean
  lang: Language
  date?: string
  /** Of CSV for spreadsheets. */
  separator?: 'comma' | 'semicolon' | 'tab'
  decimal?: 'point' | 'comma'
}

export function say(language: Language, key: string, values?: Values): string {
  return translate(language, `cli.${key}`, values)
}
