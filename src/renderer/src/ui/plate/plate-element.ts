/** An SVG of the core as an element of this page: without what may act, its ids made its own. */

const ALLOWED = new Set(['svg', 'g', 'path', 'circle', 'line', 'rect', 'text', 'tspan', 'defs', 'clipPath'])

/**
 * @param svg the core's own; whatever else it might hold (scripts, links, styles, foreign parts) is left out
 * @param prefix told apart from other pictures of the page
 * @returns null where it cannot be read
 */
export function plateElement(svg: string, prefix: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const root = parsed.documentElement
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) return null
  for (const element of [...root.querySelectorAll('*')]) {
    if (!ALLOWED.has(element.localName)) element.remove()
    else clean(element, prefix)
  }
  clean(root, prefix)
  for (const name of ['role', 'aria-labelledby', 'width', 'height']) root.removeAttribute(name)
  root.setAttribute('preserveAspectRatio', 'xMidYMid meet')
  root.setAttribute('aria-hidden', 'true')
  root.setAttribute('focusable', 'false')
  return document.importNode(root, true) as unknown as SVGSVGElement
}

function clean(element: Element, prefix: string): void {
  for (const { name, value } of [...element.attributes]) {
    if (/^on|^style$|href$/i.test(name)) element.removeAttribute(name)
    else if (name === 'id') element.setAttribute('id', `${prefix}-${value}`)
    else if (value.startsWith('url(#')) element.setAttribute(name, `url(#${prefix}-${value.slice(5)}`)
  }
}
