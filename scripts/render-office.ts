/**
 * Renders decks by LibreOffice and Poppler, to be looked at beside the app's own pictures; run by hand.
 *
 *   npm exec -- node scripts/render-office.ts OUT DECK.pptx … [PICTURE.png …]
 *
 * Writes OUT/DECK-1.png … at 96 pixels an inch. A picture of the same stem (`ranking.pptx`, `ranking.png` as `export figure`
 * writes it at 96 dpi) is set over the first slide in `DECK-beside.svg`, and the part of pixels that differ is told: native
 * charts and other faces differ by some per cent, so that number only finds what has moved. Needs `soffice` and `pdftoppm`
 * (Debian: libreoffice-impress, poppler-utils; fonts-liberation and fonts-wqy-microhei stand for Arial and YaHei).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readPng } from '../src/core/export/figure/test-png.ts'
import type { Png } from '../src/core/export/figure/test-png.ts'

const DPI = 96
/** Of 255: smaller differences are those of smoothing. */
const SEEN = 64

const [out, ...files] = process.argv.slice(2)
const decks = files.filter((file) => file.endsWith('.pptx'))
const pictures = new Map(
  files.filter((file) => file.endsWith('.png')).map((file) => [basename(file, '.png'), file]),
)
if (out === undefined || decks.length === 0) {
  console.error('usage: render-office.ts OUT DECK.pptx … [PICTURE.png …]')
  process.exit(2)
}
mkdirSync(out, { recursive: true })

/** A profile of its own, so that a LibreOffice that is open is not asked instead. */
const profile = mkdtempSync(join(tmpdir(), 'render-office-'))
try {
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`
  const options = { stdio: 'ignore', timeout: 300_000 } as const
  execFileSync('soffice', [user, '--headless', '--convert-to', 'pdf', '--outdir', out, ...decks], options)
} finally {
  rmSync(profile, { recursive: true })
}
for (const file of decks) {
  const stem = basename(file, '.pptx')
  const pdf = join(out, `${stem}.pdf`)
  // Without a font LibreOffice writes nothing and says that all is well.
  if (!existsSync(pdf)) throw new Error(`${file} was not rendered: has the system any font?`)
  execFileSync('pdftoppm', ['-r', String(DPI), '-png', pdf, join(out, stem)])
  const pages = readdirSync(out).filter((name) => name.startsWith(`${stem}-`) && /-\d+\.png$/.test(name))
  console.log(`${stem}: ${pages.length} slides`)
  const [first] = pages.sort()
  const picture = pictures.get(stem)
  if (picture !== undefined && first !== undefined) beside(stem, picture, join(out, first))
}

function beside(stem: string, ours: string, theirs: string): void {
  const [a, b] = [ours, theirs].map((file) => readPng(readFileSync(file))) as [Png, Png]
  // A page of LibreOffice may be a pixel wider than the slide.
  const same = Math.abs(a.width - b.width) < 3 && Math.abs(a.height - b.height) < 3
  console.log(`  ${same ? `${(differing(a, b) * 100).toFixed(2)} % of pixels differ` : 'sizes differ'}`)
  const image = (file: string, y: number, { width, height }: Png) =>
    `<image href="${pathToFileURL(resolve(file)).href}" y="${y}" width="${width}" height="${height}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${a.width}" height="${a.height + b.height + 8}">${image(ours, 0, a)}${image(theirs, a.height + 8, b)}</svg>`
  writeFileSync(join(out ?? '.', `${stem}-beside.svg`), svg)
}

/** Part of the pixels of which a colour differs by more than is smoothing. */
function differing(a: Png, b: Png): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [i, j] = [4 * (y * a.width + x), 4 * (y * b.width + x)]
      if ([0, 1, 2].some((k) => Math.abs((a.rgba[i + k] ?? 0) - (b.rgba[j + k] ?? 0)) > SEEN)) count += 1
    }
  return count / (width * height)
}
