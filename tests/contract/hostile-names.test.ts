/** Names that would break a file or run in it: every writer, end to end, from an index whose institutions bear them. */
import { rmSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readStamp } from '../../src/core/export/reopen/read-stamp.ts'
import { safeFileName } from '../../src/hosting/save-request.ts'
import type { ExportedFile } from '../../src/shared/contract/exports.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import {
  FIGURE_FORMATS,
  formatNames,
  GRAPH_FORMATS,
  REPORT_FORMATS,
  TABLE_FORMATS,
} from '../../src/shared/domain/file-formats.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../support/index.ts'
import { xmlProblem } from '../support/well-formed.ts'

const NAMES = [
  `"Quoted" & <b>Bold</b> 's`,
  'جامعة عربي \u202eRTL',
  '🧪🎓 Emoji 👩‍🔬 University',
  '=1+1',
  '@x',
  '+SUM(A1:A9)',
  '-2+3|cmd',
  'con',
  'Trailing dots...',
  `Long ${'name '.repeat(60)}`,
  'Lone \ud83d half \udc00',
  'Bell \u0001\u0007\u001b control',
  '</script><script>alert(1)</script>',
  '--> ]]> <![CDATA[ <img src=x onerror=alert(1)>',
  'Tab\tand\nline',
]
const institutions = NAMES.map((name, at) => ({
  id: at + 1,
  name,
  city: ['Beijing', `<i>City</i> & "Co"`, '=2+2'][at % 3] ?? 'Beijing',
  country: ['CN', 'GB', 'US'][at % 3] ?? 'CN',
}))
const works = Array.from({ length: 120 }, (_, at) => ({
  id: at + 1,
  year: 2022 + (at % 2),
  authors: [0, 1, 2].map((each) => [((at * (each + 3)) % NAMES.length) + 1]),
  title: NAMES[at % NAMES.length] ?? '',
}))

const dataset = 'hostile'
const root = temporaryFolder()
const { call, close } = queriesOf(root)
beforeAll(() => importFiles(root, dataset, writeIndexFiles(root, works, institutions)))
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

const own = NAMES.join(' ').slice(0, 280)
const ranked = { dataset, by: 'institution' as const }
const network = { of: 'institutions' as const, input: { dataset, top: 15 } }
const drawing: InputOf<'exports.graph'>['drawing'] = { network, labels: 'name' }
type Figure = InputOf<'exports.figure'>['figure']
type Table = InputOf<'exports.table'>['table']
const TABLES: Table[] = [
  { of: 'rankings', input: ranked },
  { of: 'institutions', input: { dataset } },
  { of: 'collaborations', input: { dataset, between: 'institutions' } },
  { of: 'derivation', input: { dataset, kind: 'institution', id: 'I1' } },
  { of: 'network', part: 'edges', drawing },
]
const FIGURES: Figure[] = [
  { of: 'ranking-bars', input: ranked, top: 15, highlight: 'I4' },
  { of: 'count-per-share', input: ranked, top: 15 },
  { of: 'finding', input: ranked },
  { of: 'rising', input: { dataset, by: 'institution', floor: 0 } },
  { of: 'pairs', input: { dataset, between: 'institutions' }, top: 10 },
  { of: 'network', drawing },
  { of: 'table', table: { of: 'rankings', input: ranked } },
  { of: 'text', dataset, body: { en: NAMES.join('\n'), zh: NAMES.join('\n') } },
]

/** Text that only markup of ours may hold unescaped. */
const RUNS = /<script>alert|<img src=x|<b>Bold|<i>City/

function soundXml(name: string, xml: string): void {
  expect(xmlProblem(xml), name).toBeNull()
  expect(RUNS.test(xml), name).toBe(false)
}

function soundParts(file: string, bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const where = `${file}: ${name}`
    expect(
      name
        .split('/')
        .every((each) => safeFileName(each) === each || each.startsWith('_rels') || each.startsWith('.rels')),
      where,
    ).toBe(true)
    if (/\.(xml|rels|svg)$/.test(name)) soundXml(where, strFromU8(part))
    if (/\.(xlsx|docx|pptx)$/.test(name)) soundParts(where, part)
    if (/worksheets\/sheet\d+\.xml$/.test(name)) expect(strFromU8(part).includes('<f'), where).toBe(false)
    if (name.endsWith('.html')) soundHtml(where, strFromU8(part))
  }
}

