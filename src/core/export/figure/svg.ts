/** Writes a scene as SVG: real text, the figure's title and description, and the citation block as metadata. */
import type {
  CircleItem,
  Clip,
  LineItem,
  PathItem,
  Scene,
  SceneItem,
  TextItem,
} from '../../../shared/figures/scene.ts'
import { isRightToLeft, num } from '../../../shared/figures/scene.ts'
import { FIGURE_FONT } from '../../../shared/figures/text.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'
import { drawnWeight } from '../../drawing/text-metrics.ts'

/** A line of the citation block: what it is, and what it says. */
export type CitationLine = readonly [label: string, value: string]

export interface SvgOptions {
  /** The part of the plane that is shown; without it the scene from 0, 0. */
  view?: { x: number; y: number; width: number; height: number } | undefined
  /** As written in the file, e.g. `180mm` or `2126`. */
  width: string
  height: string
  language: string
  title: string
  description: string
  citation: CitationLine[]
  covers: TextMetrics['covers']
  /** Rules of CSS that bring the face along. */
  faces?: string | undefined
}

const CITATION_NAMESPACE = 'urn:science-cities:citation'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 has no place for control characters, not even escaped.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** Colours with an alpha channel (`rgba(…)`, `#rrggbbaa`) become a colour and an opacity, which every reader knows. */
function paint(name: 'fill' | 'stroke', colour: string | null): string {
  if (colour === null) return name === 'fill' ? ' fill="none"' : ''
  const rgba = /^rgba\(([^,]+),([^,]+),([^,]+),([^)]+)\)$/.exec(colour)
  if (!rgba) return ` ${name}="${escapeXml(colour)}"`
  const [, r, g, b, alpha] = rgba
  return ` ${name}="rgb(${Number(r)},${Number(g)},${Number(b)})" ${name}-opacity="${num(Number(alpha))}"`
}

