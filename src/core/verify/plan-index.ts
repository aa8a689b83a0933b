/** An index that an engine counted: figures derived again from the stored parts, its own words against the plan's manifest. */
import { z } from 'zod'
import { PLAN_MANIFEST } from '../../shared/domain/plan-folder.ts'
import type { PlanOrigin } from '../../shared/domain/plan-origin.ts'
import type { EntityKind } from '../articles/entities.ts'
import { ENTITY_KINDS } from '../articles/entities.ts'
import { nodeKeys, nodeMaps } from '../articles/node-maps.ts'
import { unpack } from '../articles/pack.ts'
import type { OpenDataset } from '../context.ts'
import type { DatasetRow } from '../datasets/summary.ts'
import { defaultYearOf } from '../import/run/finish-index.ts'
import { KINDS } from '../statistics/derive.ts'
import { planContent } from '../statistics/plan-content.ts'
import { planStatistics, totalKey } from '../statistics/plan-parts.ts'
import type { IndexDerived } from './index-derived.ts'

type CountRow = [kind: number, subject: number, year: number, entity: number, articles: number]

/** Shares, ranks and what is not known from the stored parts; Counts and totals follow from nothing that is stored. */
export function planFigures(
  dataset: OpenDataset,
  plan: PlanOrigin,
  sizes: Record<EntityKind, number>,
): IndexDerived {
  const { db } = dataset
  const kindOf = new Map(KINDS.map((kind) => [ENTITY_KINDS[kind] as number, kind]))
  const rows = db.prepare('SELECT kind, subject, year, entity, articles FROM entity_stats').raw().all()
  const counts = (rows as CountRow[]).map(([kind, ...rest]): [EntityKind, number, number, number, number] => [
    kindOf.get(kind) as EntityKind,
    ...rest,
  ])
  const totals = db.prepare('SELECT subject, year, articles FROM year_totals').raw().all() as number[][]
  const years = [...new Set(totals.map(([, year]) => year as number))].sort((a, b) => a - b)
  const articles = new Map(
    totals.map(([subject = 0, year = 0, number = 0]) => [totalKey(subject, year), number]),
  )
  const derived = planStatistics(db, nodeMaps(dataset), sizes, { years, counts, articles })
  return { ...derived, content: planContent(db, nodeKeys(dataset), plan) }
}

const manifest = z.object({
  plan: z.string(),
  engine: z.string(),
  rules: z.object({ from: z.int(), to: z.int(), pairsFrom: z.int(), sampleOf: z.int() }),
})

/** What the dataset says of its plan, against the manifest that is kept in it. @throws Error what differs */
export function assertPlan({ db }: OpenDataset, row: DatasetRow, { statistics }: IndexDerived): void {
  const content = db.prepare('SELECT content FROM sources WHERE file = ?').pluck().get(PLAN_MANIFEST)
  const told = manifest.parse(JSON.parse(String(content)))
  const { plan } = JSON.parse(row.parameters) as { plan: PlanOrigin }
  const { from, to, pairsFrom, sampleOf } = told.rules
  const wanted = { plan: told.plan, engine: told.engine, from, to, pairsFrom, sampleOf }
  for (const [name, value] of Object.entries(wanted))
    if (plan[name as keyof PlanOrigin] !== value)
      throw new Error(`${name} of the plan: ${plan[name as keyof PlanOrigin]}, its manifest says ${value}`)
  if (plan.articles !== statistics.articles)
    throw new Error(`${plan.articles} articles are told, ${statistics.articles} counted`)
  const kept = db.prepare('SELECT articles, dropped FROM article_chunks').all() as {
    articles: number
    dropped: Buffer | null
  }[]
  const sampled = kept.reduce((sum, chunk) => sum + chunk.articles - droppedIn(chunk.dropped), 0)
  if (plan.sampled !== sampled) throw new Error(`${plan.sampled} articles are told as kept, ${sampled} are`)
  if (row.default_year !== defaultYearOf(statistics))
    throw new Error(`dataset.default_year: ${row.default_year}, derived ${defaultYearOf(statistics)}`)
}

const droppedIn = (dropped: Buffer | null): number =>
  dropped === null ? 0 : unpack(dropped, Uint8Array).reduce((sum, each) => sum + each, 0)
