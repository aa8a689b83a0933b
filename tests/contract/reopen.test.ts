/** Files of every format lead back to their view, follow from their data, and one changed digit is found. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import { runCli } from '../../src/cli/program.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-reopen-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)

beforeAll(async () => {
  await client.call('samples.create', { as: 'sample', scale: 0.05 })
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

let files = 0
async function tokenOf(bytes: Uint8Array, name: string): Promise<string> {
  const path = join(dataDir, `${++files}-${name}`)
  writeFileSync(path, bytes)
  return (await core.grantFiles([path])).token
}
const view = '/?at=nanjing&region=CN&sort=count&desc=1&q=%E5%8D%97'
const drawing = {
  network: { of: 'cities' as const, input: { dataset: 'sample', top: 8 } },
  labels: 'name' as const,
}
const ranking = { of: 'rankings' as const, input: { region: 'CN', limit: 'all' as const } }
const bars = { of: 'ranking-bars' as const, input: {}, top: 5 }

type Made = { fileName: string; bytes: Uint8Array }
const FILES: [string, () => Promise<Made>][] = [
  ...(['json', 'csv-excel', 'xlsx'] as const).map((format): [string, () => Promise<Made>] => [
    format,
    () => client.call('exports.table', { table: ranking, format, view }),
  ]),
  ...(['svg', 'png'] as const).map((format): [string, () => Promise<Made>] => [
    `${format} of a view`,
    () => client.call('exports.figure', { figure: bars, format, dpi: 72, view }),
  ]),
  ...(['svg', 'png', 'pdf', 'pptx', 'docx'] as const).map((format): [string, () => Promise<Made>] => [
    `${format} of a slide`,
    () => client.call('exports.figure', { figure: bars, format, dpi: 72, preset: 'slide-full', view }),
  ]),
  ...(['json', 'graphml', 'gexf'] as const).map((format): [string, () => Promise<Made>] => [
    `${format} of a network`,
    () => client.call('exports.graph', { drawing, format, view }),
  ]),
]

const pages = [
  { id: 'bars', figure: bars },
  { id: 'rows', figure: { of: 'table' as const, table: ranking } },
]
for (const format of ['pptx', 'docx', 'pdf', 'html', 'xlsx'] as const)
  FILES.push([
    `${format} of a report`,
    () => client.call('exports.report', { dataset: 'science-cities-2024', content: { pages }, format }),
  ])

/** A digit that the file shows, as another: `4259.39` of Beijing, or the first of a network's Shares. */
function spoiled(bytes: Uint8Array): Uint8Array {
  const text = strFromU8(bytes, true)
  if (text.startsWith('\u0089PNG')) return spoiledPng(Buffer.from(bytes))
  if (text.startsWith('PK')) return spoiledOffice(bytes)
  if (text.startsWith('%PDF')) return spoiledPdf(text)
  const at = text.search(/4259\.39|4,259\.39|"share": [\d.]*[1-8]|>[\d.]{4,}[1-8]</)
  const digit = at + (/[1-8](?=\D|$)/.exec(text.slice(at + 6))?.index ?? 0) + 6
  return strToU8(text.slice(0, digit) + String(Number(text[digit]) + 1) + text.slice(digit + 1), true)
}

function spoiledOffice(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith('docProps') || name.includes('notes')) continue
    const text = strFromU8(part, true)
    const other = text.replace(/4(,?)259\.39/, '4$1259.38')
    if (other === text) continue
    parts[name] = strToU8(other, true)
    return zipSync(parts)
  }
  throw new Error('no number to spoil')
}

/** One bit of a pixel. */
function spoiledPng(file: Buffer): Uint8Array {
  const at = file.indexOf('IDAT')
  const length = file.readUInt32BE(at - 4)
  const raw = inflateSync(file.subarray(at + 4, at + 4 + length))
  raw[raw.length - 9] = (raw[raw.length - 9] ?? 0) ^ 1
  const data = deflateSync(raw)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  return Buffer.concat([
    file.subarray(0, at - 4),
    head,
    Buffer.from('IDAT'),
    data,
    file.subarray(at + 4 + length),
  ])
}

/** Two letters of the first face are exchanged in what its codes mean: the page says another number. */
function spoiledPdf(file: string): Uint8Array {
  for (const match of file.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)) {
    let body: string
    try {
      body = inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      continue
    }
    if (!/\bTJ\b/.test(body)) continue
    const other = body.replace(/<([0-9a-f]{4})([0-9a-f]{4})/, '<$2$1')
    const data = deflateSync(Buffer.from(other, 'latin1')).toString('latin1')
    return strToU8(
      file.replace(match[1] ?? '', () => data),
      true,
    )
  }
  throw new Error('no text to spoil')
}

