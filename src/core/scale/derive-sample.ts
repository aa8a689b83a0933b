/** The articles of a plan's sample, counted once more on the laptop, against what the engine says they come to. */
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { AppError } from '../../shared/contract/errors.ts'
import { indexOptions } from '../../shared/contract/imports.ts'
import { ALL_SUBJECTS, SUBJECTS } from '../../shared/domain/subjects.ts'
import type { ImportContext, ReaderContext, ThreadContext } from '../context.ts'
import type { Contribution } from '../counting/exact.ts'
import { sumExactly } from '../counting/exact.ts'
import { reduced } from '../counting/fraction.ts'
import { datasetPath } from '../datasets/files.ts'
import { newTemporaryFolder } from '../datasets/temporary.ts'
import type { ReadableDb } from '../db/handles.ts'
import { openReadable } from '../db/open.ts'
import { importIndex } from '../import/run/import-index.ts'
import { writePrivateFile } from '../kept/private.ts'
import { articleParts } from './article-parts.ts'
import type { BroughtPlan } from './read-plan.ts'
import { partsOf, resultRows } from './read-results.ts'
import { SAMPLE_FILE } from './steps/results.ts'
import { PLAN_KINDS } from './steps/statistics.ts'

export interface SampleCheck {
  articles: number
  /** Shares and Counts of entities, years and subjects that were compared. */
  compared: number
  /** As `city|lisbon|2020|all`. */
  different: string[]
}

interface Counted {
  articles: number
  shares: Map<string, Contribution[]>
  counts: Map<string, number>
}

const ID = 'sample-of-plan'

