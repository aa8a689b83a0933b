/** The key sheet against the code: what views answer is told, and what is told has words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '../i18n/index.ts'
import { KEY_GROUPS } from './keys.ts'

const folder = join(import.meta.dirname, '../../renderer/src')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

const told = new Set(KEY_GROUPS.flatMap(({ keys }) => keys.flatMap((each) => each.keys)))
/** Other names of a key that is told, and keys of fields and menus alone, which behave as everywhere. */
const ALSO: Record<string, string> = {
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '=': '+',
  '−': '-',
}
const OF_FIELDS = ['Tab']
const asTold = (key: string) => ALSO[key] ?? (key.length === 1 ? key.toUpperCase() : key)
const isTold = (key: string) =>
  told.has(asTold(key)) ||
  told.has(`Ctrl ${asTold(key)}`) ||
  told.has(asTold(key[0]!.toUpperCase() + key.slice(1)))

/** Keys that a source asks for: compared, or names of acts in a record that a key looks up. */
function askedBy(text: string): string[] {
  const compared = [...text.matchAll(/\bkey(?:\.toLowerCase\(\))? === '([^']+)'/g)].map(([, key = '']) => key)
  const records = [...text.matchAll(/\{([^{}]*)\}(?:\s*as const)?\)?\s*\[(?:event\.key|key)\b/g)]
  const looked = records.flatMap(([, body = '']) =>
    [...body.matchAll(/(?:^|[{,\n])\s*(?:'([^']+)'|(\w+)):/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  )
  return [...compared, ...looked].filter((key) => !OF_FIELDS.includes(key))
}

test('every key that the screens answer is told on the sheet', () => {
  const handlers = sources.filter(({ text }) => /\buseKeys\(|onKey\(event: KeyboardEvent/.test(text))
  expect(handlers.length).toBeGreaterThan(15)
  const asked = handlers.flatMap(({ file, text }) => askedBy(text).map((key) => ({ file, key })))
  expect(new Set(asked.map(({ key }) => key)).size).toBeGreaterThan(20)
  expect(asked.filter(({ key }) => !isTold(key))).toEqual([])
})

test('every key of a status line is told on the sheet', () => {
  const lines = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\{ keys: \[([^\]]*(?:'\]')?[^\]]*)\], does/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, key = '']) => ({ file, key })),
    ),
  )
  expect(lines.length).toBeGreaterThan(25)
  expect(lines.filter(({ key }) => !isTold(key))).toEqual([])
})

test.each(['en', 'zh'] as const)('every told key has words in %s', (language) => {
  const wordOf = (key: string) =>
    key
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], messages[language])
  const names = KEY_GROUPS.flatMap(({ title, keys }) => [title, ...keys.map(({ does }) => does)])
  expect(names.filter((name) => typeof wordOf(name) !== 'string')).toEqual([])
})
