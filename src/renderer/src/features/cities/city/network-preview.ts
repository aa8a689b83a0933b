/** A drawn network in a small frame: its places fitted anew, and names at a size that is read, each beside its circle. */
import type { Drawing } from '../../../../../shared/contract/drawings.ts'

export interface PreviewNode {
  id: string
  x: number
  y: number
  r: number
  /** Null where no place beside the circle is free. */
  label: { text: string; x: number; y: number; anchor: 'start' | 'middle' | 'end' } | null
}

export interface NetworkPreview {
  nodes: PreviewNode[]
  edges: { id: string; x1: number; y1: number; x2: number; y2: number; width: number }[]
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Letters, px. */
const SIZE = 11
/** Room for names at both sides and above and below, px. */
const MARGIN = { x: 18, y: 22 }
/** The largest circle, as a part of the frame's shorter side. */
const LARGEST = 0.1
const GAP = 4

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

/**
 * @param names by node, in the order of `nodes`, as short as they can be
 * @param measure width in px of a name
 */
export function networkPreview(
  { nodes, edges }: Pick<Drawing, 'nodes' | 'edges'>,
  frame: { width: number; height: number },
  names: readonly string[],
  measure: (text: string) => number,
): NetworkPreview {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const span = { x: Math.max(...xs) - left, y: Math.max(...ys) - top }
  const most = Math.max(1, ...nodes.map(({ r }) => r))
  const side = Math.min(frame.width * 0.3, MARGIN.x + Math.max(0, ...names.map(measure)))
  const room = { x: frame.width - 2 * side, y: frame.height - 2 * MARGIN.y }
  const place = (value: number, from: number, length: number, at: number, width: number) =>
    at + (length === 0 ? width / 2 : ((value - from) / length) * width)
  const circles = nodes.map(({ id, x, y, r }) => ({
    id,
    x: place(x, left, span.x, side, room.x),
    y: place(y, top, span.y, MARGIN.y, room.y),
    r: Math.max(3, (r / most) * LARGEST * Math.min(frame.width, frame.height)),
  }))
  const byId = new Map(circles.map((circle) => [circle.id, circle]))
  const widest = Math.max(1e-9, ...edges.map(({ width }) => width))
  const taken: Box[] = circles.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }))
  const middle = { x: frame.width / 2, y: frame.height / 2 }
  return {
    nodes: circles.map((circle, i) => {
      const text = names[i] ?? ''
      const found = labelPlaces(circle, measure(text), middle).find(
        ({ box }) =>
          box.left >= 0 &&
          box.right <= frame.width &&
          box.top >= 0 &&
          box.bottom <= frame.height &&
          !taken.some((other) => meet(box, other)),
      )
      if (!found) return { ...circle, label: null }
      taken.push(found.box)
      return { ...circle, label: { text, x: found.x, y: found.y, anchor: found.anchor } }
    }),
    edges: edges.flatMap(({ a, b, width }) => {
      const [from, to] = [byId.get(a), byId.get(b)]
      if (!from || !to) return []
      return [
        {
          id: `${a} ${b}`,
          x1: from.x,
          y1: from.y,
          x2: to.x,
          y2: to.y,
          width: Math.max(0.6, (width / widest) * 6),
        },
      ]
    }),
  }
}

/**
 * Names that tell the circles apart in little room: without the words that all begin with, and cut in the middle, as
 * names of a city differ at their ends.
 * @param measure width in px of a text
 */
export function previewNames(
  names: readonly string[],
  most: number,
  measure: (text: string) => number,
): string[] {
  const words = names.map((name) => name.split(' '))
  const first = words[0] ?? []
  let common = 0
  while (
    names.length > 2 &&
    words.every((each) => each.length > common + 1 && each[common] === first[common])
  )
    common += 1
  return words.map((each) => cutMiddle(each.slice(common).join(' '), most, measure))
}

function cutMiddle(text: string, most: number, measure: (text: string) => number): string {
  const signs = Array.from(text)
  const kept = (n: number) => {
    const end = Math.floor(n / 2)
    return `${signs
      .slice(0, n - end)
      .join('')
      .trimEnd()}…${signs
      .slice(signs.length - end)
      .join('')
      .trimStart()}`
  }
  if (measure(text) <= most) return text
  let n = signs.length - 1
  while (n > 2 && measure(kept(n)) > most) n -= 1
  return kept(n)
}

/** Beside the circle away from the middle first, then below and above, then on the other side. */
function labelPlaces(
  { x, y, r }: { x: number; y: number; r: number },
  width: number,
  middle: { x: number; y: number },
) {
  const outer = x >= middle.x ? 1 : -1
  const beside = (side: number) => {
    const edge = x + side * (r + GAP)
    return {
      x: edge,
      y: y + SIZE * 0.35,
      anchor: side > 0 ? ('start' as const) : ('end' as const),
      box: {
        left: side > 0 ? edge : edge - width,
        right: side > 0 ? edge + width : edge,
        top: y - SIZE * 0.6,
        bottom: y + SIZE * 0.6,
      },
    }
  }
  const over = (side: number) => {
    const base = side > 0 ? y + r + GAP + SIZE * 0.8 : y - r - GAP
    return {
      x,
      y: base,
      anchor: 'middle' as const,
      box: { left: x - width / 2, right: x + width / 2, top: base - SIZE * 0.9, bottom: base + SIZE * 0.3 },
    }
  }
  const down = y >= middle.y ? 1 : -1
  return [beside(outer), over(down), over(-down), beside(-outer)]
}
