/** Handles on dataset files: the type says whether one may write, so a write through a reader does not compile. */
import type Database from 'better-sqlite3'

declare const writes: unique symbol
export type ReadableDb = Pick<
  Database.Database,
  'prepare' | 'close' | 'pragma' | 'transaction' | 'open' | 'name'
>
export type WritableDb = ReadableDb & Pick<Database.Database, 'exec'> & { readonly [writes]: true }
