import { spawnSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import type { ReportContent } from '../../../../shared/contract/reports.ts'
import { reportContent } from '../../../../shared/contract/reports.ts'
import { STAMP_TEXT } from '../../reopen/stamp-text.ts'

const { call } = useTrialIndex()

async function brief(language: ReportContent['language'], change: Partial<ReportContent> = {}) {
  const { content } = await call('reports.compose', {
    dataset,
    template: 'city-brief',
    cities: ['Beijing'],
    language,
    size: 'a4',
  })
  return { ...content, ...change }
}

const write = (content: ReportContent, format: 'pdf' | 'docx') =>
  call('exports.report', { dataset, content, format, date: '2026-01-02' })

/** Objects of a PDF as text; its streams are packed and tell nothing here. */
const objects = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length

/** As another program reads it; null where that is missing. */
function pdfText(bytes: Uint8Array): string | null {
  const read = spawnSync('pdftotext', ['-', '-'], { input: Buffer.from(bytes), encoding: 'utf8' })
  return read.error === undefined ? read.stdout : null
}
const reader = spawnSync('pdftotext', ['-v']).error === undefined

describe('a report on A4 as PDF', () => {
  test('is one tagged document: a title, sections with heads, captions, figures and tables', async () => {
    const content = await brief('en')
    const { bytes } = await write(content, 'pdf')
    const text = objects(bytes)
    const figures = content.pages.filter(({ figure: { of } }) => of !== 'cover' && of !== 'method')
    expect(count(text, /\/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/g)).toBe(count(text, /\/Type \/Page\b/g))
    expect(count(text, /\/S \/H1\b/g)).toBe(1)
    expect(count(text, /\/S \/H2\b/g)).toBeGreaterThanOrEqual(figures.length + 1)
    expect(count(text, /\/S \/Caption\b/g)).toBe(count(text, /\/S \/H2\b/g) - 1)
    expect(count(text, /\/S \/Figure\b/g)).toBeGreaterThan(3)
    expect(count(text, /\/S \/TH\b/g)).toBeGreaterThan(4)
    expect(count(text, /\/Alt \(/g)).toBeGreaterThan(3)
    const stamp = JSON.parse(STAMP_TEXT.pdf(bytes) ?? 'null') as { numbers: unknown[] }
    expect(stamp.numbers.length).toBeGreaterThan(10)
    const again = await write(content, 'pdf')
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  test.skipIf(!reader)(
    `numbers its figures in order and runs the reader's own text${reader ? '' : ' (skipped: no pdftotext)'}`,
    async () => {
      const body = Array.from({ length: 60 }, (_, i) => `Sentence ${i + 1} of a long text.`).join(' ')
      const own = {
        id: 'own',
        figure: { of: 'text' as const, dataset, body: { en: body, zh: '' } },
        title: { en: 'In our own words', zh: '' },
      }
      const composed = await brief('en')
      const content = reportContent.parse({ ...composed, pages: [...composed.pages, own] })
      const { bytes } = await write(content, 'pdf')
      const text = pdfText(bytes) ?? ''
      const numbered = [...text.matchAll(/^Figure (\d+)/gm)].map(([, n]) => Number(n))
      expect(numbered).toEqual(numbered.map((_, i) => i + 1))
      expect(numbered.length).toBeGreaterThan(2)
      expect(text).toMatch(/^Table 1/m)
      expect(text).toContain('In our own words')
      const flat = text.replace(/\s+/g, ' ')
      for (const n of [1, 30, 60]) expect(flat).toContain(`Sentence ${n} of a long text.`)
      expect(flat).not.toMatch(/\(1 of \d\)/)
    },
  )

  test('of both languages has a part in each, each numbered by itself', async () => {
    const { bytes } = await write(await brief('both'), 'pdf')
    const text = objects(bytes)
    expect(count(text, /\/S \/Part\b/g)).toBe(2)
    expect(text).toContain('/Lang (zh-CN)')
    expect(count(text, /\/S \/H1\b/g)).toBe(2)
    const read = pdfText(bytes)
    if (read === null) return
    expect(count(read, /^Figure 1\b/gm)).toBe(1)
    expect(count(read, /^图1\b/gm)).toBe(1)
    expect(read.indexOf('图1')).toBeGreaterThan(read.indexOf('Figure 2'))
  })
})

describe('a report as a text document', () => {
  test.each(['en', 'zh', 'both'] as const)(
    'has heads, captions, tables and pictures: %s',
    async (language) => {
      const content = await brief(language)
      const { bytes } = await write(content, 'docx')
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
      const parsed = new new Window().DOMParser().parseFromString(xml, 'application/xml')
      expect(parsed.querySelector('parsererror')).toBeNull()
      const editions = language === 'both' ? 2 : 1
      expect(count(xml, /w:val="Heading1"/g)).toBe(editions)
      const captions = count(xml, /w:val="Caption"/g)
      expect(captions).toBeGreaterThan(3 * editions)
      expect(count(xml, /<w:tblHeader\/>/g)).toBe(editions)
      const pictures = [...xml.matchAll(/<wp:docPr id="(\d+)" name="[^"]+" descr="([^"]*)"/g)]
      expect(pictures.length).toBeGreaterThan(3 * editions)
      expect(new Set(pictures.map(([, id]) => id)).size).toBe(pictures.length)
      for (const [, , alt = ''] of pictures) expect(alt.length).toBeGreaterThan(20)
      expect(xml).toContain(language === 'zh' ? '图1' : 'Figure 1')
      expect(xml).not.toContain('SHA-256')
    },
  )

  test('says what its measures mean once, in any theme', async () => {
    const xmlOf = async (theme: 'light' | 'dark') =>
      unzipSync((await write(await brief('en', { theme }), 'docx')).bytes)['word/document.xml']
    const [light, dark] = [await xmlOf('light'), await xmlOf('dark')]
    expect(dark).toEqual(light)
    expect(count(strFromU8(light ?? new Uint8Array()), />Share: An article/g)).toBe(1)
  })
})
