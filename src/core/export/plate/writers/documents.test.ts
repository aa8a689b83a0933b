import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import { STAMP_TEXT } from '../../reopen/stamp-text.ts'

const { call } = useTrialIndex()
const input = { dataset, by: 'city' as const, year: 2023 }

function written(format: 'pdf' | 'docx' | 'png' | 'svg', more: object = {}, language: 'en' | 'zh' = 'zh') {
  const figure = { of: 'ranking-bars' as const, input }
  const asked = { figure, format, language, preset: 'slide-full' as const, date: '2026-01-02', ...more }
  return call('exports.figure', asked)
}

/** Objects of a PDF as text; its streams are packed and tell nothing here. */
const objects = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length
/** A text string of a PDF: UTF-16 with a mark before it. */
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])

describe('a figure as PDF', () => {
  test('is tagged: language, title, heading, table with heads, a figure with its words', async () => {
    const { bytes } = await written('pdf')
    const text = objects(bytes)
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/Lang (zh-CN)')
    expect(text).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(text).toContain('/DisplayDocTitle true')
    expect(Buffer.from(bytes).toString('utf8')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(count(text, /\/S \/H1\b/g)).toBe(1)
    expect(count(text, /\/S \/Figure\b/g)).toBe(1)
    expect(count(text, /\/S \/Table\b/g)).toBe(1)
    expect(count(text, /\/S \/TH\b/g)).toBeGreaterThan(1)
    expect(count(text, /\/Scope \/Column/g)).toBe(count(text, /\/S \/TH\b/g))
    expect(text).toContain('/Alt (')
    expect(bytes.length).toBeLessThan(200_000)
  })

  test('leads back to its view, bears the date asked for, and is equal to the byte', async () => {
    const view = '/rankings?q="<&>"'
    const { bytes } = await written('pdf', { view })
    const stamp = JSON.parse(STAMP_TEXT.pdf(bytes) ?? 'null') as { view: string; dataset: string }
    expect([stamp.view, stamp.dataset]).toEqual([view, dataset])
    expect(objects(bytes)).toContain('(D:20260102000000Z)')
    expect(Buffer.from((await written('pdf', { view })).bytes).equals(Buffer.from(bytes))).toBe(true)
    expect(STAMP_TEXT.pdf(Buffer.from('%PDF-1.7'))).toBeNull()
  })

  test('stands on its slide where it takes a half of it, with its own title in the properties', async () => {
    const title = '甲 < 乙 & 丙'
    const { bytes } = await written('pdf', { preset: 'slide-half', title })
    expect(objects(bytes)).toContain('/MediaBox [0 0 960 540]')
    expect(Buffer.from(bytes).includes(utf16(title))).toBe(true)
    expect(Buffer.from(bytes).toString('utf8')).toContain('甲 &lt; 乙 &amp; 丙')
  })

  const reader = spawnSync('pdftotext', ['-v']).error === undefined
  test.skipIf(!reader)(
    `is read whole by another program${reader ? '' : ' (skipped: no pdftotext)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
      try {
        const file = join(folder, 'a.pdf')
        writeFileSync(file, (await written('pdf', { title: '北京 東京 서울 Zürich Ελλάδα' })).bytes)
        execFileSync('pdftotext', [file, join(folder, 'a.txt')])
        const text = readFileSync(join(folder, 'a.txt'), 'utf8')
        expect(text).toContain('北京 東京 서울 Zürich Ελλάδα')
        const { rows } = await call('rankings.list', input)
        for (const { nameZh, share } of rows.filter((row) => row.share !== null)) {
          if (nameZh !== null) expect(text).toContain(nameZh)
          expect(text).toContain(share?.toFixed(2))
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

const SCHEMAS = join(import.meta.dirname, '../../../../../../shared/fixtures/ooxml-xsd')
const hasSchemas = existsSync(SCHEMAS) && spawnSync('xmllint', ['--version']).error === undefined

describe('a figure as a text document', () => {
  test('has heading, picture with its words and its vector, source and notes; equal bytes again', async () => {
    const { bytes } = await written('docx', { preset: 'a4-page' })
    const parts = partsOf(bytes)
    const text = parts['word/document.xml'] ?? ''
    expect(text).toContain('w:val="Heading1"')
    expect(text).toMatch(/<wp:docPr id="1" name="[^"]+" descr="[^"]{20,}"/)
    expect(text).toContain('svgBlip')
    expect(parts['word/media/image1.svg']).toContain('<svg')
    expect(JSON.parse(STAMP_TEXT.office(bytes) ?? 'null')).toMatchObject({ dataset, stamp: 1 })
    expect(parts['word/styles.xml']).toContain('Microsoft YaHei')
    expect(Buffer.from((await written('docx', { preset: 'a4-page' })).bytes).equals(Buffer.from(bytes))).toBe(
      true,
    )
  })

  test.skipIf(!hasSchemas)(
    `keeps to the schema of the format${hasSchemas ? '' : ' (skipped: no ../shared, or no xmllint)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'docx-'))
      try {
        // The published schema names an attribute of XML itself that the checker does not know.
        for (const file of ['wml', 'shared-math'])
          writeFileSync(
            join(folder, `${file}.xsd`),
            readFileSync(join(SCHEMAS, `${file}.xsd`), 'utf8')
              .replace(/^.*ref="xml:space".*$/gm, '')
              .replace(/schemaLocation="(?!shared-math)/g, `schemaLocation="${SCHEMAS}/`),
          )
        const parts = partsOf((await written('docx')).bytes)
        for (const name of ['document', 'styles', 'footer1']) {
          const file = join(folder, `${name}.xml`)
          writeFileSync(file, (parts[`word/${name}.xml`] ?? '').replace(/ xml:space="preserve"/g, ''))
          const { stderr } = spawnSync('xmllint', ['--noout', '--schema', join(folder, 'wml.xsd'), file], {
            encoding: 'utf8',
          })
          expect(stderr).toContain('validates')
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})

describe('pictures of plates', () => {
  test('a PNG past the most pixels is refused in words, in either way of drawing', async () => {
    const large = { preset: undefined, widthMm: 1000, heightMm: 1000, dpi: 600 }
    await expect(written('png', large)).rejects.toMatchObject({
      code: 'picture-too-large',
      details: { values: { pixels: 558, most: 120 } },
    })
    await expect(written('png', { preset: 'poster', dpi: 600 })).rejects.toMatchObject({
      code: 'picture-too-large',
    })
  })

  test('an SVG brings its letters along where asked, and is the same otherwise', async () => {
    const plain = Buffer.from((await written('svg')).bytes).toString()
    const whole = Buffer.from((await written('svg', { embedFont: true })).bytes).toString()
    expect(plain).not.toContain('@font-face')
    expect(whole).toContain('font-weight:600;src:url(data:font/woff;base64,')
    const drawn = (svg: string) =>
      svg.replace(/<style>.*<\/style>\n/, '').replace(/embedFont&quot;:(true|false)/, '')
    expect(drawn(whole)).toBe(drawn(plain))
  })
})
