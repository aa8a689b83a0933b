/** What must hold of every format in which a figure leaves. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportedFile, FigurePreview } from '../../src/shared/contract/exports.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { inkBox, readPng } from '../../src/core/export/figure/test-png.ts'
import { textMetricsIn } from '../../src/core/drawing/text-metrics.ts'
import { FIGURE_PRESET_NAMES, FIGURE_PRESETS } from '../../src/shared/domain/figure-presets.ts'

const run = promisify(execFile)
const SCRIPTS = '北京 東京 서울 Zürich Ελλάδα'
let dataDir: string
let core: Core

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'science-cities-deck-'))
  core = createCore({ dataDir, resourcesDir, appVersion })
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function ask<T>(method: string, input: object): Promise<T> {
  const made = await core.call(method, input)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value as T
}
const write = (input: object) => ask<ExportedFile>('exports.figure', { preset: 'slide-full', ...input })
const BARS = { of: 'ranking-bars', input: {}, highlight: 'nanjing' }
const WORDS = { of: 'text', dataset: 'science-cities-2024', body: { en: SCRIPTS, zh: SCRIPTS } }

describe('a figure that leaves', () => {
  test('has text of the same height in points at 72 and 600 dpi', async () => {
    const heights: number[] = []
    for (const dpi of [72, 600]) {
      const png = readPng((await write({ figure: BARS, format: 'png', preset: 'a4-column', dpi })).bytes)
      // The title stands alone in the uppermost 11 pt.
      const ink = inkBox(png, { top: 0, bottom: (11 / 72) * dpi })
      heights.push((((ink?.bottom ?? 0) - (ink?.top ?? 0)) / dpi) * 72)
    }
    expect(heights[0]).toBeGreaterThan(6)
    expect(Math.abs(heights[0]! - heights[1]!)).toBeLessThanOrEqual(1)
  })

  test.each(FIGURE_PRESET_NAMES)('has in %s the sizes of its type, and none smaller', async (preset) => {
    const { type } = FIGURE_PRESETS[preset]
    const { sizes } = await ask<FigurePreview>('exports.preview', { figure: BARS, format: 'svg', preset })
    const smallest = Object.fromEntries(sizes.map(({ role, points }) => [role, points]))
    expect(smallest['title']).toBeCloseTo(type.title, 1)
    expect(smallest['subtitle']).toBeCloseTo(type.subtitle, 1)
    expect(smallest['label']).toBeGreaterThanOrEqual(Number(type.label.toFixed(2)))
    expect(Math.min(...sizes.map(({ points }) => points))).toBeGreaterThanOrEqual(
      Number(type.least.toFixed(2)),
    )
  })

  test('shows every script without a font of the system', async () => {
    const { covers } = textMetricsIn(join(resourcesDir, 'fonts'))
    for (const weight of [400, 600] as const) expect(covers('北京東京Zürich Ελλάδα', weight)).toBe(true)
    expect(covers(SCRIPTS, 400)).toBe(true)

    const svg = new TextDecoder().decode((await write({ figure: WORDS, format: 'svg' })).bytes)
    for (const word of SCRIPTS.split(' ')) expect(svg).toContain(word)
    for (const [format, part] of [
      ['pptx', 'ppt/slides/slide1.xml'],
      ['docx', 'word/document.xml'],
    ] as const) {
      const parts = unzipSync((await write({ figure: WORDS, format })).bytes)
      for (const word of SCRIPTS.split(' ')) expect(strFromU8(parts[part]!), format).toContain(word)
    }
  })

  test('is the same to the byte from two processes in two time zones', async () => {
    const child = join(import.meta.dirname, '..', 'support', 'export-child.ts')
    const sums = await Promise.all(
      ['Asia/Shanghai', 'America/New_York'].map(async (zone) => {
        const folder = mkdtempSync(join(tmpdir(), 'science-cities-twice-'))
        const { stdout } = await run(process.execPath, [child, folder], {
          env: { ...process.env, TZ: zone },
        })
        rmSync(folder, { recursive: true, force: true })
        return JSON.parse(stdout) as Record<string, string>
      }),
    )
    expect(Object.keys(sums[0]!).length).toBeGreaterThanOrEqual(9)
    expect(sums[0]).toEqual(sums[1])
  })
})
