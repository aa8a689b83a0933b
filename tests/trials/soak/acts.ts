/** A day's work at random: what people do with the app, what goes wrong meanwhile, and what strangers try. */
import { isExportMethod } from '../../../src/shared/contract/export-methods.ts'
import type { MethodName } from '../../../src/shared/contract/index.ts'
import { contract } from '../../../src/shared/contract/index.ts'
import { POOLS } from '../calls/pools.ts'
import type { Pools, Random } from '../calls/schema-values.ts'
import { pickOf, valueOf } from '../calls/schema-values.ts'
import { randomView } from '../views.ts'
import type { Given } from './files.ts'
import { editionUpload, populationsFiles, refusedFiles, tableFiles, worksFiles } from './files.ts'
import { sendHostile } from './hostile.ts'
import type { Page, Said } from './page.ts'

/** What an act was answered: the code of the error, or `ok`. */
export type Told = (name: string, said: Pick<Said, 'status' | 'code'>, input?: unknown) => void

interface Acting {
  page: Page
  random: Random
  pools: Pools
  told: Told
  /** Ends the event streams that are open now. */
  streams: AbortController[]
}

const METHODS = Object.keys(contract) as MethodName[]
/** Commands that a list of names, and not a file, is enough for. */
const KEEPING = METHODS.filter((name) =>
  /^(comparisons|groups|profiles|cities|networks|reports)\./.test(name),
)
const READING = METHODS.filter((name) => contract[name].kind !== 'command' && !isExportMethod(name))

const FIGURES = ['svg', 'png', 'pdf', 'pptx', 'docx'] as const
const TABLES = ['json', 'csv-excel', 'xlsx', 'csv'] as const

const inputOf = (name: MethodName, { random, pools }: Acting) => valueOf(contract[name].input, random, pools)

/** With the ids of institutions that the sample has. */
export async function poolsOf(page: Page): Promise<Pools> {
  const { value } = await page.call('institutions.list', { dataset: 'sample', limit: 30 })
  const ids = (value as { rows: { id: string }[] }).rows.map(({ id }) => id)
  const extended = (key: string) => [...(POOLS[key] ?? []), ...ids]
  return {
    ...POOLS,
    ...Object.fromEntries(
      ['institution', 'institutions', 'centre', 'node', 'partner', 'id'].map((key) => [key, extended(key)]),
    ),
  }
}

async function ask({ page, told }: Acting, name: MethodName, input: unknown): Promise<Said> {
  const said = await page.call(name, input)
  told(name, said, input)
  return said
}

/** Made, and mostly fetched: at times to the end, at times broken off. */
async function save({ page, random, told }: Acting, method: MethodName, input: unknown): Promise<void> {
  const made = await page.post('/api/downloads', { method, input })
  told(`save ${method}`, made, input)
  if (!made.ok || random() < 0.1) return
  const path = `/api/downloads/${(made.value as { token: string }).token}`
  if (random() < 0.15) await page.raw(page.head('GET', path), 1 + random() * 20)
  else told('download', { status: (await page.get(path)).status, code: null })
}

async function importFiles(
  acting: Acting,
  files: Given[],
  as = pickOf(acting.random, ['mine', 'other']),
): Promise<void> {
  const { page, random } = acting
  const token = await page.upload(files)
  if (random() < 0.4) await ask(acting, 'imports.preview', { files: token })
  const mode = pickOf(random, ['create', 'replace', 'replace', 'add'])
  const ended = ask(acting, 'imports.index', { files: token, as, mode })
  if (random() < 0.1) await ask(acting, 'imports.cancel', { as })
  await ended
  if (random() < 0.7) await page.post('/api/files/release', { token })
}

async function carry(acting: Acting): Promise<void> {
  const { page, random } = acting
  const dataset = pickOf(random, ['mine', 'science-cities-2024'])
  const made = await page.post('/api/downloads', { method: 'exports.dataset', input: { dataset } })
  acting.told('save exports.dataset', made)
  if (!made.ok) return
  const bytes = await page.bytes(`/api/downloads/${(made.value as { token: string }).token}`)
  const file = await page.upload([{ name: 'carried.zip', bytes }])
  await ask(acting, 'datasets.preview', { file })
  await ask(acting, 'datasets.import', { file, as: 'carried', replace: true })
  await page.post('/api/files/release', { token: file })
}

