/** `imports.planPreview`: what a plan's folder says that it holds. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { PlanPreview } from '../../../shared/contract/imports.ts'
import { planFolder } from '../plan-folder.ts'
import { readPlan } from '../read-plan.ts'
import { resultRows } from '../read-results.ts'
import type { SummedTable } from '../steps/results.ts'
import { broughtFiles } from './result-report.ts'

/** Reads manifest, checks and totals, a few rows each. @throws AppError scale-foreign, scale-missing, import-rejected */
export async function planPreview(paths: readonly string[]): Promise<PlanPreview> {
  const { folder, plan, engine, rules } = readPlan(planFolder(paths))
  const files = broughtFiles(folder)
  const told = new Map<string, number>()
  for await (const [name = '', value] of resultRows(folder, 'checks')) told.set(name, Number(value))
  const rows = (table: SummedTable) => told.get(`rows ${table}`) ?? null
  const years: number[] = []
  let articles = 0
  for await (const [year, subject, number] of resultRows(folder, 'totals')) {
    if (subject !== 'all') continue
    years.push(Number(year))
    articles += Number(number)
  }
  const { from, to, pairsFrom, sampleOf, types, journals } = rules
  return {
    ...{ folder: basename(folder), plan, engine, from, to, articles },
    years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : null,
    ...{ affiliations: rows('nodes'), shares: rows('shares'), pairs: rows('pairs') },
    ...{ pairsFrom, sampleOf, types, journals },
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
  }
}
