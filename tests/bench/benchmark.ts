/** What a benchmark is, and how its figures are told. */

/** One line of a report: what was measured, and the goal where there is one. */
export interface Figure {
  what: string
  value: number
  unit: 'ms' | 's' | 'kB' | 'MB' | 'B' | 'ratio' | 'per s'
  /** The value should be under this. */
  goal?: number
  /** The value should reach this. */
  atLeast?: number
}

export interface Benchmark {
  name: string
  about: string
  /** @throws where it cannot run here; the message says why */
  run(): Promise<Figure[]>
}

/** Middle value; of an even number of samples the mean of the two in the middle. */
export function median(samples: number[]): number {
  return (quantile(samples, 0.5, Math.floor) + quantile(samples, 0.5, Math.ceil)) / 2
}

/** Nearest rank: the smallest sample with 99 % of the samples at or under it. */
export function p99(samples: number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN
}

function quantile(samples: number[], part: number, round: (value: number) => number): number {
  return samples.toSorted((a, b) => a - b)[round((samples.length - 1) * part)] ?? NaN
}

/** Times `run` in ms, `times` times one after another, after `warmUp` runs that do not count. */
export async function timed(
  run: () => Promise<void>,
  { times, warmUp }: { times: number; warmUp: number },
): Promise<number[]> {
  const samples: number[] = []
  for (let i = -warmUp; i < times; i++) {
    const start = performance.now()
    await run()
    if (i >= 0) samples.push(performance.now() - start)
  }
  return samples
}

/** Median and 99th percentile as two figures. */
export function spread(what: string, samples: number[], goal?: number): Figure[] {
  return [
    {
      what: `${what}, median of ${samples.length}`,
      value: median(samples),
      unit: 'ms',
      ...(goal === undefined ? {} : { goal }),
    },
    { what: `${what}, p99`, value: p99(samples), unit: 'ms' },
  ]
}

/** `  first rows, median of 5 … 612 ms   goal < 1,000 ms   met` */
export function figureText({ what, value, unit, goal, atLeast }: Figure): string {
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits(value),
    maximumFractionDigits: digits(value),
  })
  const of = unit === 'ratio' ? '' : ` ${unit}`
  const told = `  ${`${what} `.padEnd(76, '.')} ${`${number}${of}`.padStart(14)}`
  if (atLeast !== undefined) {
    return `${told}   goal ≥ ${atLeast.toLocaleString('en')}${of}   ${value >= atLeast ? 'met' : 'MISSED'}`
  }
  if (goal === undefined) return told
  return `${told}   goal < ${goal.toLocaleString('en')}${of}   ${value < goal ? 'met' : 'MISSED'}`
}

const digits = (value: number) => (value < 10 ? 2 : value < 100 ? 1 : 0)
