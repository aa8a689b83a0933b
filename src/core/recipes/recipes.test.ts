import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/index.ts'
import { recipeRequest } from '../../shared/contract/recipes.ts'
import { resourcesDir } from '../app-info.ts'
import type { ReaderContext } from '../context.ts'
import { WORK_FIELDS } from './addresses.ts'
import { makeRecipe } from './make-recipe.ts'

const SELECT =
  'id,doi,title,display_name,publication_year,type,is_retracted,is_paratext,updated_date,primary_location,primary_topic,topics,concepts,authorships'
const YEARS = 'publication_year:2019|2020|2021|2022|2023,type:article|review'
const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'recipe-'))
  folders.push(path)
  return path
}

const make = (input: Partial<InputOf<'recipes.make'>>, file = '') =>
  makeRecipe(recipeRequest.parse({ from: 2019, to: 2023, date: '2026-11-30', ...input }), {
    resourcesDir,
    resolveFiles: () => [file],
  } as unknown as ReaderContext)
const addresses = async (input: Partial<InputOf<'recipes.make'>>, file?: string) =>
  (await make(input, file)).lists.map(({ address }) => address)

const institution = (id: number, city: string, country = 'PT') => ({
  id: `https://openalex.org/I${id}`,
  display_name: `Institution ${id}`,
  country_code: country,
  geo: { city, country_code: country },
})

/** Pages as the first step saves them, the last one empty. */
function institutionPages(records: object[]): string {
  const at = folder()
  writeFileSync(join(at, 'institutions-PT-00001.json'), JSON.stringify({ meta: {}, results: records }))
  writeFileSync(
    join(at, 'institutions-PT-00002.json'),
    JSON.stringify({ meta: { next_cursor: null }, results: [] }),
  )
  writeFileSync(join(at, 'recipe.json'), '{"format":"science-cities-recipe"}')
  return at
}

describe('addresses', () => {
  it("asks for the institutions of a city's country first", async () => {
    const recipe = await make({ cities: ['Lisbon'] })
    expect(recipe).toMatchObject({ step: 1, matcher: 'after', cities: [{ name: 'Lisbon', country: 'PT' }] })
    expect(recipe.lists.map(({ address }) => address)).toEqual([
      'https://api.openalex.org/institutions?filter=country_code:PT&per_page=100&cursor=*&select=id,ids,ror,display_name,international,country_code,type,lineage,geo',
    ])
  })

  it('asks for the works of the institutions in the city then, in two parts', async () => {
    const file = institutionPages([
      institution(30, 'Lisbon'),
      institution(2, 'Lisbon'),
      institution(4, 'Porto'),
      institution(5, 'Lisbon', 'US'),
    ])
    const input = { cities: ['里斯本'], file: 'a'.repeat(16) }
    expect(await addresses(input, file)).toEqual([
      `https://api.openalex.org/works?filter=authorships.institutions.id:I2|I30,${YEARS},authors_count:<101&per_page=100&cursor=*&select=${SELECT}`,
      `https://api.openalex.org/works?filter=authorships.institutions.id:I2|I30,${YEARS},authors_count:>100&per_page=100&cursor=*&select=id`,
    ])
    expect((await make(input, file)).cities[0]?.institutions).toBe(2)
  })

  it('knows a city by its other names, as asked and as the file has it', async () => {
    const file = institutionPages([
      institution(1, 'Lisboa'),
      institution(2, 'Lisbon'),
      institution(3, 'Porto'),
    ])
    for (const city of ['Lisbon', 'Lisboa', 'Lisboa, Portugal', 'Lissabon, PT']) {
      const { cities } = await make({ cities: [city], file: 'a'.repeat(16) }, file)
      expect(cities).toEqual([{ name: 'Lisbon', country: 'PT', institutions: 2 }])
    }
  })

  it('puts no more than 100 values into a filter', async () => {
    const many = Array.from({ length: 201 }, (_, index) => institution(index + 1, 'Lisboa'))
    const file = institutionPages(many)
    const lists = (await make({ cities: ['Lisboa, Portugal'], file: 'a'.repeat(16) }, file)).lists
    const works = lists.filter(({ of }) => of === 'works')
    expect(works.map(({ filter }) => filter.split(',')[0]?.split('|').length)).toEqual([100, 100, 1])
  })

  it('takes all cities of a metropolitan area', async () => {
    const file = institutionPages([
      institution(1, 'Brooklyn', 'US'),
      institution(2, 'New York', 'US'),
      institution(3, 'Chicago', 'US'),
    ])
    const [first] = await addresses({ cities: ['New York metropolitan area'], file: 'a'.repeat(16) }, file)
    expect(first).toContain('authorships.institutions.id:I1|I2,')
  })

  it('names countries, institutions with their parts, journals and fields', async () => {
    const filters = (
      await make({
        countries: ['PT', 'ES'],
        institutions: ['https://openalex.org/I27837315'],
        lineage: true,
        journals: ['0028-0836', 's137773608'],
        fields: [13, 16],
      })
    ).lists.map(({ filter }) => filter)
    const rest = `${YEARS},primary_topic.field.id:13|16`
    expect(filters.filter((_, index) => index % 2 === 0)).toEqual([
      `authorships.institutions.country_code:PT|ES,primary_location.source.issn:0028-0836,${rest},authors_count:<101`,
      `authorships.institutions.country_code:PT|ES,primary_location.source.id:S137773608,${rest},authors_count:<101`,
      `authorships.institutions.lineage:I27837315,primary_location.source.issn:0028-0836,${rest},authors_count:<101`,
      `authorships.institutions.lineage:I27837315,primary_location.source.id:S137773608,${rest},authors_count:<101`,
    ])
  })

  it('gives the command of the downloader, which saves works whole', async () => {
    expect((await make({ countries: ['PT'] })).commands).toEqual([
      `openalex download --api-key YOUR_KEY --output ./works-001 --filter "authorships.institutions.country_code:PT,${YEARS}"`,
    ])
  })

  it('selects fields of the record alone', () => {
    expect(WORK_FIELDS.join(',')).toBe(SELECT)
  })

  it.each([
    [{}, 'recipe-empty'],
    [{ cities: ['Nowhere at all'] }, 'recipe-city-unknown'],
    [{ cities: ['Georgetown'] }, 'recipe-city-ambiguous'],
    [{ countries: ['PT'], journals: ['0028-0837'] }, 'recipe-value'],
    [{ countries: ['PT'], from: 2023, to: 2019 }, 'recipe-years'],
    [{ institutions: ['harvard'] }, 'recipe-value'],
  ])('refuses %j with %s', async (input, code) => {
    await expect(make(input)).rejects.toMatchObject({ code })
  })
})

