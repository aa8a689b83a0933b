/** The last steps: what is put out, each figure once however many shards it was made in, and what checks it. */
import type { Dialect } from '../dialects/dialect.ts'
import { quoted } from '../dialects/dialect.ts'
import type { PlanRules } from '../plan-rules.ts'
import { workNumber } from './records.ts'
import { allOf, withSubjects } from './statistics.ts'

/** Columns of the tables that come back, in the order of their files. Numbers are whole; `subject` is the id of one. */
export const RESULTS = {
  totals: ['year', 'subject', 'articles'],
  counts: ['kind', 'entity', 'year', 'subject', 'articles'],
  shares: ['kind', 'entity', 'year', 'subject', 'denominator', 'parts'],
  unaffiliated: ['year', 'subject', 'denominator', 'parts'],
  pairs: ['kind', 'a', 'b', 'year', 'subject', 'articles'],
  scores: ['kind', 'a', 'b', 'year', 'subject', 'denominator', 'parts'],
  nodes: ['node', 'institution', 'name', 'ror', 'city', 'metro', 'region'],
  sampled: ['kind', 'entity', 'year', 'subject', 'denominator', 'parts'],
  sampled_counts: ['kind', 'entity', 'year', 'subject', 'articles'],
  checks: ['name', 'value'],
} as const
export type ResultTable = keyof typeof RESULTS

/** The number that a row of these tables holds, of which `checks` tells the sum; of others it tells the rows alone. */
export const SUMMED = {
  totals: 'articles',
  counts: 'articles',
  shares: 'parts',
  unaffiliated: 'parts',
  pairs: 'articles',
  scores: 'parts',
  nodes: null,
  sampled: 'parts',
  sampled_counts: 'articles',
} as const satisfies Record<Exclude<ResultTable, 'checks'>, string | null>
export type SummedTable = keyof typeof SUMMED

/** 2 to the power of 62, of which four pass the largest number of 64 bits. */
const PROBE = 2n ** 62n
export const PROBE_SUM = 4n * PROBE

export const resultFile = (table: ResultTable): string => `results/${table}.parquet`
export const SAMPLE_FILE = 'results/sample.jsonl'

/** @param plan the hash of the plan, by which its results are known */
export function resultSteps(d: Dialect, rules: PlanRules, shards: readonly string[], plan: string): string[] {
  const queries = resultQueries(d, rules, shards)
  const tables = Object.keys(SUMMED) as SummedTable[]
  return [
    ...tables.map((table) => d.create(`result_${table}`, queries[table])),
    ...tables.map((table) => d.write(`SELECT * FROM result_${table}`, resultFile(table))),
    sampleStep(d, rules),
    checksStep(d, plan),
  ]
}

function resultQueries(
  d: Dialect,
  { sampleOf }: PlanRules,
  shards: readonly string[],
): Record<SummedTable, string> {
  const selected = (table: SummedTable, number: string, from: string, where = '') => {
    const keys = RESULTS[table].filter((column) => column !== SUMMED[table])
    const named = keys.map((key) =>
      key === 'subject' ? 'subjects.name AS subject' : `every.${key} AS ${key}`,
    )
    const by = keys.map((key) => (key === 'subject' ? 'subjects.name' : `every.${key}`))
    return `SELECT ${[...named, `${d.narrow(number)} AS ${SUMMED[table]}`].join(', ')}
FROM ${from}${where}
GROUP BY ${by.join(', ')}`
  }
  const all = (table: string) => `(${allOf(table, shards)}) AS every`
  const added = (table: SummedTable) =>
    selected(
      table,
      d.sum(`every.${SUMMED[table]}`),
      `${all(table)} INNER JOIN subjects ON subjects.subject = every.subject`,
    )
  const inSample = `\nWHERE every.work % ${sampleOf} = 0`
  return {
    totals: added('totals'),
    counts: added('counts'),
    shares: added('shares'),
    unaffiliated: added('unaffiliated'),
    pairs: selected(
      'pairs',
      d.sum('every.articles'),
      'pairs AS every INNER JOIN subjects ON subjects.subject = every.subject',
    ),
    scores: added('scores'),
    nodes: `SELECT DISTINCT ${RESULTS.nodes.join(', ')} FROM ${all('nodes')}`,
    // What the articles of the sample come to, which the laptop derives once more from their records.
    sampled: selected('sampled', d.sum('every.times'), withSubjects(d, all('parts'), 'every.mask'), inSample),
    sampled_counts: selected(
      'sampled_counts',
      'count(*)',
      withSubjects(d, all('members'), 'every.mask'),
      inSample,
    ),
  }
}

/** The records of one article in so many, as they were given. */
const sampleStep = (d: Dialect, { sampleOf }: PlanRules): string =>
  d.write(
    `SELECT * FROM works_whole
WHERE ${workNumber(d)} % ${sampleOf} = 0
  AND ${workNumber(d)} NOT IN (SELECT work FROM twins)`,
    SAMPLE_FILE,
  )

function checksStep(d: Dialect, plan: string): string {
  const told = (name: string, value: string, from: string) =>
    `SELECT ${quoted(name)} AS name, ${d.asText(value)} AS value FROM ${from}`
  const probe = Array.from({ length: 4 }, () => `SELECT ${PROBE} AS times`).join(' UNION ALL ')
  const sums = (Object.entries(SUMMED) as [SummedTable, string | null][]).flatMap(([table, number]) => [
    told(`rows ${table}`, 'count(*)', `result_${table}`),
    ...(number === null ? [] : [told(`sum ${table}`, d.sum(number), `result_${table}`)]),
  ])
  return d.write(
    [
      `SELECT 'plan' AS name, ${quoted(plan)} AS value`,
      told('probe', d.sum('times'), `(${probe}) AS probe`),
      told('lines', 'count(*)', 'works_lines'),
      told('records', 'count(*)', 'records'),
      `SELECT 'records ' || CASE WHEN reason = '' THEN 'counted' ELSE reason END AS name, ${d.asText('count(*)')} AS value FROM records GROUP BY reason`,
      told('works', 'count(*)', 'articles'),
      told('works of one DOI left out', 'count(*)', 'twins'),
      ...sums,
    ].join('\nUNION ALL\n'),
    resultFile('checks'),
  )
}
