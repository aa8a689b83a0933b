/**
 * How the table of differences stands in the room that it has. The differences have columns of their own, with the percentage
 * beside them or, where that finds no room, in their titles; else each stands under its value. Lengths in px.
 */

/** Least widths. */
const NAME = { wide: 164, close: 152 }
const VALUE = { wide: 76, close: 70, under: 118 }
const STRIP = { least: 150, most: 340 }
/** Of a column of differences: with an interval below, with the percentage beside, alone. */
const DIFFERENCE = { interval: 134, wide: 118, close: 84 }
/** Of the room that is left, the scale's part. */
const TAKEN = 0.6

export interface Asked {
  /** Null until it is known. */
  room: number | null
  /** Columns of values. */
  values: number
  /** Columns of differences. */
  differences: number
  hasIntervals: boolean
  hasScale: boolean
}

export interface TableShape {
  /** Whether the differences have columns of their own. */
  apart: boolean
  /** Whether percentages stand beside them. */
  pct: boolean
  /** Width of the scale of ratios; 0: there is none. */
  strip: number
}

export function tableShape({ room, values, differences, hasIntervals, hasScale }: Asked): TableShape {
  const each = hasIntervals ? DIFFERENCE.interval : DIFFERENCE.wide
  const wide = NAME.wide + values * VALUE.wide + STRIP.least + differences * each
  const close = NAME.close + values * VALUE.close + STRIP.least + differences * DIFFERENCE.close
  const under = NAME.wide + values * VALUE.under + STRIP.least
  const has = room ?? wide
  const strip = (slack: number) =>
    hasScale && slack >= 0 ? Math.round(Math.min(STRIP.most, STRIP.least + slack * TAKEN)) : 0
  if (has >= wide) return { apart: true, pct: true, strip: strip(has - wide) }
  if (has >= close && !hasIntervals) return { apart: true, pct: false, strip: strip(has - close) }
  return { apart: false, pct: true, strip: strip(has >= under ? 0 : -1) }
}
