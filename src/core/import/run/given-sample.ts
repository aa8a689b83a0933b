/** The sample as an import is given it: plans in place of files. */
import { createHash } from 'node:crypto'
import type { ImportContext } from '../../context.ts'
import { loadCountries } from '../places/countries.ts'
import { Institutions } from '../places/institutions.ts'
import { loadMetros } from '../places/read-metros.ts'
import { loadFieldMapping } from '../rules/field-mapping.ts'
import { bytesBefore } from '../sample/sample-source.ts'
import { institutionRecords, loadWorld } from '../sample/world.ts'
import type { YearPlan } from '../sample/year-plan.ts'
import type { GivenFiles } from './given.ts'

/** @param plans a plan a year @param label what the sources are called, e.g. `sample (seed 1)` */
export function givenSample(
  plans: readonly YearPlan[],
  { seed, label }: { seed: number; label: string },
  { resourcesDir }: ImportContext,
): GivenFiles {
  const records = institutionRecords(loadWorld(resourcesDir))
  const institutions = new Institutions()
  for (const record of records) institutions.add(record)
  const list = JSON.stringify(records)
  const place = { path: `${label} institutions`, file: `${label} institutions` }
  const hashes = new Map([[place.path, sha256(list)]])
  const years = plans.map((plan) => {
    const path = `${label} ${plan.year}`
    hashes.set(path, sha256(plan.subjects, plan.firstAuthor, plan.firstAffiliation, plan.affiliations))
    const bytes = bytesBefore(plan, plan.firstAffiliation.length - 1)
    return { path, file: path, kind: 'works' as const, bytes, records: 0, plan }
  })
  return {
    files: [
      { ...place, kind: 'institutions', bytes: list.length, records: records.length },
      ...years.map(({ plan: _, ...file }) => file),
    ],
    articles: years.map(({ path, file, kind, plan }) => ({
      path,
      file,
      kind,
      layout: 'lines',
      compressed: false,
      source: { name: 'sample', articles: plan.articles, given: { plan, seed } },
    })),
    articleBytes: years.reduce((sum, { bytes }) => sum + bytes, 0),
    institutions,
    institutionFiles: [{ file: place.file, records }],
    institutionsRead: records.length,
    rules: [],
    subjects: { journals: null, mapping: loadFieldMapping(resourcesDir) },
    suburbs: [],
    metros: loadMetros(resourcesDir, loadCountries(resourcesDir)),
    hashes,
  }
}

function sha256(...parts: (string | NodeJS.ArrayBufferView)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
