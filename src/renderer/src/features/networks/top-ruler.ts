/** The ruler of how many nodes are shown: equal lengths are equal ratios, so that 5 and 200 both have room. */

/** Nodes at a place of the ruler, rounded to what can be read there. */
export function topAt(place: number, least: number, most: number): number {
  const value = least * (most / least) ** Math.min(1, Math.max(0, place))
  return Math.min(most, Math.max(least, roundTop(value)))
}

export function placeOfTop(top: number, least: number, most: number): number {
  if (most <= least) return 0
  return Math.min(1, Math.max(0, Math.log(top / least) / Math.log(most / least)))
}

/** One step of the keyboard: by one up to 20, by five up to 100, then by ten; to round numbers first. */
export function stepTop(top: number, by: number, least: number, most: number): number {
  let now = top
  for (let left = Math.abs(by); left > 0; left--) {
    const size = stepAt(now, by)
    now = by > 0 ? (Math.floor(now / size) + 1) * size : (Math.ceil(now / size) - 1) * size
  }
  return Math.min(most, Math.max(least, now))
}

function stepAt(top: number, by: number): number {
  // From the edge of two steps the way down is the smaller one.
  const at = by > 0 ? top : top - 1
  if (at < 20) return 1
  return at < 100 ? 5 : 10
}

function roundTop(value: number): number {
  if (value < 20) return Math.round(value)
  return value < 100 ? Math.round(value / 5) * 5 : Math.round(value / 10) * 10
}

/** Numbers to write along the ruler. */
export const topTicks = (least: number, most: number): number[] =>
  [...new Set([least, 5, 10, 20, 50, 100, 200, most])]
    .filter(
      (tick, _, all) =>
        tick >= least && tick <= most && (tick === most || tick * 1.3 < most || !all.includes(most)),
    )
    .sort((one, other) => one - other)

/** Numbers that have a mark of their own between those that are written: every step of the keyboard. */
export function topMarks(least: number, most: number): number[] {
  const marks: number[] = []
  for (let top = least; top < most; top = stepTop(top, 1, least, most)) marks.push(top)
  return marks
}