function soundHtml(name: string, html: string): void {
  expect(RUNS.test(html), name).toBe(false)
  // One script of ours at most beside the stamp, none that a name opened.
  expect(html.match(/<script\b/g)?.length ?? 0, name).toBe(html.match(/<\/script>/g)?.length ?? 0)
}

function guarded(name: string, text: string, delimiter: string): void {
  for (const row of parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][])
    for (const cell of row)
      expect(/^[=+@\t\r]|^-(?!\d+(?:[.,]\d+)?$)/.test(cell), `${name}: ${cell}`).toBe(false)
}

function sound({ fileName, bytes }: ExportedFile, csvExcel = false): void {
  expect(safeFileName(fileName)).toBe(fileName)
  const text = () => strFromU8(bytes)
  if (/\.(pptx|docx|xlsx|zip)$/.test(fileName)) soundParts(fileName, bytes)
  if (/\.(svg|graphml|gexf)$/.test(fileName)) soundXml(fileName, text())
  if (fileName.endsWith('.json')) JSON.parse(text())
  if (fileName.endsWith('.html')) soundHtml(fileName, text())
  if (csvExcel) guarded(fileName, text(), ',')
}

describe.each(formatNames(TABLE_FORMATS))('tables as %s', (format) => {
  it.each(TABLES.map((table) => [table.of, table] as const))('%s', async (_of, table) => {
    const file = await call('exports.table', { table, format, view: '/?q=%3Cb%3E' })
    sound(file, format === 'csv-excel')
    if (format !== 'csv') expect(readStamp(file.bytes)?.view).toBe('/?q=%3Cb%3E')
  })
})

describe.each(formatNames(FIGURE_FORMATS))('figures as %s', (format) => {
  // Pixels cost most and hold names only as pixels.
  const figures = format === 'png' ? FIGURES.slice(0, 1) : FIGURES
  it.each(figures.map((figure) => [figure.of, figure] as const))('%s', async (_of, figure) => {
    // Computed titles hold names too; the reader's own need no more than one kind.
    for (const title of figure.of === 'ranking-bars' ? [undefined, own] : [undefined]) {
      const look = { preset: 'slide-full' as const, dpi: 72, alt: own, notes: own, title }
      const file = await call('exports.figure', { figure, format, ...look })
      sound(file)
      expect(readStamp(file.bytes)?.dataset).toBe(dataset)
    }
  })
})

it.each(formatNames(GRAPH_FORMATS))('a network as %s', async (format) => {
  const file = await call('exports.graph', { drawing, format })
  sound(file)
  if (format !== 'vosviewer') expect(readStamp(file.bytes)?.dataset).toBe(dataset)
})

it.each(formatNames(REPORT_FORMATS))('a report as %s', async (format) => {
  const words = { en: own, zh: own }
  const pages = FIGURES.map((figure, at) => ({
    id: `p${at}`,
    figure,
    title: words,
    alt: words,
    notes: words,
  }))
  const names =
    format === 'folder' ? ['con'] : [own.slice(0, 200), 'con', '...', '<b>/\\:*?"|', '北京'.repeat(100)]
  for (const name of names) {
    const content = {
      name,
      language: 'en' as const,
      pages: name === 'con' && format !== 'folder' ? pages : pages.slice(-2),
    }
    const file = await call('exports.report', { dataset, content, format })
    sound(file)
    expect(Buffer.byteLength(file.fileName)).toBeLessThanOrEqual(255)
    if (format !== 'folder') expect(readStamp(file.bytes)?.request.method).toBe('exports.report')
  }
})

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(...NAMES, 'CON', 'con.txt', 'LPT1', 'a.', ' .. ', 'x'.repeat(900), 'a/b\\c'),
)

test('any text is a name that every system takes', () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom('', '.pptx', '_zh.csv'), (text, end) => {
      const name = safeFileName(text + end)
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|[. ]$|^\./u)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(name.isWellFormed()).toBe(true)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      expect(name.length).toBeGreaterThan(0)
      expect(safeFileName(name)).toBe(name)
    }),
  )
})
