/**
 * Writes `resources/names/pinyin.csv`: the readings of the Chinese names in the bundled edition, by the dictionary that
 * reads all other names. Run it after a change of the edition's names: `node scripts/names/pinyin.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { pinyinKey } from '../../src/core/import/pinyin-key.ts'

const resources = resolve(import.meta.dirname, '../../resources')
const edition = join(resources, 'editions/science-cities-2024')
const columnOf = (file: string, column: string): string[] =>
  (parse(readFileSync(join(edition, file), 'utf8'), { columns: true }) as Record<string, string>[]).map(
    (row) => row[column] ?? '',
  )
const names = [...columnOf('top100-2023.csv', 'city_zh'), ...columnOf('institutions.csv', 'name_zh')]
const lines = [...new Set(names)].filter(Boolean).map((name) => {
  if (/[",\n]/.test(name)) throw new Error(`${name}: the file knows no quotes`)
  return `${name},${pinyinKey(name)}`
})
writeFileSync(join(resources, 'names/pinyin.csv'), ['name_zh,pinyin', ...lines, ''].join('\n'))
