/** Steps 3 to 5: of records with one id, then of those with one DOI, the newest; then the parts of each article. */
import type { Dialect } from '../dialects/dialect.ts'
import type { PlanRules } from '../plan-rules.ts'

/** Of records with one id the newest; of one date that which counts, then that which tells more of its affiliations. */
export const articlesStep = (d: Dialect): string =>
  d.create(
    'articles',
    `SELECT work, year, updated, doi, nodes, counts, reason, mask, divisor FROM (
  SELECT records.*, row_number() OVER (PARTITION BY work ORDER BY updated DESC,
    CASE WHEN counts THEN 0 ELSE 1 END, told_institutions DESC, told_places DESC, told_kinds DESC,
    ${d.asText('year')}, ${d.asText('mask')}, ${d.asText('divisor')}, content, doi) AS place
  FROM records WHERE work >= 0
) AS ranked WHERE place = 1`,
  )

/** Works that another one with their DOI leaves out: the newest stays, on a tie the lowest id, whether it counts or not. */
export const twinsStep = (d: Dialect): string =>
  d.create(
    'twins',
    `SELECT work FROM (
  SELECT work, row_number() OVER (PARTITION BY doi ORDER BY updated DESC, work) AS place
  FROM articles WHERE doi <> ''
) AS ranked WHERE place > 1`,
  )

/**
 * How often each affiliation has which part of an article: 1 / (authors × affiliations of the author). A count of
 * parts with one denominator is a whole number, and adds up over any machines in any order.
 * @param shard which articles: those whose number leaves this remainder
 */
export function contributionsStep(d: Dialect, rules: PlanRules, shard: Shard): string {
  const unknown = rules.spreadUnknown
    ? `\nWHERE NOT (${d.at('affiliations', 1)} = '' AND divisor < authors)`
    : ''
  const kept = `SELECT articles.*, ${d.size('nodes')} AS authors FROM articles LEFT JOIN twins ON twins.work = articles.work
    WHERE twins.work IS NULL AND counts AND year BETWEEN ${rules.from} AND ${rules.to}${shardCondition(shard)}`
  return d.create(
    'contributions',
    `SELECT work, year, mask, node, denominator, count(*) AS times FROM (
  SELECT work, year, mask, node, divisor * m AS denominator FROM ${d.rows(
    `(
    SELECT work, year, mask, divisor, affiliations, ${d.size('affiliations')} AS m
    FROM ${d.rows(`(${kept}) AS kept`, 'nodes', 'affiliations')}${unknown}
  ) AS authors`,
    'affiliations',
    'node',
  )}
) AS parts GROUP BY work, year, mask, node, denominator`,
  )
}

/** Articles whose number leaves this remainder. */
export interface Shard {
  index: number
  of: number
}

const shardCondition = ({ index, of }: Shard) => (of === 1 ? '' : ` AND articles.work % ${of} = ${index}`)
