/** What the views ask of the core: noted while they are opened, then asked again and again with other inputs. */
import type { Page } from '@playwright/test'
import { ALL_SUBJECTS } from '../../../src/shared/domain/subjects.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { Figure } from '../benchmark.ts'
import { median, p99 } from '../benchmark.ts'
import type { Round } from './addresses.ts'

type Input = Record<string, unknown>
export interface Noted {
  method: string
  input: Input
  /** Of which view. */
  view: string
}

/** Asked once at a start, or of what no view shows. */
const APART = /^(datasets\.(list|show)|app\.|host\.|files\.|exports\.|populations\.|profiles\.)/

/** Methods with what tells their inputs apart, of each the first input. */
export class Notebook {
  view = ''
  private readonly noted = new Map<string, Noted>()

  watch(page: Page): void {
    page.on('request', (request) => {
      const method = /\/api\/call\/([\w.]+)$/.exec(new URL(request.url()).pathname)?.[1]
      if (!method || APART.test(method) || this.view === '') return
      const input = request.postDataJSON() as Input
      const key = `${method} ${shapeOf(input)}`
      if (!this.noted.has(key)) this.noted.set(key, { method, input, view: this.view })
    })
  }

  all(): Noted[] {
    return [...this.noted.values()]
  }
}

/** Which keys are given, and the values of those that choose what is computed. */
function shapeOf(input: unknown): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ''
  return Object.entries(input)
    .map(([key, value]) => (CHOOSING.has(key) ? `${key}=${String(value)}` : `${key}${shapeOf(value)}`))
    .sort()
    .join(' ')
}
const CHOOSING = new Set(['by', 'of', 'kind', 'between', 'indicator', 'top', 'limit'])

/** The same with another subject, year and entity, wherever it names one. */
export function varied(input: Input, i: number, round: Round): Input {
  const subject = ALL_SUBJECTS[i % ALL_SUBJECTS.length]
  const year = 2024 - (Math.floor(i / ALL_SUBJECTS.length) % 8)
  // The circle of one is an institution's unless it says else.
  const isInstitution = input['kind'] === 'institution' || ('centre' in input && input['kind'] !== 'city')
  const entities = isInstitution ? round.institutions : round.cities
  const other: Record<string, (value: unknown) => unknown> = {
    subject: () => subject,
    year: () => year,
    city: (value) => (value === '' ? value : round.cities[i % 40]),
    focus: () => round.cities[i % 40],
    centre: () => entities[i % 40],
    id: () => entities[i % 40],
    partner: () => entities[(i % 40) + 1],
    institution: () => round.institutions[i % 40],
    // Named ones, or how many.
    cities: (value) => (Array.isArray(value) ? round.cities.slice(i % 40, (i % 40) + value.length) : value),
  }
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      if (value === null || value === undefined) return [key, value]
      if (other[key]) return [key, other[key](value)]
      return [key, isRecord(value) ? varied(value, i, round) : value]
    }),
  )
}

const isRecord = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MOST = { times: 120, ms: 5000 }
const LEAST_TIMES = 30
const WARM_UP = 6
/** ms, p99. */
const GOAL = 100

/** Each through the core's threads, after six that do not count. @throws Error where an answer is an error */
export async function queryFigures(core: Core, noted: readonly Noted[], round: Round): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { method, input, view } of noted) {
    const samples: number[] = []
    const work: number[] = []
    const begun = performance.now()
    for (let i = -WARM_UP; i < MOST.times; i++) {
      if (i >= LEAST_TIMES && performance.now() - begun > MOST.ms) break
      const asked = varied(input, i + WARM_UP, round)
      const used = process.cpuUsage()
      const start = performance.now()
      const answer = await core.call(method as never, asked as never)
      const took = performance.now() - start
      const { user, system } = process.cpuUsage(used)
      if (!answer.ok) throw new Error(`${method} ${JSON.stringify(asked)}: ${answer.error.message}`)
      if (i < 0) continue
      samples.push(took)
      work.push((user + system) / 1000)
    }
    const what = `${view}: ${method}`
    figures.push(
      { what: `${what}, median of ${samples.length}`, value: median(samples), unit: 'ms' },
      { what: `${what}, p99`, value: p99(samples), unit: 'ms', goal: GOAL },
      // Of all threads: other programs do not lengthen it.
      { what: `${what}, p99 of processor time`, value: p99(work), unit: 'ms' },
    )
  }
  return figures
}