describe.each(FILES)('%s', (name, make) => {
  it('leads back to its view', async () => {
    const file = await make()
    const opened = await client.call('files.open', { file: await tokenOf(file.bytes, file.fileName) })
    const home = name.endsWith('report') ? '/report' : view
    expect(opened).toMatchObject({ view: home, sameVersion: true })
  })

  it('follows, and no longer with one digit changed', async () => {
    const file = await make()
    const sound = await client.call('files.verify', { file: await tokenOf(file.bytes, file.fileName) })
    expect(sound).toMatchObject({ follows: true, changed: [], problem: null })
    const token = await tokenOf(spoiled(file.bytes), file.fileName)
    const broken = await client.call('files.verify', { file: token })
    expect(broken).toMatchObject({ follows: false, problem: null })
    expect(broken.changed.length).toBeGreaterThan(0)
  })
})

describe('on the command line', () => {
  const run = async (...args: string[]) => {
    let [out, err] = ['', '']
    const io = {
      stdout: (text: string | Uint8Array) => void (out += Buffer.from(text).toString()),
      stderr: (text: string) => void (err += text),
      isTerminal: false,
      env: {},
      core,
    }
    return { code: await runCli(args, io), out, err }
  }
  const path = (name: string) => join(dataDir, name)

  it('says what changed with both values, and by its exit code', async () => {
    const file = path('ranking.csv')
    expect((await run('rank', '--format', 'csv-excel', '--out', file)).code).toBe(0)
    expect(await run('verify', file)).toMatchObject({ code: 0 })
    const text = readFileSync(file, 'utf8')
    writeFileSync(path('changed.csv'), text.replace('4259.39', '4261.02'))
    const changed = await run('verify', file, path('changed.csv'))
    expect(changed.code).toBe(1)
    expect(changed.out).toContain('Beijing, Share (articles) 4261.02, now 4259.39')
    writeFileSync(path('plain.csv'), 'a,b\r\n1,2\r\n')
    const foreign = await run('verify', path('plain.csv'), path('changed.csv'))
    expect(foreign.code).toBe(3)
    expect(foreign.out).toContain('plain.csv was not made by Science Cities')
  })

  it.skipIf(process.platform !== 'linux')('tells a full disk and a place that is none', async () => {
    const full = await run('rank', '--format', 'json', '--out', '/dev/full')
    expect(full).toMatchObject({ code: 1, out: '' })
    expect(full.err).toContain('The disk is full.')
    const file = path('kept.csv')
    writeFileSync(file, 'earlier')
    const none = await run('rank', '--format', 'json', '--out', join(file, 'inside.json'))
    expect(none.code).toBe(1)
    expect(none.err).toContain('inside.json')
    expect(readFileSync(file, 'utf8')).toBe('earlier')
  })

  it('opens the view that the request says', async () => {
    const file = path('rising.json')
    const args = [
      '--dataset',
      'sample',
      '--from',
      '2020',
      '--to',
      '2022',
      '--sort',
      'changePct',
      '--floor',
      '2',
    ]
    expect((await run('rising', ...args, '--format', 'json', '--out', file)).code).toBe(0)
    expect((await run('open', file)).out).toBe('/rising?dataset=sample&floor=2&from=2020&to=2022\n')
    expect(await run('open', path('plain.csv'))).toMatchObject({ code: 3, out: '' })
    expect(await run('open', path('nowhere.png'))).toMatchObject({ code: 1, out: '' })
  })
})

it('finds its data under another name, and says where they are missing', async () => {
  const table: InputOf<'exports.table'>['table'] = { of: 'rankings', input: { dataset: 'sample' } }
  const { bytes } = await client.call('exports.table', { table, format: 'json' })
  const text = Buffer.from(bytes).toString()
  const renamed = await tokenOf(
    Buffer.from(text.replaceAll('"dataset": "sample"', '"dataset": "other"')),
    'renamed.json',
  )
  expect(await client.call('files.open', { file: renamed })).toMatchObject({
    dataset: 'other',
    at: { dataset: 'sample' },
    view: '/?dataset=sample',
    sameVersion: true,
  })
  expect(await client.call('files.verify', { file: renamed })).toMatchObject({ follows: true })
  const gone = text
    .replaceAll('"dataset": "sample"', '"dataset": "other"')
    .replace(/r1-[0-9a-f]{12}/g, 'r1-000000000000')
  const missing = await tokenOf(Buffer.from(gone), 'gone.json')
  expect(await client.call('files.open', { file: missing })).toMatchObject({ at: null, view: null })
  expect(await client.call('files.verify', { file: missing })).toMatchObject({
    follows: false,
    problem: { code: 'dataset-unknown' },
  })
})
