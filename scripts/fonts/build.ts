/**
 * Builds resources/fonts from the IBM Plex packages. Run by hand when the character set changes (see README.md):
 *   node scripts/fonts/build.ts FOLDER
 * FOLDER is outside the checkout and holds node_modules with the Plex packages, subset-font and wawoff2.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import {
  CHINESE_PUNCTUATION,
  FIRST_PAINT_HAN,
  firstPaintCharacters,
  hangulCharacters,
  hanCharacters,
  latinCharacters,
} from './charset.ts'
import { readCmap } from './cmap.ts'
import { mergeFonts } from './merge.ts'
import type { FontMetrics } from './metrics.ts'
import { familyMetrics, weightMetrics } from './metrics.ts'
import { FAMILY, nameTable } from './names.ts'
import { readTables, table } from './sfnt.ts'

interface Tools {
  subset(font: Buffer, text: string, options: Record<string, unknown>): Promise<Buffer>
  woff2: { compress(font: Buffer): Promise<Uint8Array>; decompress(font: Buffer): Promise<Uint8Array> }
}

/** Rare characters stand in one weight only: where 600 lacks one, the regular shape is drawn in its place. */
const WEIGHTS = [
  { weight: 400, style: 'Regular', rare: true },
  { weight: 600, style: 'SemiBold', rare: false },
] as const
/** Kerning and what composed accents need. Ligatures, old-style figures and the like are left behind. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']
/** Letters whose kerning the width table tells. */
const KERNED_TO = 0x52f
const COPYRIGHT =
  'Copyright © 2017, 2018 IBM Corp. with Reserved Font Name "Plex"; merged and renamed for Science Cities.'

const folder = process.argv[2]
if (!folder) throw new Error('usage: node scripts/fonts/build.ts FOLDER (see scripts/fonts/README.md)')
const out = join(import.meta.dirname, '../../resources/fonts')
const load = createRequire(join(resolve(folder), 'package.json'))
const tools: Tools = {
  subset: load('subset-font') as Tools['subset'],
  woff2: load('wawoff2') as Tools['woff2'],
}

async function source(path: string): Promise<Buffer> {
  const woff2 = readFileSync(join(resolve(folder ?? ''), 'node_modules/@ibm', path))
  return Buffer.from(await tools.woff2.decompress(woff2))
}

const charactersOf = (font: Buffer) => new Set(readCmap(table(readTables(font), 'cmap')).keys())
const without = (all: ReadonlySet<number>, some: ReadonlySet<number>) =>
  new Set([...all].filter((code) => !some.has(code)))
const textOf = (codes: Iterable<number>) => String.fromCodePoint(...codes)

async function cut(font: Buffer, codes: ReadonlySet<number>): Promise<Buffer> {
  return tools.subset(font, textOf(codes), {
    targetFormat: 'truetype',
    noHinting: true,
    keepFeatures: FEATURES,
  })
}

async function write(name: string, font: Buffer): Promise<void> {
  const woff2 = await tools.woff2.compress(font)
  writeFileSync(join(out, name), woff2)
  console.log(`${name}: ${charactersOf(font).size} characters, ${(woff2.length / 1000).toFixed(1)} kB`)
}

async function buildWeight({ weight, style, rare }: (typeof WEIGHTS)[number]): Promise<Buffer> {
  const plex = await source(`plex-sans/fonts/complete/woff2/IBMPlexSans-${style}.woff2`)
  const sc = await source(`plex-sans-sc/fonts/complete/woff2/hinted/IBMPlexSansSC-${style}.woff2`)
  const kr = await source(`plex-sans-kr/fonts/complete/woff2/hinted/IBMPlexSansKR-${style}.woff2`)
  const names = (family: string) => nameTable({ family, weight, copyright: COPYRIGHT })

  const latin = await cut(plex, latinCharacters())
  const han = await cut(sc, without(hanCharacters(rare), charactersOf(latin)))
  const hangul = await cut(kr, hangulCharacters())
  const merged = mergeFonts([latin, han, hangul], names(FAMILY), weight)
  await write(`science-cities-sans-${weight}.woff2`, merged)

  const first = await cut(plex, firstPaintCharacters())
  // The strip of the English screens names Chinese in Chinese: two characters must not fetch two megabytes.
  const strip = await cut(sc, FIRST_PAINT_HAN)
  await write(`science-cities-sans-${weight}-latin.woff2`, mergeFonts([first, strip], names(FAMILY), weight))
  const punctuation = await cut(sc, CHINESE_PUNCTUATION)
  await write(
    `science-cities-sans-${weight}-zh.woff2`,
    mergeFonts([punctuation], names(`${FAMILY} Zh`), weight),
  )
  return merged
}

mkdirSync(out, { recursive: true })
const kerned = new Set(
  [...latinCharacters()].filter((code) => code <= KERNED_TO || (code >= 0x2010 && code <= 0x203a)),
)
const weights: FontMetrics['weights'] = {}
let regular: Buffer | undefined
for (const entry of WEIGHTS) {
  const font = await buildWeight(entry)
  weights[entry.weight] = weightMetrics(font, kerned)
  regular ??= font
}
if (regular) {
  const metrics: FontMetrics = { ...familyMetrics(regular, FAMILY), weights }
  writeFileSync(join(out, 'metrics.json'), `${JSON.stringify(metrics)}\n`)
}
const licence = readFileSync(join(resolve(folder), 'node_modules/@ibm/plex-sans/LICENSE.txt'), 'utf8')
writeFileSync(join(out, 'OFL.txt'), licence.replaceAll('\r\n', '\n'))
