/** The sample as the import takes it: in place of files, plans from which the parsing threads write the works. */
import { createHash } from 'node:crypto'
import type { ImportContext } from '../../context.ts'
import { Institutions } from '../places/institutions.ts'
import { loadCountries } from '../places/countries.ts'
import { loadMetros } from '../places/read-metros.ts'
import { loadFieldMapping } from '../rules/field-mapping.ts'
import type { GivenFiles } from '../run/given-files.ts'
import type { SampleWorks } from './write-works.ts'
import { writeWorks } from './write-works.ts'
import { institutionRecords, loadWorld } from './world.ts'
import type { YearPlan } from './year-plan.ts'

/** The works of a part of a plan; `progress` hears how many bytes of the plan are done. */
export async function* sampleChunks(
  works: SampleWorks,
  part: { from: number; to: number },
  resourcesDir: string,
  progress: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const { plan } = works
  const start = bytesBefore(plan, plan.firstAuthor[part.from] as number)
  yield* writeWorks(works, part, loadWorld(resourcesDir), (author) =>
    progress(bytesBefore(plan, author) - start),
  )
}

const bytesBefore = ({ firstAffiliation }: YearPlan, author: number) =>
  4 * author + 2 * (firstAffiliation[author] as number)

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
      sample: { plan, seed },
    })),
    articleBytes: years.reduce((sum, { bytes }) => sum + bytes, 0),
    institutions,
    institutionFiles: [{ file: place.file, records }],
    institutionsRead: records.length,
    rules: [],
    subjects: { journals: null, mapping: loadFieldMapping(resourcesDir) },
    metros: loadMetros(resourcesDir, loadCountries(resourcesDir)),
    hashes,
  }
}

function sha256(...parts: (string | NodeJS.ArrayBufferView)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
