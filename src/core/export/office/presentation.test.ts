import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { schemaFindings, whyNoSchemas } from '../../../../tests/support/office-schemas.ts'
import { writeDeck } from './presentation.ts'
import { cachedCells, workbookCells } from './test-cells.ts'
import { TEST_OPTIONS, testDeck, testHalf, testPlate } from './test-plates.ts'
import { testTemplate } from './test-template.ts'

const partsOf = (bytes: Uint8Array) => unzipSync(bytes)
const read = (bytes: Uint8Array, name: string) => strFromU8(partsOf(bytes)[name] ?? new Uint8Array())
let written: Promise<Uint8Array> | undefined
const deck = () => (written ??= writeDeck(testDeck(), TEST_OPTIONS))

describe('writeDeck', () => {
  it('holds the numbers of each chart in its workbook', async () => {
    const parts = partsOf(await deck())
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(4)
    for (const name of charts) {
      const number = /\d+/.exec(name.split('/').at(-1) ?? '')?.[0] ?? ''
      const cache = cachedCells(strFromU8(parts[name] ?? new Uint8Array()))
      const cells = workbookCells(parts[`ppt/embeddings/Workbook${number}.xlsx`] ?? new Uint8Array())
      expect(cache.size).toBeGreaterThan(2)
      for (const [cell, value] of cache) expect([cell, cells.get(cell)]).toEqual([cell, value])
    }
  })

  it('has placeholders, and shapes in the order of reading, each with an id of its own', async () => {
    const slide = read(await deck(), 'ppt/slides/slide1.xml')
    const holders = [...slide.matchAll(/<p:ph type="(\w+)"/g)].map(([, type]) => type)
    expect(holders).toEqual(['title', 'body', 'body', 'sldNum'])
    const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says what charts, tables and pictures show, and marks the rest as decoration', async () => {
    const bytes = await deck()
    for (const number of [1, 2, 3, 4]) {
      const slide = read(bytes, `ppt/slides/slide${number}.xml`)
      for (const [frame] of slide.matchAll(/<p:(?:nvGraphicFramePr|nvPicPr)>.*?<p:cNvPr [^>]*>/g))
        expect(frame).toMatch(/descr="[^"]+"/)
      for (const [line] of slide.matchAll(/<p:nvCxnSpPr>.*?<\/p:nvCxnSpPr>/g))
        expect(line).toContain('decorative')
    }
  })

  it('puts groups by name, and a half slide into one', async () => {
    expect(read(await deck(), 'ppt/slides/slide3.xml')).toContain('name="Difference Nanjing Boston"')
    const half = await writeDeck([testHalf()], TEST_OPTIONS)
    const slide = read(half, 'ppt/slides/slide1.xml')
    expect(read(half, 'ppt/presentation.xml')).toContain('<p:sldSz cx="12192000" cy="6858000"/>')
    const tree = slide.slice(slide.indexOf('</p:grpSpPr>') + '</p:grpSpPr>'.length)
    expect(tree.startsWith('<p:grpSp>')).toBe(true)
    expect(slide).not.toContain('<p:ph ')
    expect(slide).not.toContain('<a:tbl>')
  })

  it('has the reader’s notes before the others', async () => {
    const bytes = await deck()
    const said = (number: number) =>
      [...read(bytes, `ppt/notesSlides/notesSlide${number}.xml`).matchAll(/<a:t>([^<]*)</g)].map(
        ([, text]) => text,
      )
    expect(said(1).slice(0, 3)).toEqual(['Say this first.', 'Then that.', 'Finding'])
    expect(said(2)[0]).toBe('Finding')
    const none = await writeDeck([testPlate([])], { ...TEST_OPTIONS, notes: false, ownNotes: [] })
    expect(Object.keys(partsOf(none)).some((name) => name.includes('notesSlide'))).toBe(false)
  })

  it('keeps the size of the first slide, and sets others into it', async () => {
    const mixed = await writeDeck([testPlate([], 'en', 'light', 'slide-4x3'), testPlate([])], TEST_OPTIONS)
    expect(read(mixed, 'ppt/presentation.xml')).toContain('<p:sldSz cx="9144000" cy="6858000"/>')
    const places = [...read(mixed, 'ppt/slides/slide2.xml').matchAll(/<a:off x="(\d+)"/g)].map(([, x]) =>
      Number(x),
    )
    expect(Math.max(...places)).toBeLessThan(9144000)
  })

  it('is the same in another process, whose clock stands elsewhere', async () => {
    const module = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href)
    const script = `
      const { writeDeck } = await import(${module('presentation.ts')})
      const { testDeck, TEST_OPTIONS } = await import(${module('test-plates.ts')})
      const { createHash } = await import('node:crypto')
      console.log(createHash('sha256').update(await writeDeck(testDeck(), TEST_OPTIONS)).digest('hex'))`
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Shanghai' },
    })
    expect(told.trim()).toBe(
      createHash('sha256')
        .update(await deck())
        .digest('hex'),
    )
  })
})

describe('the schemas of Office files', () => {
  it('find nothing, in both languages and themes, on our layout and on a template', async (context) => {
    const why = whyNoSchemas()
    if (why !== null) return context.skip(why)
    const dir = mkdtempSync(join(tmpdir(), 'deck-'))
    try {
      const decks = {
        'en.pptx': await deck(),
        'zh.pptx': await writeDeck(testDeck('zh', 'dark'), { ...TEST_OPTIONS, fonts: 'own' }),
        'half.pptx': await writeDeck([testHalf(), ...testDeck('zh', 'dark')], TEST_OPTIONS),
        'template.pptx': await writeDeck(testDeck(), { ...TEST_OPTIONS, template: await testTemplate() }),
      }
      const files = Object.entries(decks).map(([name, bytes]) => {
        const file = join(dir, name)
        writeFileSync(file, bytes)
        return file
      })
      expect(schemaFindings(files)).toMatch(/^0 findings in 4 files/m)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
