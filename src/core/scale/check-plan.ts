/** `scale.check`: whether what an engine brought back is what its plan asked for, and adds up. */
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { PlanCheck, PlanFinding } from '../../shared/contract/scale.ts'
import type { ReaderContext } from '../context.ts'
import { checkPairs, checkShares, checkWhole, MOST_NAMED } from './check-sums.ts'
import type { SampleCheck } from './derive-sample.ts'
import { deriveSample } from './derive-sample.ts'
import { planFolder } from './plan-folder.ts'
import type { BroughtPlan } from './read-plan.ts'
import { readPlan } from './read-plan.ts'
import { requireResults, resultRows } from './read-results.ts'
import { PROBE_SUM } from './steps/results.ts'

/** @throws AppError as the contract says of `scale.check` */
export async function checkPlan(
  { files }: ParsedInputOf<'scale.check'>,
  context: ReaderContext,
): Promise<PlanCheck> {
  const folder = planFolder(context.resolveFiles?.(files) ?? [])
  const plan = readPlan(folder)
  requireResults(folder)
  return checkResults(plan, await deriveSample(plan, context))
}

/** @param sample what the articles of the sample come to here @throws AppError scale-missing, import-rejected (damaged) */
export async function checkResults(
  plan: BroughtPlan,
  sample: SampleCheck,
  signal?: AbortSignal,
): Promise<PlanCheck> {
  const { folder } = plan
  const told = new Map<string, string>()
  for await (const [name, value] of resultRows(folder, 'checks')) told.set(name as string, value as string)
  const number = (name: string) => Number(told.get(name) ?? 0)
  const articles = await articlesOf(folder)
  const same = (holds: boolean) => ({ compared: 1, different: holds ? [] : [''] })
  const findings: PlanFinding[] = [
    finding('files', { compared: Object.keys(plan.files).length, different: plan.changed }),
    finding('plan', same(plan.holds && told.get('plan') === plan.plan)),
    finding('probe', same(told.get('probe') === String(PROBE_SUM))),
    finding('whole', await checkWhole(folder, told, signal)),
    finding('articles', same(articles > 0)),
    finding('shares', await checkShares(folder, signal)),
    finding('pairs', await checkPairs(folder, plan.rules.pairsFrom, signal)),
    finding('sample', sample),
  ]
  return {
    plan: plan.plan,
    engine: plan.engine,
    articles,
    unread: Math.max(0, number('lines') - number('records')),
    sampled: sample.articles,
    holds: findings.every(({ differences }) => differences === 0),
    findings,
  }
}

async function articlesOf(folder: string): Promise<number> {
  let articles = 0
  for await (const [, subject, number] of resultRows(folder, 'totals'))
    if (subject === 'all') articles += Number(number)
  return articles
}

const finding = (
  check: PlanFinding['check'],
  found: { compared: number; different: readonly string[]; differences?: number },
): PlanFinding => ({
  check,
  compared: found.compared,
  differences: found.differences ?? found.different.length,
  named: found.different.slice(0, MOST_NAMED).filter((name) => name !== ''),
})
