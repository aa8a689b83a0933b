/** What the sampling thread answers: it draws block after block, and hears in between that it shall stop. */
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import type { BandsInput, BandsMade } from '../../../shared/contract/stability.ts'
import type { ReaderContext, WriterContext } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'
import { requireComputed, subjectNumber } from '../computed/totals.ts'
import { requireYear } from '../rankings.ts'
import type { Bands } from './bands-of.ts'
import { drawBands, knownBands } from './bands-of.ts'

export type SamplingContext = ReaderContext & Pick<WriterContext, 'emit'>

/** A drawing that is under way, for all that wait for it. */
interface Job {
  waiting: number
  abort: AbortController
  bands: Promise<Bands>
}

/** So long the thread draws without listening. */
const LISTEN_AFTER_MS = 30
const TELL_AFTER_MS = 100

export function samplingHandlers(): Handlers<'sampling', SamplingContext> {
  const jobs = new Map<string, Job>()
  const keyOf = ({ dataset, by, subject, year, bands }: BandsInput) =>
    JSON.stringify([dataset, by, subject, year ?? null, bands.seed, bands.replicates])

  function jobOf(input: BandsInput, context: SamplingContext): Job {
    const key = keyOf(input)
    const known = jobs.get(key)
    // One that was told to stop is not joined.
    if (known && !known.abort.signal.aborted) return known
    const abort = new AbortController()
    const bands = draw(input, context, abort.signal)
    const job: Job = { waiting: 0, abort, bands }
    jobs.set(key, job)
    const forget = () => void (jobs.get(key) === job && jobs.delete(key))
    bands.then(forget, forget)
    return job
  }

  return {
    'stability.ranking': async (input, context) => {
      const job = jobOf(input, context)
      job.waiting += 1
      const { made } = await job.bands
      return { ...stampOf(input, context), bands: made satisfies BandsMade }
    },
    'stability.cancel': (input) => {
      const job = jobs.get(keyOf(input))
      if (!job || job.abort.signal.aborted) return { cancelled: false }
      job.waiting -= 1
      if (job.waiting > 0) return { cancelled: false }
      job.abort.abort()
      return { cancelled: true }
    },
  }
}

function stampOf(input: BandsInput, context: SamplingContext) {
  const { id, version } = context.open(input.dataset)
  return { dataset: id, version }
}

/** @throws AppError not-computed, year-unknown, cancelled. */
async function draw(input: BandsInput, context: SamplingContext, signal: AbortSignal): Promise<Bands> {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const { by, subject, bands: drawn } = input
  const year = requireYear(dataset, input.year)
  const question = { by, subject: subjectNumber(subject), year, drawn }
  const known = knownBands(dataset, question, context)
  if (known) return known
  const steps = drawBands(dataset, question, context)
  const tell = (done: number) =>
    context.emit({
      type: 'stability.progress',
      dataset: dataset.id,
      by,
      subject,
      year,
      done,
      of: drawn.replicates,
    })
  tell(0)
  let [listened, told] = [performance.now(), performance.now()]
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    const now = performance.now()
    if (now - listened < LISTEN_AFTER_MS) continue
    if (now - told >= TELL_AFTER_MS) {
      tell(value)
      told = now
    }
    await setImmediate()
    listened = performance.now()
    if (signal.aborted) throw new AppError('cancelled', 'the drawing of bands was cancelled')
  }
}
