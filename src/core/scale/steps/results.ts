/** The last steps: what is put out, each figure once however many shards it was made in, and what checks it. */
import type { Dialect } from '../dialects/dialect.ts'
import { quoted } from '../dialects/dialect.ts'
import type { PlanRules } from '../plan-rules.ts'
import { workNumber } from './records.ts'
import { allOf } from './statistics.ts'

/** Columns of the tables that come back, in the order of their files. Numbers are whole; `subject` is the id of one. */
export const RESULTS = {
  totals: ['year', 'subject', 'articles'],
  counts: ['kind', 'entity', 'year', 'subject', 'articles'],
  shares: ['kind', 'entity', 'year', 'subject', 'denominator', 'parts'],
  pairs: ['kind', 'a', 'b', 'year', 'subject', 'articles'],
  scores: ['kind', 'a', 'b', 'year', 'subject', 'denominator', 'parts'],
  nodes: ['node', 'institution', 'name', 'ror', 'city', 'metro', 'region'],
  sampled: ['kind', 'entity', 'year', 'denominator', 'parts'],
  checks: ['name', 'value'],
} as const
export type ResultTable = keyof typeof RESULTS

/** 2 to the power of 62, of which four pass the largest number of 64 bits. */
const PROBE = 2n ** 62n
export const PROBE_SUM = 4n * PROBE

export const resultFile = (table: ResultTable): string => `results/${table}.parquet`
export const SAMPLE_FILE = 'results/sample.jsonl'

/** @param plan the hash of the plan, by which its results are known */
export function resultSteps(d: Dialect, rules: PlanRules, shards: readonly string[], plan: string): string[] {
  const added = (table: ResultTable, sum: string) => {
    const keys = RESULTS[table].filter((column) => column !== sum)
    const named = keys.map((key) => (key === 'subject' ? 'subjects.name AS subject' : key))
    const by = keys.map((key) => (key === 'subject' ? 'subjects.name' : key))
    return d.write(
      `SELECT ${[...named, `${d.narrow(d.sum(sum))} AS ${sum}`].join(', ')}
FROM (${allOf(table, shards)}) AS every INNER JOIN subjects ON subjects.subject = every.subject
GROUP BY ${by.join(', ')}`,
      resultFile(table),
    )
  }
  return [
    added('totals', 'articles'),
    added('counts', 'articles'),
    added('shares', 'parts'),
    d.write(
      `SELECT kind, a, b, year, subjects.name AS subject, ${d.narrow('articles')} AS articles
FROM pairs INNER JOIN subjects ON subjects.subject = pairs.subject`,
      resultFile('pairs'),
    ),
    added('scores', 'parts'),
    d.write(
      `SELECT DISTINCT ${RESULTS.nodes.join(', ')} FROM (${allOf('nodes', shards)}) AS every`,
      resultFile('nodes'),
    ),
    sampledStep(d, rules, shards),
    sampleStep(d, rules),
    checksStep(d, shards, plan),
  ]
}

/** What the articles of the sample come to, which the laptop derives once more from their records. */
const sampledStep = (d: Dialect, { sampleOf }: PlanRules, shards: readonly string[]): string =>
  d.write(
    `SELECT kind, entity, year, denominator, ${d.narrow(d.sum('times'))} AS parts
FROM (${allOf('parts', shards)}) AS every WHERE work % ${sampleOf} = 0
GROUP BY kind, entity, year, denominator`,
    resultFile('sampled'),
  )

/** The records of one article in so many, as they were given. */
const sampleStep = (d: Dialect, { sampleOf }: PlanRules): string =>
  d.write(
    `SELECT * FROM works_whole
WHERE ${workNumber(d)} % ${sampleOf} = 0
  AND ${workNumber(d)} NOT IN (SELECT work FROM twins)`,
    SAMPLE_FILE,
  )

function checksStep(d: Dialect, shards: readonly string[], plan: string): string {
  const number = (value: string) => d.asText(value)
  const probe = Array.from({ length: 4 }, () => `SELECT ${PROBE} AS times`).join(' UNION ALL ')
  return d.write(
    [
      `SELECT 'plan' AS name, ${quoted(plan)} AS value`,
      `SELECT 'probe' AS name, ${number(d.sum('times'))} AS value FROM (${probe}) AS probe`,
      `SELECT 'records' AS name, ${number('count(*)')} AS value FROM records`,
      `SELECT 'records ' || CASE WHEN reason = '' THEN 'counted' ELSE reason END AS name, ${number('count(*)')} AS value FROM records GROUP BY reason`,
      `SELECT 'works' AS name, ${number('count(*)')} AS value FROM articles`,
      `SELECT 'works of one DOI left out' AS name, ${number('count(*)')} AS value FROM twins`,
      `SELECT 'articles' AS name, ${number(d.sum('articles'))} AS value FROM (${allOf('totals', shards)}) AS every WHERE subject = 0`,
    ].join('\nUNION ALL\n'),
    resultFile('checks'),
  )
}
