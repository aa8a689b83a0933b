/** XML of Office files, element by element: attributes are escaped here, so that no name can break a part. */
import { escapeXml } from '../figure/svg.ts'

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

type Attributes = Record<string, string | number | undefined>

/** @param children XML; what is false is left out. An attribute that is undefined is left out too. */
export function el(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (string | false)[]
): string {
  let head = name
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) head += ` ${key}="${escapeXml(String(value)).replace(/\s/g, spaced)}"`
  const inner = children.filter((child) => child !== false).join('')
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>`
}

/** An attribute would lose line ends and tabs, which readers turn into blanks. */
const spaced = (sign: string): string => (sign === ' ' ? sign : `&#${sign.charCodeAt(0)};`)

/** An element with nothing but a `val`, as most of DrawingML's are. */
export const val = (name: string, value: string | number): string => el(name, { val: value })

/** An element that holds words. */
export const words = (name: string, text: string, attributes: Attributes = {}): string =>
  el(name, attributes, escapeXml(text))

/** English Metric Units, in which Office measures: 12,700 a point. @param points */
export const emu = (points: number): number => Math.round(points * 12700)

/** The namespaces that parts of DrawingML name. */
export const NAMESPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** `xmlns:a="…"` and so on, as attributes of a root element. */
export const namespaces = (...prefixes: (keyof typeof NAMESPACES)[]): Record<string, string> =>
  Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]))
