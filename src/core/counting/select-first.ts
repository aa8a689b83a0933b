/** Up to this many elements a plain insertion sort is quickest. */
const SMALL = 16

/**
 * Moves the `count` first elements of `items[0 … size)` by `compare` to the front, in any order among themselves.
 * Quickselect in place: no allocation, linear time on average.
 */
export function selectFirst(
  items: Uint32Array,
  size: number,
  count: number,
  compare: (a: number, b: number) => number,
): void {
  let low = 0
  let high = size - 1
  while (high - low >= SMALL) {
    const middle = partition(items, low, high, compare)
    if (middle === count || middle === count - 1) return
    if (middle < count) low = middle + 1
    else high = middle - 1
  }
  for (let i = low + 1; i <= high; i++) {
    const item = items[i] as number
    let j = i - 1
    while (j >= low && compare(items[j] as number, item) > 0) {
      items[j + 1] = items[j] as number
      j -= 1
    }
    items[j + 1] = item
  }
}

/**
 * The `count` first of the numbers 0 … size − 1 by `compare`, in any order among themselves. They pass a few at a time, and
 * what stands behind the last of those kept so far is not kept: most are compared once.
 */
export function firstOf(size: number, count: number, compare: (a: number, b: number) => number): Uint32Array {
  if (count >= size) return Uint32Array.from({ length: size }, (_, i) => i)
  if (count <= 0) return new Uint32Array(0)
  const kept = new Uint32Array(Math.min(size, 2 * count + SMALL))
  let held = 0
  let last = -1
  for (let i = 0; i < size; i++) {
    if (last >= 0 && compare(i, last) > 0) continue
    kept[held++] = i
    if (held < kept.length) continue
    selectFirst(kept, held, count, compare)
    held = count
    last = kept.subarray(0, count).reduce((a, b) => (compare(b, a) > 0 ? b : a))
  }
  if (held > count) selectFirst(kept, held, count, compare)
  return kept.slice(0, count)
}

/** Splits around the median of three and returns where the pivot came to stand. */
function partition(
  items: Uint32Array,
  low: number,
  high: number,
  compare: (a: number, b: number) => number,
): number {
  const middle = (low + high) >>> 1
  if (compare(items[middle] as number, items[low] as number) < 0) swap(items, middle, low)
  if (compare(items[high] as number, items[low] as number) < 0) swap(items, high, low)
  if (compare(items[middle] as number, items[high] as number) < 0) swap(items, middle, high)
  const pivot = items[high] as number
  let next = low
  for (let i = low; i < high; i++) {
    if (compare(items[i] as number, pivot) < 0) swap(items, i, next++)
  }
  swap(items, next, high)
  return next
}

function swap(items: Uint32Array, i: number, j: number): void {
  const item = items[i] as number
  items[i] = items[j] as number
  items[j] = item
}
