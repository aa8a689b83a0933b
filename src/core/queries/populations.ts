import { readFileSync } from 'node:fs'
import type { Populations } from '../../shared/contract/populations.ts'
import type { ThreadContext } from '../context.ts'
import { keptPopulations, shippedPopulations, templatePath } from '../populations/populations.ts'

/** What is known of populations: the user's table in numbers, and a template for one. */
export function showPopulations({ dataDir, resourcesDir }: ThreadContext): Populations {
  const kept = keptPopulations(dataDir)
  return {
    file: kept?.file ?? null,
    sha256: kept?.sha256 ?? null,
    places: new Set(kept?.entries.map(({ name, country }) => `${country}/${name}`)).size,
    rows: kept?.entries.length ?? 0,
    printed: shippedPopulations(resourcesDir).length,
    template: readFileSync(templatePath(resourcesDir), 'utf8'),
  }
}
