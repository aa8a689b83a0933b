/** Which rows of a long table are in the page, in which elements, and in which order these stand. */
import type { Range } from '@tanstack/vue-virtual'

export interface RowInPage<T> {
  index: number
  row: T
  /** px from the first row's top. */
  top: number
}
/** Of a row in the page its element, by number. */
export type RowElement<T> = RowInPage<T> & { slot: number }

/** Rows that stay in the page behind those in sight, so that a step back finds them. */
const BEHIND = 2

/** Which rows are in the page: most of those out of sight lie where one scrolls to. Each row less is less to lay out in every frame. */
export function leaningRange(): (range: Range) => number[] {
  let from = 0
  let forward = true
  return ({ startIndex, endIndex, overscan, count }) => {
    if (startIndex !== from) forward = startIndex > from
    from = startIndex
    const [above, below] = forward ? [BEHIND, overscan] : [overscan, BEHIND]
    const first = Math.max(0, startIndex - above)
    const last = Math.min(count - 1, endIndex + below)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  }
}

/**
 * Rows that come in one frame, those in sight first: more of them would hold up the frame, and those left come with the next.
 * @param inPage rows that are in the page already
 * @param most rows that may come, beside those in the page
 */
export function comeNow<T extends { key: string }>(
  wanted: readonly RowInPage<T>[],
  inPage: ReadonlySet<string>,
  sight: { first: number; last: number },
  most: number,
): { rows: readonly RowInPage<T>[]; all: boolean } {
  const coming = wanted.filter(({ row }) => !inPage.has(row.key))
  if (coming.length <= most) return { rows: wanted, all: true }
  const away = ({ index }: RowInPage<T>) => Math.max(0, sight.first - index, index - sight.last)
  const now = new Set([...coming].sort((a, b) => away(a) - away(b)).slice(0, most))
  return { rows: wanted.filter((each) => inPage.has(each.row.key) || now.has(each)), all: false }
}

/** With rows that leave, as long as none of those that come needs their element: one that is taken out has to be made anew. */
export function withLeaving<T extends { key: string }>(
  rows: readonly RowInPage<T>[],
  stood: readonly RowInPage<T>[],
): readonly RowInPage<T>[] {
  const staying = new Set(rows.map(({ row }) => row.key))
  const leaving = stood.filter(({ row }) => !staying.has(row.key))
  return [...rows, ...leaving.slice(0, Math.max(0, stood.length - rows.length))]
}

/** Elements of rows: a row keeps its own while it is in the page, and those that leave give theirs to those that come. */
export class Slots<T extends { key: string }> {
  private readonly isBeingRead: (row: T) => boolean
  private readonly free: number[] = []
  private taken = new Map<string, { slot: number; row: T }>()
  private next = 0

  constructor(isBeingRead: (row: T) => boolean) {
    this.isBeingRead = isBeingRead
  }

  /** @returns the slot of each row by its key */
  take(rows: readonly T[]): Map<string, number> {
    const coming = new Set(rows.map(({ key }) => key))
    for (const [key, { slot, row }] of this.taken)
      // The row being read may have the focus, which is not to go to another row with its element.
      if (!coming.has(key) && !this.isBeingRead(row)) this.free.push(slot)
    this.taken = new Map(
      rows.map((row) => [
        row.key,
        { slot: this.taken.get(row.key)?.slot ?? this.free.shift() ?? this.next++, row },
      ]),
    )
    return new Map(rows.map(({ key }) => [key, this.taken.get(key)?.slot as number]))
  }
}

/** Each element stays where it stood among the others, new ones come last: an element that moves is laid out as a new one. */
export function asTheyStood<T>(
  stood: readonly RowElement<T>[],
  rows: readonly RowElement<T>[],
): RowElement<T>[] {
  const place = new Map(stood.map(({ slot }, at) => [slot, at]))
  const placeOf = ({ slot }: RowElement<T>) => place.get(slot) ?? Infinity
  const [old, fresh] = [
    rows.filter(({ slot }) => place.has(slot)),
    rows.filter(({ slot }) => !place.has(slot)),
  ]
  return [...old.sort((a, b) => placeOf(a) - placeOf(b)), ...fresh]
}

/** Moves a few elements to where their rows stand in the table. @returns the same array where all stand there */
export function nearerToOrder<T>(stood: readonly RowElement<T>[], most: number): readonly RowElement<T>[] {
  const order = [...stood].sort((a, b) => a.index - b.index)
  const now = [...stood]
  let moved = 0
  for (let at = 0; at < order.length && moved < most; at++) {
    const wanted = order[at] as RowElement<T>
    const from = now.indexOf(wanted)
    if (from === at) continue
    now.splice(at, 0, ...now.splice(from, 1))
    moved++
  }
  return moved === 0 ? stood : now
}
