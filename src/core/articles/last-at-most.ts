/** Place of the last of `count` ascending values that is at most `value`; 0 where none is. */
export function lastAtMost(count: number, valueAt: (place: number) => number, value: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (valueAt(middle) <= value) low = middle
    else high = middle - 1
  }
  return low
}
