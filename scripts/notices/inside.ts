/** Other people's work inside packages, which no package.json tells. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Contained {
  name: string
  version: string
  /** SPDX expression; null where only its source tells. */
  licence: string | null
  /** Its address as a package, by the scheme of package URLs. */
  purl: string
}

/** SQLite, compiled into better-sqlite3. */
function sqlite(folder: string): Contained[] {
  const header = readFileSync(join(folder, 'deps', 'sqlite3', 'sqlite3.h'), 'utf8')
  const version = /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(header)?.[1]
  if (!version) throw new Error('better-sqlite3 does not say which SQLite it holds')
  return [{ name: 'SQLite', version, licence: 'blessing', purl: `pkg:generic/sqlite@${version}` }]
}

/** The Rust libraries, compiled into resvg's web assembly, by the paths that the compiler left in it. */
function resvg(folder: string): Contained[] {
  const binary = readFileSync(join(folder, 'index_bg.wasm'), 'latin1')
  const crates = new Map<string, Contained>()
  for (const [, name = '', version = ''] of binary.matchAll(/\/([a-z][\w-]*)-(\d+\.\d+\.\d+)\/src\//g)) {
    const purl = `pkg:cargo/${name}@${version}`
    crates.set(`${name} ${version}`, { name, version, licence: null, purl })
  }
  if (crates.size === 0) throw new Error('the libraries inside resvg cannot be told')
  return [...crates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, crate]) => crate)
}

const INSIDE: Readonly<
  Record<string, { parts: typeof sqlite; words(parts: readonly Contained[]): string[] }>
> = {
  'better-sqlite3': {
    parts: sqlite,
    words: ([part]) => [
      `Contains SQLite ${part?.version}, which its authors gave into the public domain: https://sqlite.org/copyright.html`,
    ],
  },
  '@resvg/resvg-wasm': {
    parts: resvg,
    words: (crates) => [
      'Used unchanged, as its makers published it. The source code of the parts under the Mozilla Public License, this',
      'package and the resvg it is compiled from, is there for everybody: https://github.com/yisibl/resvg-js and',
      'https://github.com/linebender/resvg. Libraries found inside, each under the licence that its own source names:',
      `${crates.map(({ name, version }) => `${name} ${version}`).join(', ')}.`,
    ],
  },
}

/** What a package holds that is not its own; nothing for most. @throws where it cannot be told */
export const contained = (name: string, folder: string): Contained[] => INSIDE[name]?.parts(folder) ?? []

/** The same in lines of text. */
export const inside = (name: string, folder: string): string[] =>
  INSIDE[name]?.words(contained(name, folder)) ?? []
