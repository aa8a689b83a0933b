/** What the command line reads and writes, so that tests can give their own. */
import type { Language } from '../shared/domain/language.ts'
import type { Values } from '../shared/i18n/index.ts'
import { translate } from '../shared/i18n/index.ts'

export interface Io {
  stdout(text: string | Uint8Array): void
  stderr(text: string): void
  /** Whether stdout is a terminal: then tables are the usual format. */
  isTerminal: boolean
  env: NodeJS.ProcessEnv
}

/** Options that every command takes. */
export interface CommonOptions {
  dataset: string
  format?: 'table' | 'json' | 'csv' | 'csv-excel'
  out?: string
  dataDir?: string
  quiet?: boolean
  lang: Language
  date?: string
}

export function say(language: Language, key: string, values?: Values): string {
  return translate(language, `cli.${key}`, values)
}
