import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { pinyinKey } from './pinyin-key.ts'
import { knownReadings, readingsOf } from './readings.ts'

const resourcesDir = resolve(import.meta.dirname, '../../../resources')
const edition = join(resourcesDir, 'editions/science-cities-2024')

test('what is known is what the dictionary says', () => {
  const known = [...knownReadings(resourcesDir)]
  expect(known.length).toBeGreaterThan(100)
  expect(known).toEqual(known.map(([name]) => [name, pinyinKey(name)]))
})

test('every Chinese name of the bundled edition is known, so that its import loads no dictionary', () => {
  const known = knownReadings(resourcesDir)
  const columnOf = (file: string, column: string) =>
    (parse(readFileSync(join(edition, file), 'utf8'), { columns: true }) as Record<string, string>[]).map(
      (row) => row[column] ?? '',
    )
  const names = [...columnOf('top100-2023.csv', 'city_zh'), ...columnOf('institutions.csv', 'name_zh')]
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => name !== '' && !known.has(name))).toEqual([])
})

test('other names are read by the dictionary; no name has no reading', async () => {
  const readings = await readingsOf(['北京', '拉萨', null, ''], resourcesDir)
  expect([readings('北京'), readings('拉萨'), readings(null), readings('')]).toEqual([
    'bei jing',
    'la sa',
    '',
    '',
  ])
})
