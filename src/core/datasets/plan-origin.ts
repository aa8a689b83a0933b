/** What a stored index says of the plan by which an engine counted it. */
import type { PlanOrigin } from '../../shared/domain/plan-origin.ts'

/** Null of an index that was counted here. @param row of the dataset */
export function planOf({ parameters }: { parameters: string }): PlanOrigin | null {
  if (!parameters.includes('"plan":')) return null
  const { plan = null } = JSON.parse(parameters) as { plan?: PlanOrigin | null }
  return plan
}
