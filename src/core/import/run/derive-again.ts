/** Names, places and what hangs on them, derived again from what an index keeps, as an addition of files would. */
import type { NodeKey } from '../../articles/nodes.ts'
import type { ThreadContext } from '../../context.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import { createWritable } from '../../db/open.ts'
import { loadOtherNames } from '../../names/other-names.ts'
import type { Statistics } from '../../statistics/derive.ts'
import type { Hundredths } from '../../statistics/hundredths.ts'
import { CityCells } from '../addresses/city-cell.ts'
import { loadGazetteer } from '../addresses/gazetteer.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { CityRegister } from '../places/cities.ts'
import { loadCountries } from '../places/countries.ts'
import { Institutions } from '../places/institutions.ts'
import type { InstitutionCounts } from '../settle/count-institutions.ts'
import { countInstitutions } from '../settle/count-institutions.ts'
import { placedShares } from '../settle/placed-units.ts'
import { resolvePlaces } from '../settle/resolve-places.ts'
import { seatInstitutions } from '../settle/seat.ts'
import { storePlaces } from '../settle/store-places.ts'
import type { EntityMaps } from '../../articles/entities.ts'
import { keptIn } from './earlier-index.ts'
import { cityPositions, defaultYearOf } from './finish-index.ts'
import { rulesOf } from './given-files.ts'
import { Spill } from './spill.ts'

export interface DerivedAgain {
  /** In memory, with regions, metropolitan areas, cities, institutions and nodes; to be closed. */
  db: WritableDb
  defaultYear: number
  institutions: InstitutionCounts
  placed: ReturnType<typeof placedShares>['placed']
  /** Of the rules: editions of metropolitan areas and subjects, and how many journals are listed. */
  rules: { metros: string; subjects: string; journals: number | null }
}

/** What the index says, from whose stored nodes it follows. */
export interface IndexFigures {
  keys: readonly NodeKey[]
  maps: EntityMaps
  statistics: Statistics
  hundredths: Hundredths
}

/** @throws Error where an affiliation belongs elsewhere than is stored; AppError where the rules cannot be read. */
export async function deriveAgain(
  stored: ReadableDb,
  id: string,
  figures: IndexFigures,
  context: ThreadContext,
): Promise<DerivedAgain> {
  const { resourcesDir, dataDir } = context
  const { keys, statistics, hundredths } = figures
  const kept = keptIn(stored, id, dataDir)
  const db = createWritable(':memory:')
  try {
    const countries = loadCountries(resourcesDir)
    const others = loadOtherNames(resourcesDir)
    const rules = await rulesOf([], kept, { resourcesDir, countries })
    const institutions = new Institutions()
    for (const { records } of kept.institutionFiles) for (const record of records) institutions.add(record)
    const spill = new Spill(db)
    spill.saw(kept.sightings)
    spill.printed.saw(kept.printed)
    const places = resolvePlaces(keys, spill.sightings, {
      institutions,
      register: new CityRegister(loadCityNamesZh(resourcesDir), others),
      cells: new CityCells(countries, others, () => loadGazetteer(resourcesDir)),
      metros: rules.metros,
      merged: kept.merged.institutions,
      printed: spill.printed,
    })
    assertSameMaps(places.maps, figures.maps, keys)
    seatInstitutions(places, statistics)
    const defaultYear = defaultYearOf(statistics)
    db.transaction(() =>
      storePlaces(db, places, keys, countries, cityPositions(statistics, hundredths, defaultYear)),
    )()
    return {
      db,
      defaultYear,
      institutions: countInstitutions(places, statistics),
      placed: placedShares(stored, { ...places, city: places.maps.city }).placed,
      rules: {
        metros: rules.metros.head.edition,
        subjects: rules.subjects.mapping.edition,
        journals: rules.subjects.journals?.journals ?? null,
      },
    }
  } catch (error) {
    db.close()
    throw error
  } finally {
    kept.close()
  }
}

/** The figures were counted by the stored ones. */
function assertSameMaps(again: EntityMaps, stored: EntityMaps, keys: readonly NodeKey[]): void {
  for (const [kind, map] of Object.entries(again) as [keyof EntityMaps, Int32Array][]) {
    const at = keys.findIndex((_, node) => Math.max(map[node] ?? -1, -1) !== (stored[kind][node] ?? -1))
    if (at >= 0) throw new Error(`nodes.${kind} of ${keys[at]}: ${stored[kind][at]}, derived ${map[at]}`)
  }
}
