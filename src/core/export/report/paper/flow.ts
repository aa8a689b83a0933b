/** Blocks on pages of two columns: what is as wide as the page ends the columns above it, which are balanced. */

export interface Block {
  span: 'column' | 'page'
  /** Points. */
  height: number
  /** Room above it; none at the top of a column. */
  before: number
  /** Stands on the same column as the next one. */
  keepNext?: boolean
}

export interface Paper {
  left: number
  /** Top of the blocks and the end of their room, the same on every page. */
  top: number
  bottom: number
  column: number
  gutter: number
}

export interface Placed<B extends Block> {
  block: B
  /** From 0. */
  page: number
  x: number
  y: number
}

/** Less than this at the foot of a page is left free. */
const LEAST_ROOM = 80

/**
 * Places all blocks in their order, down the left column and then the right one. A group that must stay together and is taller
 * than a page begins one and runs over.
 */
export function flow<B extends Block>(blocks: readonly B[], paper: Paper): Placed<B>[] {
  const placed: Placed<B>[] = []
  let page = 0
  let y = paper.top
  const nextPage = () => {
    page++
    y = paper.top
  }
  /** Their end. */
  const stack = (groups: readonly B[][], x: number, from: number): number => {
    let at = from
    for (const block of groups.flat()) {
      if (at > from) at += block.before
      placed.push({ block, page, x, y: at })
      at += block.height
    }
    return at
  }
  const after = (end: number, [first]: readonly B[]): number =>
    end > paper.top ? end + (first?.before ?? 0) : end
  const right = paper.left + paper.column + paper.gutter

  for (const band of bandsOf(blocks)) {
    if (band[0]?.[0]?.span === 'page') {
      for (const group of band) {
        if (y > paper.top && after(y, group) + heightOf(group) > paper.bottom) nextPage()
        y = stack([group], paper.left, after(y, group))
      }
      continue
    }
    let rest = band
    while (rest.length > 0) {
      const from = after(y, rest[0] ?? [])
      const room = paper.bottom - from
      const half = balanced(rest)
      if (half.height <= room) {
        const ends = [
          stack(rest.slice(0, half.at), paper.left, from),
          stack(rest.slice(half.at), right, from),
        ]
        y = Math.max(...ends)
        break
      }
      const first = room < LEAST_ROOM ? 0 : fitting(rest, room)
      if (first === 0 && y > paper.top) {
        nextPage()
        continue
      }
      const inLeft = Math.max(1, first)
      const inRight = fitting(rest.slice(inLeft), room)
      stack(rest.slice(0, inLeft), paper.left, from)
      stack(rest.slice(inLeft, inLeft + inRight), right, from)
      rest = rest.slice(inLeft + inRight)
      nextPage()
    }
  }
  return placed
}

/** Runs of one width, each of groups that stay together. */
function bandsOf<B extends Block>(blocks: readonly B[]): B[][][] {
  const bands: B[][][] = []
  let before: B | undefined
  for (const block of blocks) {
    const band = bands.at(-1)
    const isSame = before?.span === block.span
    if (isSame && before?.keepNext) band?.at(-1)?.push(block)
    else if (isSame) band?.push([block])
    else bands.push([[block]])
    before = block
  }
  return bands
}

/** Without the room above the first. */
const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { height, before }, i) => sum + height + (i === 0 ? 0 : before), 0)

/** How many groups a column takes. */
function fitting(groups: readonly Block[][], room: number): number {
  let count = 0
  while (count < groups.length && heightOf(groups.slice(0, count + 1).flat()) <= room) count++
  return count
}

/** Where the right column begins, so that the longer of the two is shortest; at equal heights the left one takes more. */
function balanced(groups: readonly Block[][]): { at: number; height: number } {
  let best = { at: groups.length, height: heightOf(groups.flat()) }
  for (let at = groups.length - 1; at > 0; at--) {
    const height = Math.max(heightOf(groups.slice(0, at).flat()), heightOf(groups.slice(at).flat()))
    if (height < best.height) best = { at, height }
  }
  return best
}
