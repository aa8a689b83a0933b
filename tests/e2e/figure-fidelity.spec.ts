/**
 * What you see is what you get: a figure on the browser's canvas against the same figure as an exported SVG, both
 * at two pixels a px. A pixel is off where a channel differs by more than 64 of 255.
 */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { RenderOptions } from '../../src/core/export/figure/render-figure.ts'
import { renderFigure } from '../../src/core/export/figure/render-figure.ts'
import { readPng } from '../../src/core/export/figure/test-png.ts'
import { resourcesDir } from '../../src/core/app-info.ts'
import { countPerShare } from '../../src/shared/figures/count-per-share.ts'
import type { FigureTheme } from '../../src/shared/figures/palette.ts'
import { rankHistory } from '../../src/shared/figures/rank-history.ts'
import { rankingBars } from '../../src/shared/figures/ranking-bars.ts'
import type { FigureSpec } from '../../src/shared/figures/spec.ts'
import { list, point, profile, row } from '../../src/shared/figures/test-data.ts'

const MOST_OFF = 0.005
const WIDTH = 720
const ORIGIN = 'http://figures.test'
const fontsDir = join(resourcesDir, 'fonts')

const NAMES = [
  '北京',
  '東京',
  '서울',
  'Αθήνα',
  'Łódź',
  'Orléans',
  'København',
  'Đà Nẵng',
  'Tokyo metropolitan area',
  'Wuhan',
]
const rows = NAMES.map((name, i) =>
  row({
    name,
    nameZh: i === 8 ? '东京都市圈' : null,
    id: `city-${i}`,
    rank: i + 1,
    share: i === 9 ? null : 4259.39 / (i + 1),
    countPerShare: i === 9 ? null : 2 + ((i * 7) % 5) / 3,
    provenance: i === 4 ? 'sample' : 'printed',
  }),
)
const history = [
  point(2015, 19),
  point(2020, 8),
  point(2021, 8),
  point(2022, 6),
  point(2023, 5),
  point(2024, 5),
]

function specs(language: 'en' | 'zh'): FigureSpec[] {
  const options = {
    language,
    source: 'Nature Index, Science Cities 2024',
    highlight: 'city-2',
  }
  return [
    rankingBars(list(rows), options),
    countPerShare(list(rows), options),
    rankHistory(profile(history), options),
  ]
}

let script = ''

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'support', 'figure-page.ts'),
        formats: ['iife'],
        name: 'figures',
      },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  script = first && 'output' in first ? first.output[0].code : ''
})

for (const language of ['en', 'zh'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const spec of specs(language)) {
      test(`${spec.kind}, ${language}, ${theme}: the file looks as the screen does`, async ({
        page,
      }, info) => {
        test.skip(info.project.name !== 'browser', 'one browser is enough')
        await page.route(`${ORIGIN}/**`, (route) => {
          const file = new URL(route.request().url()).pathname.slice(1)
          if (file === '') return route.fulfill({ contentType: 'text/html', body: fontRules() })
          return route.fulfill({ contentType: 'font/woff2', body: readFileSync(join(fontsDir, file)) })
        })
        await page.goto(ORIGIN)
        await page.addScriptTag({ content: script })
        const call = `figures.drawOnCanvas(${JSON.stringify(spec)}, '${theme}', ${WIDTH})`
        const address = (await page.evaluate(call)) as string
        const screen = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
        const file = await fileOf(spec, theme)
        await info.attach('screen', { body: screen, contentType: 'image/png' })
        await info.attach('file', { body: file, contentType: 'image/png' })
        const off = shareOff(screen, file)
        info.annotations.push({ type: 'pixels off', description: `${(100 * off).toFixed(3)} %` })
        console.log(`${spec.kind} ${language} ${theme}: ${(100 * off).toFixed(3)} % of pixels off`)
        expect(off).toBeLessThanOrEqual(MOST_OFF)
      })
    }
  }
}

function fontRules(): string {
  const rules = [400, 600].map(
    (weight) =>
      `@font-face { font-family: 'Science Cities Sans'; font-weight: ${weight}; src: url(/science-cities-sans-${weight}.woff2) }`,
  )
  return `<!doctype html><meta charset="utf-8"><style>${rules.join('\n')}</style>`
}

/** The exported SVG as resvg draws it. 192 dpi are two pixels a px. */
async function fileOf(spec: FigureSpec, theme: FigureTheme): Promise<Buffer> {
  const widthMm = (WIDTH / 96) * 25.4
  const options: RenderOptions = {
    format: 'png',
    widthMm,
    dpi: 192,
    theme,
    transparent: false,
    citation: [],
    fontsDir,
  }
  return Buffer.from((await renderFigure(spec, options)).bytes)
}

function shareOff(one: Buffer, other: Buffer): number {
  const [a, b] = [readPng(one), readPng(other)]
  expect([b.width, b.height]).toEqual([a.width, a.height])
  let off = 0
  for (let at = 0; at < a.rgba.length; at += 4) {
    if ([0, 1, 2].some((k) => Math.abs(a.rgba[at + k]! - b.rgba[at + k]!) > 64)) off += 1
  }
  return off / (a.width * a.height)
}
