/** `scale.plan`: the SQL by which an engine of the user's makes the whole index, with all that it needs. */
import { AppError } from '../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { ScalePlan } from '../../shared/contract/scale.ts'
import { PLAN_MANIFEST } from '../../shared/domain/plan-folder.ts'
import type { ReaderContext } from '../context.ts'
import { loadCountries } from '../import/places/countries.ts'
import { readGivenFiles } from '../import/run/given-files.ts'
import type { GivenFiles } from '../import/run/given.ts'
import { dialectOf } from './dialects/index.ts'
import { planPlaces } from './places-table.ts'
import { hashesOf, PLAN_FORMAT, planHash, PLAN_VERSION, rulesInWords } from './plan-hash.ts'
import { planReadme } from './plan-readme.ts'
import type { PlanRules } from './plan-rules.ts'
import { planSteps } from './plan-steps.ts'
import { planTables } from './plan-tables.ts'
import { resultFile, RESULTS, SAMPLE_FILE } from './steps/results.ts'

type Asked = ParsedInputOf<'scale.plan'>

/** @throws AppError as the contract says of `scale.plan` */
export async function makePlan(asked: Asked, context: ReaderContext): Promise<ScalePlan> {
  if (asked.from > asked.to)
    throw new AppError('recipe-years', 'years', { values: { value: `${asked.from}–${asked.to}` } })
  if (/\.parquet$/i.test(asked.works))
    throw new AppError('scale-works', asked.works, { values: { works: asked.works } })
  const given = await filesOf(asked, context)
  refuse(given)
  const { journals, mapping } = given.subjects
  const places = planPlaces(given.institutions, given.metros, context.resourcesDir)
  const tables = planTables(places, journals)
  const rules: PlanRules = {
    ...asked.options,
    from: asked.from,
    to: asked.to,
    mapping,
    journals: journals !== null,
    pairsFrom: asked.pairsFrom,
    sampleOf: asked.sampleOf,
  }
  const told = rulesInWords(rules)
  const hash = planHash(told, tables)
  const dialect = dialectOf(asked.engine, asked.cluster ?? null)
  const steps = planSteps(dialect, rules, asked.works, asked.shards, hash).map(({ name, sql }) => ({
    name: `sql/${name}`,
    text: sql,
  }))
  const manifest = {
    format: PLAN_FORMAT,
    version: PLAN_VERSION,
    plan: hash,
    app: context.appVersion,
    date: asked.date ?? null,
    engine: asked.engine,
    works: asked.works,
    shards: asked.shards,
    rules: told,
    metros: given.metros.head.edition,
    files: hashesOf([...tables, ...steps]),
    results: [...Object.keys(RESULTS).map((table) => resultFile(table as keyof typeof RESULTS)), SAMPLE_FILE],
  }
  const counts = {
    institutions: places.byNode.length,
    cities: places.resolved.cities.length,
    journals: journals?.journals ?? null,
  }
  return {
    plan: hash,
    ...counts,
    files: [
      { name: 'README.txt', text: planReadme(asked, { plan: hash, ...counts }, dialect.run) },
      { name: PLAN_MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` },
      ...steps,
      ...tables,
      // The folder that engines write into; they make none.
      { name: 'results/README.txt', text: `${Object.keys(RESULTS).join(', ')}\n` },
    ],
  }
}

async function filesOf({ files }: Asked, context: ReaderContext): Promise<GivenFiles> {
  const countries = loadCountries(context.resourcesDir)
  const paths = files === undefined ? [] : (context.resolveFiles?.(files) ?? [])
  return readGivenFiles({ paths, articles: 'elsewhere' }, null, countries, {
    resourcesDir: context.resourcesDir,
    signal: new AbortController().signal,
  })
}

/** What cannot be told to an engine is refused, never left out. */
function refuse({ articles, subjects, rules, merged }: GivenFiles): void {
  const [article] = articles
  if (article)
    throw new AppError('scale-file', article.file, { values: { file: article.file, kind: article.kind } })
  const other = rules.find(({ kind }) => kind === 'labels' || kind === 'suburbs')
  if (other) throw new AppError('scale-file', other.file, { values: { file: other.file, kind: other.kind } })
  if (merged && merged.institutions.size + merged.works.size > 0)
    throw new AppError('scale-file', 'merged ids', { values: { file: 'merged_ids', kind: 'merged' } })
  const titles = subjects.journals?.byTitle.size ?? 0
  if (titles > 0) throw new AppError('scale-titles', `${titles} titles`, { values: { titles } })
}
