/** What a template of the office says of its slides: size, masters, the layout with a title alone, and its colours. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { Rectangle } from '../../../shared/plates/parts.ts'
import type { Archive } from './read-archive.ts'
import { attributesOf, relationsIn, unreadable, xmlOf } from './read-archive.ts'

export interface TemplateLayout {
  /** Of the slide, in points. */
  width: number
  height: number
  masters: { name: string; id: string }[]
  /** The layout for figures, and the master it belongs to. */
  layout: string
  master: string
  theme: string
  title: { idx: string | undefined; box: Rectangle | null }
  /** Place of the page number; null where the layout has none. */
  page: { idx: string | undefined } | null
  /** Whether its ground is light or dark. */
  ground: FigureTheme
}

const EMU = 12700
const endsIn = (type: string, word: string): boolean => type.endsWith(`/${word}`)

/** @throws AppError template-unreadable; template-layout where no layout has a title and room below it. */
export function readTemplate(archive: Archive): TemplateLayout {
  const main = relationsIn(archive, '').find(({ type }) => endsIn(type, 'officeDocument'))?.target
  if (main === undefined) throw unreadable('it names no document')
  const xml = xmlOf(archive, main)
  const size = attributesOf(/<p:sldSz\s[^>]*>/.exec(xml)?.[0] ?? '')
  const width = Number(size['cx']) / EMU
  const height = Number(size['cy']) / EMU
  if (!(width >= 72 && height >= 72 && width <= 4032 && height <= 4032))
    throw unreadable('it says no size of slides')
  const relations = relationsIn(archive, main)
  const masters = [...xml.matchAll(/<p:sldMasterId\s[^>]*>/g)].flatMap(([tag]) => {
    const attributes = attributesOf(tag)
    const found = relations.find(({ id }) => id === attributes['r:id'])
    return found ? [{ name: found.target, id: attributes['id'] ?? '' }] : []
  })
  const chosen = chooseLayout(archive, masters)
  if (!chosen) throw new AppError('template-layout', 'no layout has a title and nothing else')
  const theme = relationsIn(archive, chosen.master).find(({ type }) => endsIn(type, 'theme'))?.target
  if (theme === undefined) throw unreadable('its master has no theme')
  return { width, height, masters, theme, ...chosen, ground: groundOf(archive, chosen.master, theme) }
}

type Chosen = Pick<TemplateLayout, 'layout' | 'master' | 'title' | 'page'>

function chooseLayout(archive: Archive, masters: readonly { name: string }[]): Chosen | null {
  const all = masters.flatMap(({ name: master }) =>
    relationsIn(archive, master)
      .filter(({ type }) => endsIn(type, 'slideLayout'))
      .map(({ target: layout }) => ({ layout, master, xml: xmlOf(archive, layout) })),
  )
  const typed = all.find(({ xml }) => /<p:sldLayout\s[^>]*\btype="titleOnly"/.test(xml))
  const alone = all.find(({ xml }) => {
    const kinds = holdersIn(xml).map(({ type }) => type)
    return kinds.includes('title') && kinds.every((kind) => QUIET.has(kind))
  })
  for (const found of [typed, alone]) {
    if (!found) continue
    const { layout, master, xml } = found
    const holders = holdersIn(xml)
    const title = holders.find(({ type }) => type === 'title')
    if (!title) continue
    const inherited = holdersIn(xmlOf(archive, master)).find(({ type }) => type === 'title')
    const page = holders.find(({ type }) => type === 'sldNum')
    return {
      layout,
      master,
      title: { idx: title.idx, box: title.box ?? inherited?.box ?? null },
      page: page ? { idx: page.idx } : null,
    }
  }
  return null
}

/** Placeholders that leave the slide's middle free. */
const QUIET = new Set(['title', 'dt', 'ftr', 'sldNum'])

interface FoundHolder {
  type: string
  idx: string | undefined
  box: Rectangle | null
}

function holdersIn(xml: string): FoundHolder[] {
  return [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([shape]) => {
    const tag = /<p:ph\b[^>]*>/.exec(shape)?.[0]
    if (tag === undefined) return []
    const { type = 'obj', idx } = attributesOf(tag)
    return [{ type: type === 'ctrTitle' ? 'title' : type, idx, box: boxIn(shape) }]
  })
}

function boxIn(shape: string): Rectangle | null {
  const off = /<a:off\s[^>]*>/.exec(shape)?.[0]
  const ext = /<a:ext\s[^>]*\bcx=[^>]*>/.exec(shape)?.[0]
  if (off === undefined || ext === undefined) return null
  const [at, size] = [attributesOf(off), attributesOf(ext)]
  const [x, y, width, height] = [at['x'], at['y'], size['cx'], size['cy']].map((each) => Number(each) / EMU)
  return [x, y, width, height].every(Number.isFinite)
    ? { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }
    : null
}

/** Of the master's ground, by the theme; what is not said counts as light. */
function groundOf(archive: Archive, master: string, theme: string): FigureTheme {
  const xml = xmlOf(archive, master)
  const ground = /<p:bg>.*?<\/p:bg>/s.exec(xml)?.[0] ?? ''
  const value = /<a:srgbClr\s+val="([0-9A-Fa-f]{6})"/.exec(ground)?.[1]
  const place = /<a:schemeClr\s+val="(\w+)"/.exec(ground)?.[1] ?? 'bg1'
  const map = attributesOf(/<p:clrMap\s[^>]*>/.exec(xml)?.[0] ?? '')
  const colour = value ?? themeColour(xmlOf(archive, theme), map[place] ?? place)
  return colour !== null && luminance(colour) < 0.4 ? 'dark' : 'light'
}

function themeColour(theme: string, place: string): string | null {
  if (!/^\w+$/.test(place)) return null
  const entry = new RegExp(`<a:${place}>(.*?)</a:${place}>`, 's').exec(theme)?.[1] ?? ''
  return /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(entry)?.[1] ?? null
}

/** From 0 to 1, near enough to tell light from dark. @param colour `RRGGBB` */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
