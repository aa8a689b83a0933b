/** `imports.planPreview`: what a plan's folder says that it holds. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { PlanPreview } from '../../../shared/contract/imports.ts'
import { foreign, planFolder } from '../plan-folder.ts'
import type { BroughtPlan } from '../read-plan.ts'
import { readPlan } from '../read-plan.ts'
import { resultRows } from '../read-results.ts'
import type { SummedTable } from '../steps/results.ts'
import { broughtFiles } from './result-report.ts'

/** The plan, or why it is none by the folder's name: where uploads lie is the app's matter. */
function readShown(paths: readonly string[]): BroughtPlan {
  try {
    return readPlan(planFolder(paths))
  } catch (error) {
    const told =
      error instanceof AppError && error.code === 'scale-foreign' && error.details.values?.['folder']
    throw typeof told === 'string' ? foreign(basename(told)) : error
  }
}

/** Reads manifest, checks and totals, a few rows each. @throws AppError scale-foreign, scale-missing, import-rejected */
export async function planPreview(paths: readonly string[]): Promise<PlanPreview> {
  const { folder, plan, engine, rules } = readShown(paths)
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
