/** What the sampling thread answers: it draws block after block, and hears in between that it shall stop. */
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import type { BandsInput, ChangesInput } from '../../../shared/contract/stability.ts'
import { isRough } from '../../../shared/domain/stability.ts'
import type { OpenDataset, ReaderContext, WriterContext } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'
import { indexYears, requireComputed, subjectNumber } from '../computed/totals.ts'
import { requireYear } from '../rankings.ts'
import { bandsDrawing, toBands } from './bands-of.ts'
import { changesDrawing } from './changes-of.ts'
import type { Drawing } from './drawing.ts'
import { drawAndKeep, knownDrawing } from './drawing.ts'

export type SamplingContext = ReaderContext & Pick<WriterContext, 'emit'>

/** What is drawn, in words of the contract, for its progress. */
type Told = Omit<Extract<CoreEvent, { type: 'stability.progress' }>, 'type' | 'done' | 'of'>

/** A drawing that is under way, for all that wait for it. */
interface Job {
  waiting: number
  abort: AbortController
  ended: Promise<unknown>
}

/** So long the thread draws without listening. */
const LISTEN_AFTER_MS = 30
const TELL_AFTER_MS = 100

export function samplingHandlers(): Handlers<'sampling', SamplingContext> {
  const jobs = new Map<string, Job>()

  /** Joins the same drawing where it is under way; one that was told to stop is not joined. */
  function wait<T>(key: string, draw: (signal: AbortSignal) => Promise<T>): Promise<T> {
    let job = jobs.get(key)
    if (!job || job.abort.signal.aborted) {
      const abort = new AbortController()
      const made: Job = { waiting: 0, abort, ended: draw(abort.signal) }
      jobs.set(key, made)
      const forget = () => void (jobs.get(key) === made && jobs.delete(key))
      made.ended.then(forget, forget)
      job = made
    }
    job.waiting += 1
    return job.ended as Promise<T>
  }

  function cancel(key: string): { cancelled: boolean } {
    const job = jobs.get(key)
    if (!job || job.abort.signal.aborted) return { cancelled: false }
    job.waiting -= 1
    if (job.waiting > 0) return { cancelled: false }
    job.abort.abort()
    return { cancelled: true }
  }

  return {
    'stability.ranking': (input, context) =>
      wait(keyOf(input), async (signal) => {
        const dataset = opened(input, context)
        const { by, subject, bands: drawn } = input
        const year = requireYear(dataset, input.year)
        const question = { by, subject: subjectNumber(subject), year, drawn }
        const told = { dataset: dataset.id, by, subject, year, replicates: drawn.replicates }
        const bands = await draw(dataset, bandsDrawing(dataset, question), told, context, signal)
        return { ...stampOf(dataset), bands: toBands(dataset, question, bands).made }
      }),
    'stability.changes': (input, context) =>
      wait(keyOf(input), async (signal) => {
        const dataset = opened(input, context)
        const { by, subject, bands: drawn } = input
        const [from, to, base] = [input.from, input.to, input.base ?? input.to].map((year) =>
          requireYear(dataset, year),
        ) as [number, number, number]
        const question = { by, subject: subjectNumber(subject), from, to, base, drawn }
        const told = { dataset: dataset.id, by, subject, year: to, replicates: drawn.replicates }
        const { length } = await draw(dataset, changesDrawing(dataset, question), told, context, signal)
        const made = { ...drawn, rows: length, of: length, rough: isRough(drawn.replicates) }
        return { ...stampOf(dataset), bands: made }
      }),
    'stability.cancel': (input) => cancel(keyOf(input)),
  }
}

const keyOf = (input: BandsInput | ChangesInput): string =>
  JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)))

/** @throws AppError not-computed, figures-missing. */
function opened({ dataset: id }: { dataset: string }, context: SamplingContext): OpenDataset {
  const dataset = context.open(id)
  requireComputed(dataset)
  indexYears(dataset)
  return dataset
}

const stampOf = ({ id, version }: OpenDataset) => ({ dataset: id, version })

/** @throws AppError cancelled. */
async function draw<T>(
  dataset: OpenDataset,
  drawing: Drawing<T>,
  { replicates: of, ...told }: Told & { replicates: number },
  context: SamplingContext,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const known = knownDrawing(dataset, drawing, context)
  if (known) return known
  const steps = drawAndKeep(dataset, drawing, context)
  const tell = (done: number) => context.emit({ type: 'stability.progress', ...told, done, of })
  tell(0)
  // Who asks and thinks better of it at once is heard before anything is drawn.
  await listen(signal)
  let [listened, last] = [performance.now(), performance.now()]
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    const now = performance.now()
    if (now - listened < LISTEN_AFTER_MS) continue
    if (now - last >= TELL_AFTER_MS) {
      tell(value)
      last = now
    }
    await listen(signal)
    listened = performance.now()
  }
}

/** Takes in what was sent meanwhile. @throws AppError cancelled. */
async function listen(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw new AppError('cancelled', 'the drawing was cancelled')
}
