/** `report` from end to end: every format, several cities as a folder, and what stays when it is refused or cut off. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import { cliOn } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-report-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

let files = 0
const fresh = (name: string) => join(dataDir, `${++files}`, name)
const brief = ['report', '--template', 'city-brief', '--date', '2026-11-30', '--city'] as const
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const slideTexts = (file: string): string[] => {
  const parts = unzipSync(readFileSync(file))
  return Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
}

describe('a brief of one city', () => {
  test.each([
    ['pptx', 'PK'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['folder', 'PK'],
    ['pdf', '%PDF-'],
    ['html', '<!doctype html>'],
  ])('as %s', async (format, head) => {
    const out = fresh(`brief.${format}`)
    const { code, out: said, err } = await run(...brief, 'Nanjing', '--format', format, '--out', out)
    expect([code, said]).toEqual([0, ''])
    expect(err).toContain(out)
    const bytes = readFileSync(out)
    expect(text(bytes.subarray(0, head.length)).toLowerCase()).toBe(head.toLowerCase())
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(readdirSync(join(out, '..'))).toEqual([`brief.${format}`])
  })

  test('in both languages has each page twice, on the size asked for', async () => {
    const out = fresh('both.pptx')
    expect((await run(...brief, '南京', '--lang', 'both', '--size', '4:3', '--out', out)).code).toBe(0)
    const slides = slideTexts(out)
    expect(slides.filter((xml) => xml.includes('Nanjing')).length).toBeGreaterThan(4)
    expect(slides.filter((xml) => xml.includes('南京')).length).toBeGreaterThan(4)
    expect(strFromU8(unzipSync(readFileSync(out))['ppt/presentation.xml'] ?? new Uint8Array())).toContain(
      '<p:sldSz cx="9144000" cy="6858000"/>',
    )
  })

  test('a city that is not there: exit 1, and nothing is written', async () => {
    const out = fresh('none.pptx')
    const { code, out: said, err } = await run(...brief, 'Atlantis', '--out', out)
    expect([code, said]).toEqual([1, ''])
    expect(err).toContain('Atlantis')
    expect(existsSync(join(out, '..'))).toBe(false)
  })
})

describe('briefs of several cities', () => {
  test('are a folder with a file each, equal to those made alone', async () => {
    const out = fresh('briefs')
    const { code, err } = await run(...brief, 'Nanjing', 'Boston', '--out', out)
    expect(code).toBe(0)
    const names = readdirSync(out).sort()
    expect(names).toHaveLength(2)
    expect(names[0]).toMatch(/^boston.*\.pptx$/)
    expect(names[1]).toMatch(/^nanjing.*\.pptx$/)
    for (const name of names) expect(err).toContain(name)
    const alone = fresh('alone.pptx')
    await run(...brief, 'Nanjing', '--out', alone)
    expect(readFileSync(join(out, names[1] ?? '')).equals(readFileSync(alone))).toBe(true)
  })

  test('want a folder, and all names right before the first file', async () => {
    expect((await run(...brief, 'Nanjing', 'Boston')).code).toBe(2)
    const out = fresh('briefs')
    const { code, err } = await run(...brief, 'Nanjing', 'Atlantis', '--out', out)
    expect(code).toBe(1)
    expect(err).toContain('Atlantis')
    expect(existsSync(out)).toBe(false)
  })

  test('Ctrl+C leaves the files that are whole, and says that it ended', async () => {
    const out = fresh('briefs')
    const { rows } = await createClient(core).call('rankings.list', { limit: 'all' })
    const args = [...brief, ...rows.map(({ id }) => id), '--out', out, '--data-dir', dataDir]
    const command = spawn(process.execPath, [join(import.meta.dirname, 'index.ts'), ...args])
    let said = ''
    let asked = false
    command.stderr.on('data', (chunk) => {
      said += String(chunk)
      // The second file is there and the third is being made. A second signal would end the program at once.
      if (asked || !said.includes('2 of 100 made')) return
      asked = true
      command.kill('SIGINT')
    })
    const code = await new Promise((done) => void command.once('close', done))
    expect([code, said]).toEqual([1, expect.stringMatching(/2 of 100 made[^]*cancelled/i)])
    const names = readdirSync(out)
    expect(names.length).toBeGreaterThanOrEqual(2)
    expect(names.length).toBeLessThan(100)
    for (const name of names) {
      expect(name).toMatch(/\.pptx$/)
      expect(slideTexts(join(out, name)).length).toBeGreaterThan(5)
    }
  })
})

describe('a kept report', () => {
  test('is written from its file, in the language asked for; what is no report is refused', async () => {
    const client = createClient(core)
    const { content } = await client.call('reports.compose', {
      dataset: 'science-cities-2024',
      template: 'comparison',
      cities: ['Nanjing', 'Boston'],
    })
    const kept = join(dataDir, 'kept.json')
    const pages = content.pages.map((page, i) => ({ ...page, title: { en: `Mine ${i}`, zh: '我的' } }))
    writeFileSync(kept, JSON.stringify({ content: { ...content, pages } }))
    const out = fresh('kept.pptx')
    expect((await run('report', '--template', kept, '--lang', 'zh', '--out', out)).code).toBe(0)
    const slides = slideTexts(out)
    expect(slides.some((xml) => xml.includes('我的'))).toBe(true)
    expect(slides.some((xml) => xml.includes('Mine'))).toBe(false)

    writeFileSync(kept, '{"pages":')
    const refused = fresh('no.pptx')
    for (const file of [kept, join(dataDir, 'nowhere.json')]) {
      const { code, err } = await run('report', '--template', file, '--out', refused)
      expect(code).toBe(2)
      expect(err).toContain(file)
    }
    expect(existsSync(refused)).toBe(false)
  })
})
