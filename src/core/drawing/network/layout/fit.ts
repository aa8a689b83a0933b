import type { Rectangle } from '../../../../shared/contract/drawings.ts'

/** How much more one direction may be stretched than the other. */
const SQUEEZE = 1.35

export interface Margin {
  x: number
  y: number
}

/**
 * Scales and moves positions so that the circles fill the plot and lie wholly inside it, with a margin for the labels
 * of those at its edge. Radii stay as they are.
 * @param most upper limit of the scale
 */
export function fit(
  xy: Float64Array,
  r: Float64Array,
  plot: Rectangle,
  margin: Margin,
  most = Infinity,
): Float64Array {
  const left = plot.x + margin.x
  const top = plot.y + margin.y
  const x = new Side(xy, r, 0, left, plot.x + plot.width - margin.x)
  const y = new Side(xy, r, 1, top, plot.y + plot.height - margin.y)
  const byX = Math.min(most, x.largestScale())
  const byY = Math.min(most, y.largestScale())
  const scaleX = Math.min(byX, SQUEEZE * byY)
  const scaleY = Math.min(byY, SQUEEZE * byX)
  const shift = [x.shift(scaleX), y.shift(scaleY)]
  return xy.map((value, k) => (k % 2 === 0 ? scaleX : scaleY) * value + shift[k % 2]!)
}

/** One direction: circles [scale · x − r, scale · x + r], moved by a shift, between two walls. */
class Side {
  private readonly xy: Float64Array
  private readonly r: Float64Array
  private readonly side: 0 | 1
  private readonly from: number
  private readonly to: number

  constructor(xy: Float64Array, r: Float64Array, side: 0 | 1, from: number, to: number) {
    this.xy = xy
    this.r = r
    this.side = side
    this.from = from
    this.to = to
  }

  /** By bisection: the larger the scale, the less room there is to move. */
  largestScale(): number {
    const spread = this.spread()
    if (!(spread > 1e-9)) return Infinity
    let low = 0
    let high = (this.to - this.from) / spread
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2
      const { least, most } = this.shifts(middle)
      if (least <= most) low = middle
      else high = middle
    }
    return low
  }

  /** The middle of the shifts that keep all circles between the walls. */
  shift(scale: number): number {
    const { least, most } = this.shifts(scale)
    return (least + most) / 2
  }

  private shifts(scale: number): { least: number; most: number } {
    let least = -Infinity
    let most = Infinity
    for (let i = 0; i < this.r.length; i++) {
      const at = scale * this.xy[2 * i + this.side]!
      least = Math.max(least, this.from + this.r[i]! - at)
      most = Math.min(most, this.to - this.r[i]! - at)
    }
    return { least, most }
  }

  private spread(): number {
    let least = Infinity
    let most = -Infinity
    for (let k = this.side; k < this.xy.length; k += 2) {
      least = Math.min(least, this.xy[k]!)
      most = Math.max(most, this.xy[k]!)
    }
    return most - least
  }
}
