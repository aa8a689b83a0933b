/** What a start must load before it can answer: no schemas, dictionaries or drawing, which would hold its first page back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

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

test.each(['cli.js', 'main.js', 'first-screen.js', 'worker.js'])('%s brings no schemas', (name) => {
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
