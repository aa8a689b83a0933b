/** Other people's work inside packages, which no package.json tells. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** SQLite, compiled into better-sqlite3. */
function sqlite(folder: string): string[] {
  const header = readFileSync(join(folder, 'deps', 'sqlite3', 'sqlite3.h'), 'utf8')
  const version = /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(header)?.[1]
  if (!version) throw new Error('better-sqlite3 does not say which SQLite it holds')
  return [
    `Contains SQLite ${version}, which its authors gave into the public domain: https://sqlite.org/copyright.html`,
  ]
}

/** The Rust libraries, compiled into resvg's web assembly, by the paths that the compiler left in it. */
function resvg(folder: string): string[] {
  const binary = readFileSync(join(folder, 'index_bg.wasm'), 'latin1')
  const crates = new Set(
    [...binary.matchAll(/\/([a-z][\w-]*)-(\d+\.\d+\.\d+)\/src\//g)].map(
      ([, name, version]) => `${name} ${version}`,
    ),
  )
  if (crates.size === 0) throw new Error('the libraries inside resvg cannot be told')
  return [
    'Used unchanged, as its makers published it. The source code of the parts under the Mozilla Public License, this',
    'package and the resvg it is compiled from, is there for everybody: https://github.com/yisibl/resvg-js and',
    'https://github.com/linebender/resvg. Libraries found inside, each under the licence that its own source names:',
    `${[...crates].sort().join(', ')}.`,
  ]
}

const INSIDE: Record<string, (folder: string) => string[]> = {
  'better-sqlite3': sqlite,
  '@resvg/resvg-wasm': resvg,
}

/** What a package holds that is not its own, in lines of text; none for most. */
export const inside = (name: string, folder: string): string[] => INSIDE[name]?.(folder) ?? []