/** An upload that nobody ends: begun, a part sent, another broken off. */
async function leaveUpload({ page, random, told }: Acting): Promise<void> {
  const begun = await page.post('/api/files/begin', { files: [{ name: 'half.jsonl', bytes: 4000 }] })
  told('begin', begun)
  if (!begun.ok) return
  const { upload } = begun.value as { upload: string }
  told('part', await page.part(upload, 0, 0, new Uint8Array(1000)))
  if (random() < 0.7) {
    const type = { 'Content-Type': 'application/octet-stream', 'Content-Length': '3000' }
    await page.raw(page.head('POST', `/api/files/${upload}/0?from=1000`, type) + 'x'.repeat(500), 30)
  }
  if (random() < 0.5) told('done', await page.post('/api/files/done', { upload }))
}

/** A page that goes and comes again: its stream of events ends, another begins. */
async function reconnect({ page, random, streams }: Acting): Promise<void> {
  if (streams.length > 5) streams.splice(Math.floor(random() * streams.length), 1)[0]?.abort()
  const stream = new AbortController()
  streams.push(stream)
  const cookie = /^Cookie: (.*)$/m.exec(page.head('GET', '/'))?.[1]?.trim() ?? ''
  const since = random() < 0.5 ? `?since=${Date.now() - 60_000}` : ''
  const { body } = await fetch(`${page.origin}/api/events${since}`, {
    headers: { cookie },
    signal: stream.signal,
  })
  void (async () => {
    for await (const part of body ?? []) void part
  })().catch(() => undefined)
}

/** By how often, of a hundred. */
const ACTS: readonly [number, (acting: Acting) => Promise<unknown>][] = [
  [
    34,
    (acting) => {
      const name = pickOf(acting.random, READING)
      return ask(acting, name, inputOf(name, acting))
    },
  ],
  [
    9,
    (acting) => {
      const { table, address } = randomView(acting.random)
      const format = pickOf(acting.random, TABLES)
      return save(acting, 'exports.table', { table, format, view: address })
    },
  ],
  [
    9,
    (acting) => {
      const { figure, address } = randomView(acting.random)
      const look = { preset: 'slide-full', dpi: pickOf(acting.random, [72, 96, 150]), view: address }
      return save(acting, 'exports.figure', { figure, format: pickOf(acting.random, FIGURES), ...look })
    },
  ],
  [
    5,
    (acting) => {
      const name = pickOf(acting.random, METHODS.filter(isExportMethod))
      return save(acting, name, inputOf(name, acting))
    },
  ],
  [
    6,
    (acting) =>
      ask(acting, 'search.find', {
        dataset: 'sample',
        text: pickOf(acting.random, ['nan', '北', 'uni', 'zz']),
      }),
  ],
  [
    5,
    (acting) =>
      acting.page.get(
        pickOf(acting.random, ['/', '/map', '/rankings?year=2023', '/cities/beijing', '/api/host', '/no.js']),
      ),
  ],
  [
    6,
    (acting) => {
      const name = pickOf(acting.random, KEEPING)
      return ask(acting, name, inputOf(name, acting))
    },
  ],
  [4, (acting) => importFiles(acting, worksFiles(acting.random))],
  [1, (acting) => importFiles(acting, tableFiles())],
  [3, (acting) => importFiles(acting, refusedFiles(acting.random))],
  [
    1,
    async (acting) => {
      const taken = await acting.page.post('/api/uploads', editionUpload(acting.random))
      acting.told('uploads', taken)
      const { token: folder } = taken.value as { token: string }
      await ask(acting, 'imports.edition', { folder, as: 'edition', replace: true })
    },
  ],
  [
    1,
    async (acting) => {
      const files = await acting.page.upload(populationsFiles(acting.random))
      await ask(acting, 'populations.replace', { files })
    },
  ],
  [1, (acting) => carry(acting)],
  [
    2,
    (acting) =>
      ask(acting, 'datasets.remove', {
        dataset: pickOf(acting.random, ['mine', 'other', 'twin', 'carried', 'gone']),
      }),
  ],
  [1, (acting) => ask(acting, 'datasets.duplicate', { dataset: 'mine', as: 'twin' })],
  [2, leaveUpload],
  [6, async (acting) => acting.told('hostile', statusIn(await sendHostile(acting.page, acting.random)))],
  [4, reconnect],
]

const statusIn = (came: string) => ({
  status: Number(/^HTTP\/1\.1 (\d{3})/.exec(came)?.[1] ?? 0),
  code: /"code":"internal"/.test(came) ? 'internal' : null,
})

const TOTAL = ACTS.reduce((sum, [often]) => sum + often, 0)

/** One act, drawn by how often it is done. */
export function act(acting: Acting): Promise<unknown> {
  let at = acting.random() * TOTAL
  const found = ACTS.find(([often]) => (at -= often) < 0) ?? ACTS[0]
  return (found as (typeof ACTS)[number])[1](acting)
}
