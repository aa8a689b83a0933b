/** One small corpus as an index of the laptop and as one that an engine counted by a plan. */
import { join } from 'node:path'
import { makeWorks, writeInstitutions, writeWorks } from '../works.ts'
import type { PlanAsked } from './run-plan.ts'
import { runPlan, writePlan } from './run-plan.ts'

export interface Corpus {
  works: string
  institutions: string
}

/** Works whose parts all divide into whole units, so that Shares are equal to the last digit. */
export function writeCorpus(folder: string, works = 400): Corpus {
  return {
    works: writeWorks(join(folder, 'works.jsonl'), makeWorks(works)),
    institutions: writeInstitutions(folder),
  }
}

/** The years of the works. */
const YEARS = { from: 2021, to: 2023 }

/** A plan of the corpus in a folder, with the results that DuckDB makes. */
export async function plannedCorpus(
  folder: string,
  { works, institutions }: Corpus,
  asked: Partial<PlanAsked> = {},
): Promise<string> {
  const plan = { engine: 'duckdb' as const, works, files: [institutions], ...YEARS, sampleOf: 7, ...asked }
  await writePlan(folder, plan)
  await runPlan(folder, plan.engine)
  return folder
}
