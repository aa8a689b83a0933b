/** Round values for an axis. */

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999999) ?? 10
  return factor * power
}

/** Narrower than this part of its values an axis has no ticks of twelve digits that could be told apart. */
const LEAST_SPAN = 1e-9
/** Beyond these powers of ten lose their digits, or end in infinity. */
const [LEAST_VALUE, MOST_VALUE] = [1e-290, 1e290]

/** At most `most` round values between `from` and `to`, both included where round; `from` alone where nothing lies between. */
export function ticksBetween(from: number, to: number, most = 5): number[] {
  const span = to - from
  const least = Math.max(LEAST_VALUE, LEAST_SPAN * Math.max(Math.abs(from), Math.abs(to)))
  if (!(span >= least && span <= MOST_VALUE)) return [from]
  for (let step = roundStep(span / most); ; step = roundStep(step * 1.01)) {
    const first = Math.ceil(from / step - 1e-9)
    const last = Math.floor(to / step + 1e-9)
    if (last - first + 1 <= most) {
      return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
    }
  }
}

/** Steps within a decade, from the densest to one a decade. */
const MANTISSAS = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]]

/**
 * At most `most` round values of a logarithmic axis, both ends included where round: 1, 2, 5 of each decade where they fit,
 * fewer of a longer axis; of one too short for two of them those of a linear one. @param from above 0
 */
export function logTicks(from: number, to: number, most = 6): number[] {
  if (!(to > from) || !(from > 0)) return from > 0 ? [from] : []
  const within = (tick: number) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)
  const [low, high] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))]
  const inSteps = (mantissas: readonly number[], every: number): number[] => {
    const ticks: number[] = []
    for (let decade = Math.ceil(low / every) * every; decade <= high; decade += every)
      for (const mantissa of mantissas) ticks.push(Number(`${mantissa}e${decade}`))
    return ticks.filter(within)
  }
  const usual = inSteps([1, 2, 5], 1)
  if (usual.length < 3) {
    const dense = inSteps(MANTISSAS[0] ?? [], 1)
    return dense.length >= 3 && dense.length <= most ? dense : ticksBetween(from, to, Math.max(2, most - 1))
  }
  for (let every = 1; ; every++)
    for (const mantissas of MANTISSAS.slice(1)) {
      const ticks = every === 1 || mantissas.length === 1 ? inSteps(mantissas, every) : []
      if (ticks.length > 0 && ticks.length <= Math.max(2, most)) return ticks
    }
}

/** Ranks to write on an axis: 1, then multiples of 5, 10, 20, 25 or 50. */
export function rankTicks(worst: number, most = 5): number[] {
  for (const step of [1, 2, 5, 10, 20, 25, 50, 100]) {
    const multiples = Math.floor(worst / step)
    const ticks = [1, ...Array.from({ length: multiples }, (_, i) => (i + 1) * step)].filter(
      (rank, i, all) => rank !== all[i - 1],
    )
    if (ticks.length <= most) return ticks
  }
  return [1, worst]
}

/** Years to write on an axis: every one where there is room, else every second, fifth … from the last backwards. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50].find((candidate) => Math.floor((to - from) / candidate) + 1 <= most) ?? 100
  const ticks: number[] = []
  for (let year = to; year >= from; year -= step) ticks.unshift(year)
  return ticks
}

/** Decimals that tell the ticks apart. */
export function tickDecimals(ticks: number[]): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (ticks.every((tick) => Math.abs(Number(tick.toFixed(decimals)) - tick) < 1e-9)) return decimals
  }
  return 6
}
