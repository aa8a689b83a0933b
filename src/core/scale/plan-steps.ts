/** The SQL of a plan: numbered files, run one after another. */
import type { Dialect } from './dialects/dialect.ts'
import { JOURNALS } from './journals-table.ts'
import type { PlanRules } from './plan-rules.ts'
import { articlesStep, contributionsStep, twinsStep } from './steps/articles.ts'
import { nodesStep, PLACES, sightingsStep } from './steps/places.ts'
import { recordsStep } from './steps/records.ts'
import { resultSteps } from './steps/results.ts'
import {
  countsStep,
  jointStep,
  membersStep,
  pairsStep,
  partsStep,
  scoresStep,
  sharesStep,
  subjectsStep,
  totalsStep,
  unaffiliatedStep,
} from './steps/statistics.ts'
import { COUNTED, WITH_WORDS } from './works-shape.ts'

export interface PlanStep {
  /** Of its file, in the order of the steps. */
  name: string
  sql: string
}

/** @param plan the hash of the plan, see `planHash` */
export function planSteps(
  d: Dialect,
  rules: PlanRules,
  works: string,
  shards: number,
  plan: string,
): PlanStep[] {
  const names = Array.from({ length: shards }, (_, index) => String(index + 1))
  const ofShard = (shard: string, index: number) => [
    contributionsStep(d, rules, { index, of: shards }),
    nodesStep(d, shard),
    partsStep(d, shard),
    membersStep(d, shard),
    sharesStep(d, shard),
    countsStep(d, shard),
    totalsStep(d, shard),
    unaffiliatedStep(d, shard),
    jointStep(d, shard),
  ]
  const steps: [title: string, statements: string[]][] = [
    [
      'sources',
      [
        subjectsStep(d),
        d.loaded('places', 'tables/places.csv', PLACES.places),
        d.loaded('rors', 'tables/rors.csv', PLACES.rors),
        ...(rules.journals ? [d.loaded('journals', 'tables/journals.csv', JOURNALS)] : []),
        d.worksView('works_source', works, COUNTED),
        d.worksView('works_whole', works, WITH_WORDS),
        d.linesView('works_lines', works),
      ],
    ],
    ['records', [recordsStep(d, rules)]],
    ['articles', [articlesStep(d), twinsStep(d)]],
    ['sightings', [sightingsStep(d)]],
    ...names.map((shard, index): [string, string[]] => [
      `figures-${shard}-of-${shards}`,
      ofShard(shard, index),
    ]),
    ['pairs', [pairsStep(d, rules, names)]],
    ...names.map((shard): [string, string[]] => [`scores-${shard}-of-${shards}`, [scoresStep(d, shard)]]),
    ['results', resultSteps(d, rules, names, plan)],
  ]
  return steps.map(([title, statements], at) => ({
    name: `${String(at + 1).padStart(3, '0')}-${title}.sql`,
    sql: `${[d.begin, ...statements].filter((text) => text !== '').join('\n\n')}\n`,
  }))
}
