/** The articles of a plan's sample, counted once more on the laptop, against what the engine says they come to. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { parse } from 'csv-parse/sync'
import { indexOptions } from '../../shared/contract/imports.ts'
import { SUBJECTS } from '../../shared/domain/subjects.ts'
import type { ImportContext, ReaderContext } from '../context.ts'
import type { Contribution } from '../counting/exact.ts'
import { sumExactly } from '../counting/exact.ts'
import { reduced } from '../counting/fraction.ts'
import { datasetPath } from '../datasets/files.ts'
import { newTemporaryFolder } from '../datasets/temporary.ts'
import { openReadable } from '../db/open.ts'
import type { ReadableDb } from '../db/handles.ts'
import { importIndex } from '../import/run/import-index.ts'
import { articleParts } from './article-parts.ts'
import type { BroughtPlan } from './read-plan.ts'
import { partsOf, resultRows } from './read-results.ts'
import { SAMPLE_FILE } from './steps/results.ts'
import { PLAN_KINDS } from './steps/statistics.ts'

export interface SampleCheck {
  articles: number
  /** Shares of entities and years that were compared. */
  compared: number
  /** As `city|lisbon|2020`. */
  different: string[]
}

/** @throws AppError as an import of the sample does; scale-missing */
export async function deriveSample(plan: BroughtPlan, context: ReaderContext): Promise<SampleCheck> {
  const theirs = new Map<string, Contribution[]>()
  for await (const [kind, entity, year, denominator, parts] of resultRows(plan.folder, 'sampled')) {
    const part = { numerator: BigInt(parts as string), denominator: BigInt(denominator as string) }
    put(theirs, `${kind}|${entity}|${year}`, part)
  }
  const { articles, shares: ours } = await countedHere(plan, context)
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])]
  const different = keys.filter((key) => inWords(ours.get(key)) !== inWords(theirs.get(key)))
  return { articles, compared: keys.length, different }
}

async function countedHere(plan: BroughtPlan, context: ReaderContext) {
  const shares = new Map<string, Contribution[]>()
  let articles = 0
  const folder = newTemporaryFolder(context.dataDir)
  try {
    const works = partsOf(join(plan.folder, SAMPLE_FILE), SAMPLE_FILE).map((path, k) => {
      const copy = join(folder, `works-${k}-${basename(path).replace(/\.json$/, '')}.jsonl`)
      copyFileSync(path, copy)
      return copy
    })
    if (works.every((path) => readFileSync(path).length === 0)) return { articles, shares }
    const journals = plan.rules.journals ? [writeJournals(plan.folder, folder)] : []
    const { types, includeRetracted, includeTruncated, spreadUnknown } = plan.rules
    const counting = { types, includeRetracted, includeTruncated, spreadUnknown }
    await importIndex(
      {
        ...{ paths: [...works, ...journals], as: 'sample-of-plan', name: undefined, mode: 'create' },
        options: indexOptions.parse({ ...counting, printedPlaces: false, keepWords: false }),
      },
      importing(context, folder),
    )
    const db = openReadable(datasetPath(folder, 'sample-of-plan'), 'sample-of-plan')
    try {
      const places = await placesOf(db, plan.folder)
      for (const { year, parts } of articleParts(db)) {
        if (year < plan.rules.from || year > plan.rules.to) continue
        articles += 1
        for (const { node, part } of parts)
          PLAN_KINDS.forEach((kind, k) => put(shares, `${kind}|${places[node]?.[k] ?? ''}|${year}`, part))
      }
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { articles, shares }
}

/** Where the results say that each kind of affiliation lies, in the order of `PLAN_KINDS`. */
async function placesOf(db: ReadableDb, folder: string): Promise<string[][]> {
  const byNode = new Map<string, string[]>()
  for await (const [node, institution, , , city, metro, region] of resultRows(folder, 'nodes'))
    byNode.set(node as string, [institution, city, metro, region] as string[])
  const rows = db.prepare('SELECT node, key FROM nodes').all() as { node: number; key: string }[]
  const places: string[][] = []
  for (const { node, key } of rows) {
    const number = /^\d+$/.exec(key)
    places[node] = byNode.get(number ? `I${key}` : key) ?? PLAN_KINDS.map(() => '')
  }
  return places
}

/** The plan's table of journals as the list that an import reads: a row for each of its years. */
function writeJournals(plan: string, folder: string): string {
  const path = join(folder, 'journals.csv')
  const rows: Record<string, string>[] = parse(readFileSync(join(plan, 'tables/journals.csv')), {
    columns: true,
  })
  const lines = rows.map(({ journal = '', year = '', in_index: inIndex, mask }) => [
    ...(journal.startsWith('S') ? [journal, ''] : ['', journal]),
    SUBJECTS.filter((_, bit) => Number(mask) & (1 << bit)).join(';'),
    ...[inIndex === '1' ? 'yes' : 'no', year, year],
  ])
  writeFileSync(path, stringify([['source_id', 'issn', 'subjects', 'in_index', 'from', 'to'], ...lines]))
  return path
}

/** An import into a folder of its own, of which nobody is told. */
const importing = ({ resourcesDir, appVersion, now }: ReaderContext, dataDir: string): ImportContext => ({
  ...{ dataDir, resourcesDir, appVersion, now },
  emit: () => undefined,
  progress: () => undefined,
  releaseReaders: async () => undefined,
  resolveToken: (token) => token,
  resolveFiles: (token) => [token],
  signal: new AbortController().signal,
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
