/** The same works by an import on the laptop and by a plan in an engine. */
import { join } from 'node:path'
import { importIndex } from '../../../src/core/import/run/import-index.ts'
import { indexOptions } from '../../../src/shared/contract/imports.ts'
import { importContext } from '../import-context.ts'
import type { Figures } from './laptop-figures.ts'
import { laptopFigures } from './laptop-figures.ts'
import { planFigures } from './plan-figures.ts'
import type { PlanAsked } from './run-plan.ts'
import { runPlan, writePlan } from './run-plan.ts'

/** Figures of an import; printed addresses are not read, as no plan does. */
export async function importedFigures(
  folder: string,
  paths: string[],
  options: object = {},
): Promise<Figures> {
  const input = { paths, as: 'laptop', name: undefined, mode: 'replace' as const }
  const context = importContext(join(folder, 'data'))
  await importIndex({ ...input, options: indexOptions.parse({ printedPlaces: false, ...options }) }, context)
  return laptopFigures(join(folder, 'data', 'datasets', 'laptop.sqlite'), 'laptop')
}

export async function plannedFigures(folder: string, asked: PlanAsked): Promise<Figures> {
  await writePlan(folder, asked)
  await runPlan(folder, asked.engine)
  return planFigures(folder)
}

/** Every figure that one has and the other has not, or has otherwise. */
export function differences(laptop: Figures, engine: Figures): string[] {
  return (Object.keys(laptop) as (keyof Figures)[]).flatMap((table) => {
    const [mine, theirs] = [laptop[table], engine[table]]
    return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key) =>
      mine.get(key) === theirs.get(key)
        ? []
        : [`${table} ${key}: laptop ${mine.get(key) ?? 'none'}, engine ${theirs.get(key) ?? 'none'}`],
    )
  })
}

export const figuresIn = (figures: Figures): number =>
  Object.values(figures).reduce((sum, table: ReadonlyMap<string, string>) => sum + table.size, 0)
