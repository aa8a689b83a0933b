/** What a start must load before it can answer: no schemas, dictionaries or drawing, which would hold its first page back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { LATER_WORDS } from '../../scripts/support/later-words.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

/** What draws the first screen for a host: the first view's components, in one file. */
const DRAWER = '../first-screen/first-screen.js'
const built = join(projectDir, 'out', 'main')

beforeAll(ensureBuilt, 120_000)

/** A built file and all that it imports at once, as text by name. */
function loadedWith(name: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(name)) return found
  const text = readFileSync(join(built, name), 'utf8')
  found.set(name, text)
  for (const [, file = ''] of text.matchAll(/^(?:import|export)\b[^;]*?"\.\/([^"]+)";$/gm))
    loadedWith(file, found)
  return found
}

const SCHEMAS = /\bZodType\b/
const libraries = (files: Map<string, string>): string[] =>
  [...files.values()].flatMap((text) =>
    [...text.matchAll(/^import\b[^;]*?"([^."][^"]*)";$/gm)].map(([, name = '']) => name),
  )

test.each(['index.js', 'cli.js', 'cli-main.js', 'worker.js', DRAWER])('%s brings no schemas', (name) => {
  const files = loadedWith(name)
  expect([...files].filter(([, text]) => SCHEMAS.test(text)).map(([file]) => file)).toEqual([])
})

test('the check knows schemas where they are', () => {
  expect([...loadedWith('schemas.js').values()].some((text) => SCHEMAS.test(text))).toBe(true)
})

test('entry and threads begin with what Node has, and the database', () => {
  expect(libraries(loadedWith('cli.js')).filter((name) => !name.startsWith('node:'))).toEqual([])
  expect(
    [...new Set(libraries(loadedWith('worker.js')))].filter((name) => !name.startsWith('node:')),
  ).toEqual(['better-sqlite3'])
})

test('the window begins without the words of screens and files', () => {
  expect([...loadedWith('index.js').keys()]).not.toContain('i18n.js')
  expect([...loadedWith('cli-main.js').keys()]).toContain('i18n.js')
})

test('what draws the first screen stands alone, without the views and drawings that come later', () => {
  const text = readFileSync(join(built, DRAWER), 'utf8')
  // Minified: what is imported stands at the beginning, each in a statement.
  const named = [...text.matchAll(/(?:^|;)import\b[^;]*?["`]([^"`]+)["`]/g)].map(([, name]) => name)
  expect(named.filter((name) => !name?.startsWith('node:'))).toEqual([])
  const bundled = readFileSync(join(built, '..', 'bundled', 'first-screen.json'), 'utf8')
  expect(bundled).toContain('@vue/server-renderer')
  expect(bundled).not.toMatch(/cytoscape|chart|reka-ui|zod|node_modules\/d3/)
  expect(text.length).toBeLessThan(600_000)
})

test('what draws the first screen says none of the words that it goes without', () => {
  const text = readFileSync(join(built, DRAWER), 'utf8')
  const says = (name: string) => new RegExp(`["'\`]${name}\\.[\\w$]`).test(text)
  expect(Object.values(LATER_WORDS).filter(says)).toEqual([])
  expect(['rankings', 'shell'].every(says)).toBe(true)
})
