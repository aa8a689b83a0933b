import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AppError } from '../../shared/contract/errors.ts'
import { resourcesDir, TestFolder } from '../import/text/test-files.ts'
import { loadCountries } from '../import/places/countries.ts'
import { readPopulations } from '../import/places/read-populations.ts'
import type { PopulationEntry } from './populations.ts'
import { keptPath, loadPopulations, PopulationTable, templatePath } from './populations.ts'

const folder = new TestFolder()
const countries = loadCountries(resourcesDir)
const HEAD = 'city,country,year,population,area,source'
const read = (...rows: string[]) =>
  readPopulations(folder.write('populations.csv', [HEAD, ...rows, ''].join('\n')), countries)
const entry = (name: string, year: number, inhabitants: number): PopulationEntry => ({
  name,
  country: 'CN',
  year,
  inhabitants,
  area: 'city proper',
  source: 'yearbook',
})

describe('a table of populations', () => {
  test('answers with the year asked for, else the nearest one, and never for another country', () => {
    const table = new PopulationTable([entry('Nanjing', 2010, 8_000_000), entry('Nanjing', 2020, 9_300_000)])
    expect(table.find('Nanjing', 'CN', 2020)?.inhabitants).toBe(9_300_000)
    expect(table.find('nanjing', 'CN', 2013)?.year).toBe(2010)
    expect(table.find('Nanjing', 'CN', 2015)?.year).toBe(2010)
    expect(table.find('Nanjing', 'US', 2020)).toBeNull()
    expect(table.find('Wuhan', 'CN', 2020)).toBeNull()
  })

  test('of the user goes before what ships, place by place', () => {
    const shipped = loadPopulations({ dataDir: folder.path, resourcesDir })
    expect(shipped.find('Beijing', 'CN', 2023)).toMatchObject({ inhabitants: 21_500_000 })
    expect(shipped.find('Boston metropolitan area', 'US', 2023)).toMatchObject({ area: 'metropolitan area' })
    const kept = { file: 'p.csv', sha256: '0'.repeat(64), entries: [entry('Beijing', 2020, 21_893_000)] }
    writeFileSync(keptPath(folder.path), JSON.stringify(kept))
    const both = loadPopulations({ dataDir: folder.path, resourcesDir })
    expect(both.find('Beijing', 'CN', 2023)).toMatchObject({ inhabitants: 21_893_000, year: 2020 })
    expect(both.find('Shanghai', 'CN', 2023)).toMatchObject({ inhabitants: 26_300_000 })
  })

  test('is read with countries by code or name; rows of the template that were not filled in are left out', async () => {
    const { entries, file, sha256 } = await read(
      'Nanjing,China,2020,9314685,city proper,Census 2020',
      'Boston metropolitan area,US,2020,4941632,metropolitan area,Census 2020',
      'Wuhan,CN,,,,',
    )
    expect(file).toBe('populations.csv')
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(entries.map(({ name, country, inhabitants }) => [name, country, inhabitants])).toEqual([
      ['Nanjing', 'CN', 9_314_685],
      ['Boston metropolitan area', 'US', 4_941_632],
    ])
  })

  test.each([
    ['Nanjing,CN,2020,9.3 million,city proper,Census', 2, 'integer-expected'],
    ['Nanjing,CN,2020,9,city proper,Census', 2, 'number-range'],
    ['Nanjing,CN,,9314685,city proper,Census', 2, 'value-missing'],
    ['Nanjing,CN,2020,9314685,,Census', 2, 'value-missing'],
    ['Nanjing,CN,2020,9314685,city proper,', 2, 'value-missing'],
    ['Nanjing,Atlantis,2020,9314685,city proper,Census', 2, 'country-unknown'],
  ])('with %s is refused by line and reason', async (row, line, code) => {
    const error = (await read(row).catch((thrown: unknown) => thrown)) as AppError
    expect(error.code).toBe('import-rejected')
    expect(error.details?.issues?.[0]).toMatchObject({ file: 'populations.csv', line, code })
  })

  test('that says two numbers of one place and year, or none at all, is refused', async () => {
    await expect(read('Nanjing,CN,2020,9314685,a,s', 'nanjing,CN,2020,9314686,a,s')).rejects.toMatchObject({
      code: 'import-rejected',
    })
    await expect(readPopulations(templatePath(resourcesDir), countries)).rejects.toMatchObject({
      code: 'import-rejected',
    })
  })
})
