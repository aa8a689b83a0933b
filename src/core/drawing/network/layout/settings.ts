export interface ForceSettings {
  /** Of stress descent. */
  rounds: number
  /** Of the simulation, from `alpha`. */
  ticks: number
  alpha: number
  theta: number
}

/** More nodes get fewer steps: each costs more, and quality gains little (measured on synthetic networks). */
export function settingsFor(n: number): ForceSettings {
  const alpha = 0.8
  if (n <= 60) return { rounds: 20, ticks: 200, theta: 0.7, alpha }
  if (n <= 300) return { rounds: 15, ticks: 150, theta: 0.8, alpha }
  if (n <= 1500) return { rounds: 12, ticks: 120, theta: 1.2, alpha }
  return { rounds: 8, ticks: 100, theta: 1.2, alpha }
}

/** As many of the largest circles get more room, so that their labels find a place among many. */
const LABELLED = 25
const WIDE_GAP = 8
const GAP = 3
const GAP_OF_MANY = 0.5

/** The gap around each circle, for `separate`. */
export function gapsFor(r: Float64Array): Float64Array {
  const n = r.length
  const gap = n > 1500 ? GAP_OF_MANY : GAP
  const smallest = n > 60 ? (r.toSorted()[n - LABELLED] ?? 0) : Infinity
  return r.map((radius) => (radius >= smallest && n <= 1500 ? WIDE_GAP : gap))
}
