/**
 * The synthetic sample: articles drawn at random, shaped like the real ones, with the printed cities' Shares. It lets a
 * newcomer try everything at once; nothing in it is real but the names of cities.
 */
import type { IndexOutcome } from '../../../shared/contract/imports.ts'
import { indexOptions } from '../../../shared/contract/imports.ts'
import type { ImportContext } from '../../context.ts'
import { holdDataset } from '../../datasets/lock.ts'
import { importIndex } from './import-index.ts'
import { YearDrawer } from '../sample/draw-year.ts'
import { LAST_YEAR } from '../sample/places.ts'
import { SampleRandom } from '../sample/random.ts'
import type { GivenFiles } from './given.ts'
import { givenSample } from './given-sample.ts'
import { YearSettler } from '../sample/settle-year.ts'
import { FIRST_YEAR, yearTargets } from '../sample/targets.ts'
import type { SampleWorld } from '../sample/world.ts'
import { loadWorld } from '../sample/world.ts'
import type { YearPlan } from '../sample/year-plan.ts'

export interface SampleInput {
  as: string
  replace: boolean
  seed: number
  /** 1 = the printed Shares of 2023; a tenth = a tenth of them, and of the articles. */
  scale: number
}

/** Drawn between two looks at the signal. */
const ARTICLES_A_STEP = 4000
/** Streams of random numbers for settling, apart from those for drawing. */
const SETTLING = 10_000

/** By what a sample says that it is one. */
export const CREDIT = {
  nameZh: '合成样例',
  licence: 'CC0 1.0',
  citation: 'Synthetic sample — not real data',
}

/** @throws AppError dataset-exists, dataset-busy, dataset-changed, disk-full, cancelled; what was stored is then as it was. */
export function createSample(input: SampleInput, context: ImportContext): Promise<IndexOutcome> {
  return holdDataset(context, input.as, (held) => drawSample(input, held))
}

async function drawSample(input: SampleInput, context: ImportContext): Promise<IndexOutcome> {
  const { as, replace } = input
  context.progress({ step: 'checking', bytesRead: 0, bytesTotal: 0, records: 0 })
  const given = await drawnSample(input, context)
  return importIndex(
    {
      paths: [],
      as,
      name: 'Synthetic sample',
      mode: replace ? 'replace' : 'create',
      options: indexOptions.parse({}),
      kind: 'sample',
      given,
      credit: CREDIT,
    },
    context,
  )
}

/** The sample as an import is given it. @throws AppError cancelled. */
export async function drawnSample(
  { seed, scale }: Pick<SampleInput, 'seed' | 'scale'>,
  context: ImportContext,
): Promise<GivenFiles> {
  const world = loadWorld(context.resourcesDir)
  const plans: YearPlan[] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    plans.push(await planYear(world, { year, seed, scale }, context.signal))
  }
  const label = `sample (seed ${seed}${scale === 1 ? '' : `, scale ${scale}`})`
  return givenSample(plans, { seed, label }, context)
}

/** Yields to the thread's messages now and then, so that a cancel is heard. @throws the signal's reason. */
async function planYear(
  world: SampleWorld,
  { year, seed, scale }: { year: number; seed: number; scale: number },
  signal: AbortSignal,
): Promise<YearPlan> {
  const targets = yearTargets(world, year, scale)
  const drawer = new YearDrawer(world, targets, seed)
  for (let complete = false; !complete;) {
    complete = drawer.draw(ARTICLES_A_STEP)
    await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
  }
  const plan = drawer.finish()
  const random = new SampleRandom(seed, SETTLING + year)
  new YearSettler(world, plan, { shares: drawer.shares, wanted: targets.shares, random }).settle()
  return plan
}