/** Places of circles and lines are figures of their own: to a millionth, so that they agree with other files. */
const fine = (value: number): string => {
  const text = value.toFixed(6).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

const opacity = (value: number) => (value === 1 ? '' : ` opacity="${num(value)}"`)
const cap = (value: string) => (value === 'butt' ? '' : ` stroke-linecap="${value}"`)
const id = ({ key }: SceneItem) => (key === undefined ? '' : ` data-id="${escapeXml(key)}"`)

function pathTag(item: PathItem): string {
  const stroke =
    item.stroke === null
      ? ''
      : paint('stroke', item.stroke) +
        ` stroke-width="${num(item.strokeWidth)}"` +
        (item.dash.length > 0 ? ` stroke-dasharray="${item.dash.map(num).join(' ')}"` : '') +
        cap(item.cap) +
        (item.join === 'miter' ? ' stroke-miterlimit="10"' : ` stroke-linejoin="${item.join}"`)
  const rule = item.evenOdd ? ' fill-rule="evenodd"' : ''
  return `<path d="${item.d}"${paint('fill', item.fill)}${rule}${stroke}${opacity(item.opacity)}${id(item)}/>`
}

function circleTag(item: CircleItem): string {
  const stroke =
    item.stroke === null ? '' : `${paint('stroke', item.stroke)} stroke-width="${num(item.strokeWidth)}"`
  const order = item.fill !== null && stroke !== '' ? ' paint-order="stroke"' : ''
  return (
    `<circle cx="${fine(item.x)}" cy="${fine(item.y)}" r="${fine(item.r)}"` +
    `${paint('fill', item.fill)}${stroke}${order}${opacity(item.opacity)}${id(item)}/>`
  )
}

function lineTag(item: LineItem): string {
  return (
    `<line x1="${fine(item.x1)}" y1="${fine(item.y1)}" x2="${fine(item.x2)}" y2="${fine(item.y2)}"` +
    `${paint('stroke', item.stroke)} stroke-width="${fine(item.strokeWidth)}"` +
    `${cap(item.cap)}${opacity(item.opacity)}${id(item)}/>`
  )
}

const boldness = (weight: number) => (weight === 400 ? '' : ` font-weight="${weight}"`)

/** The lines of a text in one element; `aria-label` says them without breaks. */
function spans(item: TextItem, covers: TextMetrics['covers']): string {
  return (item.lines ?? [])
    .map((line) => {
      const weight = drawnWeight(line.text, line.weight, covers)
      return (
        `<tspan x="${num(item.x)}" y="${num(line.y)}"${boldness(weight)}` +
        (line.fill === item.fill ? '' : paint('fill', line.fill)) +
        `>${escapeXml(line.text)}</tspan>`
      )
    })
    .join('')
}

function textTag(item: TextItem, covers: TextMetrics['covers']): string {
  const weight = item.lines ? 400 : drawnWeight(item.text, item.weight, covers)
  const place = item.turn
    ? ` transform="matrix(${[...item.turn, item.x, item.y].map(num).join(' ')})"`
    : ` x="${num(item.x)}" y="${num(item.y)}"`
  const rim =
    item.stroke === null ? '' : `${paint('stroke', item.stroke)} stroke-width="${num(item.strokeWidth)}"`
  return (
    `<text${place} font-size="${num(item.size)}"` +
    boldness(weight) +
    (item.anchor === 'start' ? '' : ` text-anchor="${item.anchor}"`) +
    paint('fill', item.fill) +
    (rim === '' ? '' : `${rim} stroke-linejoin="round" paint-order="stroke"`) +
    (isRightToLeft(item.text) ? ' direction="rtl"' : '') +
    `${opacity(item.opacity)}${id(item)}` +
    (item.lines
      ? ` aria-label="${escapeXml(item.text)}">${spans(item, covers)}</text>`
      : `>${escapeXml(item.text)}</text>`)
  )
}

function tag(item: SceneItem, covers: TextMetrics['covers']): string {
  if (item.type === 'path') return pathTag(item)
  if (item.type === 'circle') return circleTag(item)
  return item.type === 'line' ? lineTag(item) : textTag(item, covers)
}

/** Numbers the clips that occur; equal ones are written once. */
class Clips {
  private readonly ids = new Map<string, string>()
  readonly definitions: string[] = []
  private readonly prefix: string

  /** @param prefix keeps the ids of several drawings in one document apart */
  constructor(prefix = '') {
    this.prefix = prefix
  }

  /** The id of the clip, or empty where it shows nothing less than the whole. */
  id(clip: Clip | null): string {
    if (clip === null) return ''
    const within = this.id(clip.within)
    const key = `${within} ${clip.d}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = `${this.prefix}c${this.ids.size + 1}`
    this.ids.set(key, id)
    const outer = within === '' ? '' : ` clip-path="url(#${within})"`
    this.definitions.push(`<clipPath id="${id}"${outer}><path d="${clip.d}"/></clipPath>`)
    return id
  }
}

/** Items in a row under the same clip stand in one group. */
function body(items: SceneItem[], clips: Clips, covers: TextMetrics['covers']): string[] {
  const lines: string[] = []
  let current = ''
  for (const item of items) {
    const id = clips.id(item.clip)
    if (id !== current) {
      if (current !== '') lines.push('</g>')
      if (id !== '') lines.push(`<g clip-path="url(#${id})">`)
      current = id
    }
    lines.push(tag(item, covers))
  }
  if (current !== '') lines.push('</g>')
  return lines
}

function metadata(citation: CitationLine[]): string {
  const lines = citation.map(
    ([label, value]) => `<line label="${escapeXml(label)}">${escapeXml(value)}</line>`,
  )
  return `<metadata><citation xmlns="${CITATION_NAMESPACE}">\n${lines.join('\n')}\n</citation></metadata>`
}

/**
 * A part of a scene as an element of a web page, whose style names the faces.
 * @param id begins all ids in it
 * @param alt what it shows, for readers who do not see it
 */
export function inlineSvg(
  scene: Scene,
  { id, alt, view, covers }: { id: string; alt: string } & Required<Pick<SvgOptions, 'view' | 'covers'>>,
): string {
  const clips = new Clips(id)
  const { x, y, width, height } = view ?? { x: 0, y: 0, ...scene }
  const drawn = body(scene.items, clips, covers)
  return [
    `<svg class="fig" viewBox="${[x, y, width, height].map(num).join(' ')}" role="img" aria-label="${escapeXml(alt)}">`,
    ...(clips.definitions.length > 0 ? [`<defs>${clips.definitions.join('')}</defs>`] : []),
    ...drawn,
    '</svg>',
  ].join('\n')
}

export function writeSvg(scene: Scene, options: SvgOptions): string {
  const clips = new Clips()
  const view = options.view ?? { x: 0, y: 0, width: scene.width, height: scene.height }
  const drawn = body(scene.items, clips, options.covers)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${options.width}" height="${options.height}"` +
      ` viewBox="${[view.x, view.y, view.width, view.height].map(num).join(' ')}" preserveAspectRatio="none"` +
      ` xml:lang="${options.language}" role="img" aria-labelledby="title desc"` +
      ` font-family="'${FIGURE_FONT}', 'IBM Plex Sans', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif">`,
    `<title id="title">${escapeXml(options.title)}</title>`,
    `<desc id="desc">${escapeXml(options.description)}</desc>`,
    metadata(options.citation),
    ...(options.faces ? [`<style>${escapeXml(options.faces)}</style>`] : []),
    ...(clips.definitions.length > 0 ? [`<defs>${clips.definitions.join('')}</defs>`] : []),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}
