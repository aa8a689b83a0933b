/** Steps of each shard and of all together: figures of entities, years and subjects; pairs; totals of the index. */
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { Dialect } from '../dialects/dialect.ts'
import type { PlanRules } from '../plan-rules.ts'

/** Kinds of entity that have figures; an empty id is what is not known. */
export const PLAN_KINDS = ['institution', 'city', 'metro', 'region'] as const
/** Kinds of which pairs are put out. */
export const PAIRED_KINDS = ['institution', 'city', 'region'] as const

const paired = (kind: string) => `${kind} IN (${PAIRED_KINDS.map((each) => `'${each}'`).join(', ')})`

/** The whole, whose bit is 0, and the subjects by their bits. */
export const subjectsStep = (d: Dialect): string =>
  d.create(
    'subjects',
    d.values(
      ALL_SUBJECTS.map((name, number) => [number, number === 0 ? 0 : 1 << (number - 1), name]),
      ['subject', 'bit', 'name'],
    ),
  )

/** Each article once for the whole and once for each of its subjects. */
export const withSubjects = (d: Dialect, from: string, mask = 'mask') =>
  `${from}\nINNER JOIN subjects ON subjects.subject = 0 OR ${d.bits(mask, 'subjects.bit')} > 0`

/** Which parts of an article an entity has. */
export const partsStep = (d: Dialect, shard: string): string =>
  d.create(
    `parts_${shard}`,
    PLAN_KINDS.map(
      (
        kind,
      ) => `SELECT '${kind}' AS kind, nodes_${shard}.${kind} AS entity, work, year, mask, denominator, ${d.sum('times')} AS times
FROM contributions INNER JOIN nodes_${shard} ON nodes_${shard}.node = contributions.node
GROUP BY nodes_${shard}.${kind}, work, year, mask, denominator`,
    ).join('\nUNION ALL\n'),
  )

/** Entities of each article. */
export const membersStep = (d: Dialect, shard: string): string =>
  d.create(`members_${shard}`, `SELECT DISTINCT kind, entity, work, year, mask FROM parts_${shard}`)

/** How many parts of each denominator make up the Share of an entity. */
export const sharesStep = (d: Dialect, shard: string): string =>
  d.create(
    `shares_${shard}`,
    `SELECT kind, entity, year, subjects.subject AS subject, denominator, ${d.sum('times')} AS parts
FROM ${withSubjects(d, `parts_${shard} AS parts`)}
GROUP BY kind, entity, year, subjects.subject, denominator`,
  )

/** Articles of an entity, each once. */
export const countsStep = (d: Dialect, shard: string): string =>
  d.create(
    `counts_${shard}`,
    `SELECT kind, entity, year, subjects.subject AS subject, count(*) AS articles
FROM ${withSubjects(d, `members_${shard} AS members`)}
GROUP BY kind, entity, year, subjects.subject`,
  )

/** Parts of authors without an affiliation: as many as there are such authors. */
export const unaffiliatedStep = (d: Dialect, shard: string): string =>
  d.create(
    `unaffiliated_${shard}`,
    `SELECT year, subjects.subject AS subject, denominator, ${d.sum('times')} AS parts
FROM ${withSubjects(d, `(SELECT * FROM contributions WHERE node = '') AS nobody`)}
GROUP BY year, subjects.subject, denominator`,
  )

/** Articles of the index. */
export const totalsStep = (d: Dialect, shard: string): string =>
  d.create(
    `totals_${shard}`,
    `SELECT year, subjects.subject AS subject, count(*) AS articles
FROM ${withSubjects(d, `(SELECT DISTINCT work, year, mask FROM contributions) AS articles_of`)}
GROUP BY year, subjects.subject`,
  )

/** Articles that two entities have in common. */
export const jointStep = (d: Dialect, shard: string): string =>
  d.create(
    `joint_${shard}`,
    `SELECT a.kind AS kind, a.entity AS a, b.entity AS b, a.year AS year, subjects.subject AS subject, count(*) AS articles
FROM ${withSubjects(
      d,
      `members_${shard} AS a
INNER JOIN members_${shard} AS b ON b.work = a.work AND b.kind = a.kind`,
      'a.mask',
    )}
WHERE a.entity <> '' AND a.entity < b.entity AND ${paired('a.kind')}
GROUP BY a.kind, a.entity, b.entity, a.year, subjects.subject`,
  )

/**
 * Pairs with enough joint articles in all years together, those of all shards: of a pair that is told every year and subject
 * is, so that no sum over years lacks a part.
 */
export const pairsStep = (d: Dialect, rules: PlanRules, shards: readonly string[]): string =>
  d.create(
    'pairs',
    `SELECT joint.kind AS kind, joint.a AS a, joint.b AS b, joint.year AS year, joint.subject AS subject,
  ${d.sum('joint.articles')} AS articles
FROM (${allOf('joint', shards)}) AS joint
INNER JOIN (
  SELECT kind, a, b FROM (${allOf('joint', shards)}) AS every
  WHERE subject = 0 GROUP BY kind, a, b HAVING ${d.sum('articles')} >= ${rules.pairsFrom}
) AS often ON often.kind = joint.kind AND often.a = joint.a AND often.b = joint.b
GROUP BY joint.kind, joint.a, joint.b, joint.year, joint.subject`,
  )

/** How many parts of each denominator make up the bilateral collaboration score: those of both in the joint articles. */
export const scoresStep = (d: Dialect, shard: string): string => {
  const half = (
    own: 'a' | 'b',
  ) => `  SELECT parts.kind AS kind, ${own === 'a' ? 'parts.entity' : 'other.entity'} AS a,
    ${own === 'a' ? 'other.entity' : 'parts.entity'} AS b, parts.year AS year, parts.mask AS mask,
    parts.denominator AS denominator, parts.times AS times
  FROM parts_${shard} AS parts
  INNER JOIN members_${shard} AS other ON other.work = parts.work AND other.kind = parts.kind
  WHERE ${paired('parts.kind')} AND parts.entity <> '' AND other.entity <> ''
    AND parts.entity ${own === 'a' ? '<' : '>'} other.entity`
  return d.create(
    `scores_${shard}`,
    `SELECT pairs.kind AS kind, pairs.a AS a, pairs.b AS b, pairs.year AS year, pairs.subject AS subject,
  both_parts.denominator AS denominator, ${d.sum('both_parts.times')} AS parts
FROM ${withSubjects(d, `(\n${half('a')}\n  UNION ALL\n${half('b')}\n) AS both_parts`, 'both_parts.mask')}
INNER JOIN pairs ON pairs.kind = both_parts.kind AND pairs.a = both_parts.a AND pairs.b = both_parts.b
  AND pairs.year = both_parts.year AND pairs.subject = subjects.subject
GROUP BY pairs.kind, pairs.a, pairs.b, pairs.year, pairs.subject, both_parts.denominator`,
  )
}

/** The rows of a table of every shard. */
export const allOf = (table: string, shards: readonly string[]): string =>
  shards.map((shard) => `SELECT * FROM ${table}_${shard}`).join(' UNION ALL ')