describe('the script for macOS and Linux', () => {
  const page = (results: object[], next: string | null) =>
    JSON.stringify({ meta: { count: 3, next_cursor: next }, results })
  const work = (id: number) => ({ id: `https://openalex.org/W${id}`, title: 'says "next_cursor": "no"' })

  it('pages to the end, waits, goes on where it was, and fetches works of many authors by themselves', async () => {
    const asked: string[] = []
    let busy = true
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://here')
      const cursor = url.searchParams.get('cursor')
      asked.push(`${url.pathname} ${cursor} ${url.searchParams.get('api_key')}`)
      if (busy) {
        busy = false
        return response.writeHead(429, { 'Retry-After': '1' }).end('{}')
      }
      const filter = url.searchParams.get('filter') ?? ''
      if (url.pathname === '/works/W9') return response.end(JSON.stringify(work(9)))
      if (filter.endsWith('authors_count:>100'))
        return response.end(cursor === '*' ? page([work(9)], 'end==') : page([], null))
      if (cursor === '*') return response.end(page([work(1), work(2)], 'a+b/c=='))
      return response.end(page(cursor === 'a+b/c==' ? [] : [work(666)], null))
    })
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const at = folder()
    for (const { name, text } of (await make({ countries: ['PT'] })).files) {
      mkdirSync(dirname(join(at, name)), { recursive: true })
      const near = text.replaceAll('https://api.openalex.org', home).replace('wait=5', 'wait=0')
      writeFileSync(join(at, name), near)
    }
    const env = { ...process.env, OPENALEX_API_KEY: 'k&y', no_proxy: '127.0.0.1' }
    const run = () => promisify(execFile)('sh', [join(at, 'get-data.sh')], { env })
    try {
      await run()
      expect(asked).toEqual([
        '/works * k&y',
        '/works * k&y',
        '/works a+b/c== k&y',
        '/works * k&y',
        '/works end== k&y',
        '/works/W9 null k&y',
      ])
      expect(readdirSync(join(at, 'data')).sort()).toEqual([
        'W9.json',
        'fetched.json',
        'recipe.json',
        'works-001-00001.json',
        'works-001-00002.json',
      ])
      expect(JSON.parse(readFileSync(join(at, 'data', 'fetched.json'), 'utf8'))).toMatchObject({
        format: 'science-cities-fetched',
      })
      rmSync(join(at, 'data', 'works-001-00002.json'))
      asked.length = 0
      await run()
      expect(asked).toEqual(['/works a+b/c== k&y'])
    } finally {
      server.close()
    }
  })
})

describe('the script for Windows', () => {
  it('is UTF-8 with its mark, lines of Windows, and names the same addresses', async () => {
    const text = (await make({ countries: ['PT'], language: 'zh' })).files.find(({ name }) =>
      name.endsWith('.ps1'),
    )?.text
    expect(text?.startsWith('\uFEFF# ')).toBe(true)
    expect(text?.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text).toContain(
      `Get-List 'data/works-001' 'https://api.openalex.org/works?filter=authorships.institutions.country_code:PT,${YEARS.replaceAll('|', '%7C')},authors_count:%3C101&per_page=100&select=${SELECT}'`,
    )
  })
})