/** The sample counted here in a folder of its own, which goes afterwards. @throws AppError as `deriveSampleIn` */
export async function deriveSample(plan: BroughtPlan, context: ReaderContext): Promise<SampleCheck> {
  const folder = newTemporaryFolder(context.dataDir)
  try {
    return await deriveSampleIn(folder, plan, context)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param folder becomes the data folder of an index of the sample, `sampleIn`, where anything of it counts
 * @throws AppError as an import of the sample does, but for one of which nothing counts; scale-missing
 */
export async function deriveSampleIn(
  folder: string,
  plan: BroughtPlan,
  context: ThreadContext & { signal?: AbortSignal },
  keepWords = false,
): Promise<SampleCheck> {
  const shares = new Map<string, Contribution[]>()
  for await (const [kind, entity, year, subject, denominator, parts] of resultRows(plan.folder, 'sampled')) {
    const part = { numerator: BigInt(parts as string), denominator: BigInt(denominator as string) }
    put(shares, `${kind}|${entity}|${year}|${subject}`, part)
  }
  const counts = new Map<string, number>()
  for await (const [kind, entity, year, subject, articles] of resultRows(plan.folder, 'sampled_counts'))
    counts.set(`${kind}|${entity}|${year}|${subject}`, Number(articles))
  const ours = await countedHere(folder, plan, context, keepWords)
  const keys = [
    ...new Set([...ours.shares.keys(), ...shares.keys(), ...ours.counts.keys(), ...counts.keys()]),
  ]
  const different = keys.filter(
    (key) =>
      inWords(ours.shares.get(key)) !== inWords(shares.get(key)) || ours.counts.get(key) !== counts.get(key),
  )
  return { articles: ours.articles, compared: 2 * keys.length, different }
}

/** The file of the sample's index. */
export const sampleIn = (folder: string): string => datasetPath(folder, ID)

async function countedHere(
  folder: string,
  plan: BroughtPlan,
  context: ThreadContext & { signal?: AbortSignal },
  keepWords: boolean,
): Promise<Counted> {
  const counted: Counted = { articles: 0, shares: new Map(), counts: new Map() }
  const works = partsOf(join(plan.folder, SAMPLE_FILE), SAMPLE_FILE).filter((path) => statSync(path).size > 0)
  if (works.length === 0 || !(await imported(plan, works, folder, context, keepWords))) return counted
  const db = openReadable(sampleIn(folder), ID)
  try {
    await count(db, plan, counted)
  } finally {
    db.close()
  }
  return counted
}

/** Whether anything of the sample counts. */
async function imported(
  plan: BroughtPlan,
  works: readonly string[],
  folder: string,
  context: ThreadContext & { signal?: AbortSignal },
  keepWords: boolean,
): Promise<boolean> {
  const journals = plan.rules.journals ? [writeJournals(plan.folder, folder)] : []
  const { types, includeRetracted, includeTruncated, spreadUnknown, mapping } = plan.rules
  const counting = { types, includeRetracted, includeTruncated, spreadUnknown }
  try {
    await importIndex(
      {
        ...{
          paths: [...works, ...journals, writeMapping(mapping, folder)],
          as: ID,
          name: undefined,
          mode: 'create',
        },
        options: indexOptions.parse({ ...counting, printedPlaces: false, keepWords }),
      },
      importing(context, folder),
    )
    return true
  } catch (error) {
    const issues = error instanceof AppError ? (error.details.issues ?? []) : []
    if (issues.length > 0 && issues.every(({ code }) => code === 'nothing-stored')) return false
    throw error
  }
}

async function count(db: ReadableDb, plan: BroughtPlan, counted: Counted): Promise<void> {
  const places = await placesOf(db, plan.folder)
  for (const { year, mask, parts } of articleParts(db)) {
    if (year < plan.rules.from || year > plan.rules.to) continue
    counted.articles += 1
    const within = ALL_SUBJECTS.filter((_, number) => number === 0 || mask & (1 << (number - 1)))
    PLAN_KINDS.forEach((kind, k) => {
      const named = new Set<string>()
      for (const { node, part } of parts) {
        const entity = places[node]?.[k] ?? ''
        named.add(entity)
        for (const subject of within) put(counted.shares, `${kind}|${entity}|${year}|${subject}`, part)
      }
      for (const entity of named)
        for (const subject of within) {
          const key = `${kind}|${entity}|${year}|${subject}`
          counted.counts.set(key, (counted.counts.get(key) ?? 0) + 1)
        }
    })
  }
}

/**
 * Where each kind of affiliation lies, in the order of `PLAN_KINDS`: as the plan's own table has it; of what that does not
 * know, as the engine was told by the works.
 */
async function placesOf(db: ReadableDb, folder: string): Promise<string[][]> {
  const byNode = new Map<string, string[]>()
  for await (const [node, institution, , , city, metro, region] of resultRows(folder, 'nodes'))
    byNode.set(node as string, [institution, city, metro, region] as string[])
  for (const { node = '', city = '', metro = '', country = '' } of tableRows(folder, 'places'))
    byNode.set(node, [node, city, metro, country || (byNode.get(node)?.[3] ?? '')])
  const rows = db.prepare('SELECT node, key FROM nodes').all() as { node: number; key: string }[]
  const places: string[][] = []
  for (const { node, key } of rows)
    places[node] = byNode.get(/^\d+$/.test(key) ? `I${key}` : key) ?? PLAN_KINDS.map(() => '')
  return places
}

export const tableRows = (plan: string, table: string): Record<string, string>[] =>
  parse(readFileSync(join(plan, `tables/${table}.csv`)), { columns: true })

/** The plan's table of journals as the list that an import reads. */
function writeJournals(plan: string, folder: string): string {
  const path = join(folder, 'journals.csv')
  const lines = tableRows(plan, 'journals').map(
    ({ journal = '', first = '', last = '', in_index: inIndex, mask }) => [
      ...(journal.startsWith('S') ? [journal, ''] : ['', journal]),
      SUBJECTS.filter((_, bit) => Number(mask) & (1 << bit)).join(';'),
      ...[inIndex === '1' ? 'yes' : 'no', first, last],
    ],
  )
  const head = ['source_id', 'issn', 'subjects', 'in_index', 'from', 'to']
  writePrivateFile(path, stringify([head, ...lines]))
  return path
}

/** The plan's fields and concepts as the table that an import reads. */
function writeMapping(
  { edition, fields, concepts }: BroughtPlan['rules']['mapping'],
  folder: string,
): string {
  const path = join(folder, 'subjects.json')
  const entries = (list: readonly (readonly [number, number])[]) =>
    list.map(([id, mask]) => ({ id, subjects: SUBJECTS.filter((_, bit) => mask & (1 << bit)) }))
  const table = {
    edition,
    fields: entries(fields as [number, number][]),
    concepts: entries(concepts as [number, number][]),
  }
  writePrivateFile(path, JSON.stringify({ format: 'science-cities-subjects', ...table }))
  return path
}

/** An import into a folder of its own, of which nobody is told. */
const importing = (
  { resourcesDir, appVersion, now, signal }: ThreadContext & { signal?: AbortSignal },
  dataDir: string,
): ImportContext => ({
  ...{ dataDir, resourcesDir, appVersion, now },
  emit: () => undefined,
  progress: () => undefined,
  releaseReaders: async () => undefined,
  resolveToken: (token) => token,
  resolveFiles: (token) => [token],
  signal: signal ?? new AbortController().signal,
})

function put(to: Map<string, Contribution[]>, key: string, part: Contribution): void {
  const known = to.get(key)
  if (known) known.push(part)
  else to.set(key, [part])
}

function inWords(parts: readonly Contribution[] | undefined): string {
  const { numerator, denominator } = reduced(sumExactly(parts ?? []))
  return `${numerator}/${denominator}`
}
