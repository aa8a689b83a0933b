/** The text of THIRD-PARTY-NOTICES: whose work the app carries, and under which licence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inside } from './inside.ts'
import type { Licensed } from './packages.ts'
import { licensed } from './packages.ts'

/** Where a package is in the app: in a bundle, by its name, or beside them. */
export type Place = 'main' | 'preload' | 'renderer' | 'first-screen' | 'node_modules'

const RULE = '='.repeat(100)
const section = (title: string, body: string) => `${RULE}\n${title}\n${RULE}\n\n${body.trim()}\n`

const HEAD = `Third-party notices of Science Cities

Science Cities is under the MIT licence (LICENSE). It contains work of others, listed here with its licences: packages
that are part of its scripts (out/main, out/preload, out/renderer, out/first-screen) or lie beside them (node_modules), fonts, and data.
The desktop app runs on Electron, which contains Chromium and Node.js; their licences come with it in
LICENSE.electron.txt and LICENSES.chromium.html.
`

/** One package under its licence's words: name, version, licence, source, where it is, what else it holds. */
function entry(
  { name, version, licence, source }: Licensed,
  places: Iterable<Place>,
  more: string[],
): string {
  const lines = [`${name} ${version} (${licence})`, source, `in ${[...places].sort().join(', ')}`, ...more]
  return lines.filter(Boolean).join('\n    ')
}

/** Packages whose licences have the same words stand together above them. */
function packageSections(root: string, packages: ReadonlyMap<string, ReadonlySet<Place>>): string[] {
  const byText = new Map<string, string[]>()
  const all = [...packages].map(([folder, places]) => ({ folder, places, found: licensed(root, folder) }))
  const keyed = all.map((one) => ({ ...one, key: `${one.found.name}@${one.found.version}` }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { folder, places, found } of keyed) {
    const entries = byText.get(found.text) ?? []
    entries.push(entry(found, places, inside(found.name, folder)))
    byText.set(found.text, entries)
  }
  return [...byText].map(([text, entries]) => section(entries.join('\n'), text))
}

/** Notices of the packages in these folders, and of the fonts and data in the project at `root`. */
export function composeNotices(root: string, packages: ReadonlyMap<string, ReadonlySet<Place>>): string {
  const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
  return [
    HEAD,
    ...packageSections(root, packages),
    section(
      `Science Cities Sans (OFL-1.1)\n    merged from IBM Plex Sans, IBM Plex Sans SC and IBM Plex Sans KR\n    in renderer, resources/fonts`,
      read('resources', 'fonts', 'OFL.txt'),
    ),
    section('Figures, names, places and outlines of maps\n    in resources', read('DATA-LICENCE.md')),
  ].join('\n')
}
