/** Packages in node_modules: which one a file is of, under which licence it stands, which ones the app is packed with. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What is read of a package.json; old packages write a licence or an address as an object. */
interface Manifest {
  name?: string
  version?: string
  license?: string | { type?: string }
  licenses?: { type?: string }[]
  repository?: string | { url?: string }
  homepage?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

export interface Licensed {
  name: string
  version: string
  /** SPDX expression. */
  licence: string
  /** The licence's own words, with whose they are. */
  text: string
  /** Where its source is; empty where the package does not say. */
  source: string
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/** Where a tool's file goes on to what the tool itself bundles, of which a bundle made by it holds nothing. */
const OF_THE_TOOL: Record<string, RegExp> = { vite: /^# Licenses of bundled dependencies$[^]*/m }

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder of the package that a file of node_modules belongs to; null for any other file. */
export function packageFolder(file: string): string | null {
  const path = file.replaceAll('\\', '/').replace(/[?#].*$/, '')
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

/** `git@host:owner/name.git`, `git+https://…`, `owner/name` as an address that a browser opens. */
function sourceOf({ repository, homepage }: Manifest): string {
  const given = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? ''
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(given)?.[1]
  if (short) return `https://github.com/${short}`
  return given
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^(?:git|http):/, 'https:')
    .replace(/\.git$/, '')
}

/** All licence and notice files of a package, one after another. */
function ownText(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map(({ name }) => name).filter((name) => LICENCE_FILE.test(name))
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
}

/** Packages whose manifest names no licence, though their licence file is that of a known one. */
const LEFT_OUT: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** The words of a licence that a package names but does not carry, as the project at `root` keeps them. */
function standardText(root: string, licence: string): string {
  const file = join(root, 'scripts', 'notices', 'texts', `${licence}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/**
 * A package's licence.
 * @param root the project, not this file's folder: the build runs this as part of its settings, from another place
 * @throws where it names none, or where its words are nowhere: such a package must not be handed on
 */
export function licensed(root: string, folder: string): Licensed {
  const manifest = manifestOf(folder)
  const { name = folder, version = '', license, licenses } = manifest
  const named = typeof license === 'string' ? license : license?.type
  const licence = named ?? licenses?.map(({ type }) => type).join(' OR ') ?? LEFT_OUT[name] ?? ''
  if (!licence || /^(UNLICENSED|SEE )/i.test(licence)) throw new Error(`${name} ${version} names no licence`)
  const text =
    ownText(folder)
      .replace(OF_THE_TOOL[name] ?? /$^/, '')
      .trim() || standardText(root, licence)
  if (!text)
    throw new Error(
      `${name} ${version} carries no text of its licence: put it into scripts/notices/texts/${licence}.txt`,
    )
  return { name, version, licence, text, source: sourceOf(manifest) }
}

/** Where a package finds another one: in its own node_modules, or in one above. */
export function installed(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return found
    if (folder === dirname(folder)) return null
  }
}

/** Names of the packages that a package asks for, whether or not they are installed. */
export function dependencyNames(folder: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = manifestOf(folder)
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
}

/** Folders of all packages that a program brings along: its dependencies and theirs, as far as they are installed. */
export function dependencyFolders(root: string, found = new Set<string>()): Set<string> {
  for (const name of dependencyNames(root)) {
    const folder = installed(name, root)
    if (!folder || found.has(folder)) continue
    found.add(folder)
    dependencyFolders(folder, found)
  }
  return found
}
