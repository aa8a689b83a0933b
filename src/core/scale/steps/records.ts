/** Step 2: every record of a work, counting or not, with what decides between records and the parts of its article. */
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../../../shared/domain/years.ts'
import { SUBJECT_SPELLINGS } from '../../import/rules/subject-names.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { quoted } from '../dialects/dialect.ts'
import type { PlanRules } from '../plan-rules.ts'

/** ISSNs of a record that are looked up in the list of journals. */
const ISSNS = 6

/** A factor under which quotients of numbers of authors stay apart as whole numbers. */
const APART = 10n ** 12n

export function recordsStep(d: Dialect, rules: PlanRules): string {
  return d.create(
    'records',
    `WITH heads AS (
${headsQuery(d)}
), named AS (
${nodesQuery(d)}
)
${judgedQuery(d, rules)}`,
  )
}

const OPENALEX = '(?:(?:https?://)?(?:[a-z]+\\.)?openalex\\.org/(?:[a-z]+/)?)?'

/** Number of an id of OpenAlex, in any of its forms; an empty text for anything else. @param kind the letter before it */
export const idNumber = (d: Dialect, text: string, kind: string) =>
  d.found(text, `(?i)^\\s*${OPENALEX}${kind}([0-9]{1,15})\\s*$`)

const fieldNumber = (d: Dialect, text: string) => d.found(text, `(?i)^\\s*${OPENALEX}([0-9]{1,15})\\s*$`)

const digits = (d: Dialect, text: string) => d.whole(d.found(text, '^\\s*([0-9]{1,15})(?:\\.0+)?\\s*$'))

/** The year of a date, with or without its time. */
const yearOfDate = (d: Dialect, text: string) =>
  d.whole(d.found(text, '^\\s*([0-9]{4})(?:-[0-9]{2}(?:-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}.*)?)?)?\\s*$'))

const isTrue = (field: string) => `lower(trim(coalesce(${field}, ''))) IN ('true', '1')`

/** Number of a work's id; -1 where it is none of OpenAlex. */
export const workNumber = (d: Dialect): string => `coalesce(${d.whole(idNumber(d, 'id', 'W'))}, -1)`

/** The first 14 digits of a date and time, so that later ones are greater; 0 where there is none. */
export const updatedDigits = (d: Dialect): string =>
  `coalesce(${d.whole(`substring(${d.replaced(`coalesce(updated_date, '')`, '[^0-9]', '')} || '00000000000000', 1, 14)`)}, 0)`

/** Each record's fields, told apart from what they are written like. */
function headsQuery(d: Dialect): string {
  // What is no record is no author.
  const authorships = d.those(d.list('authorships'), d.isThere('x'))
  const source = d.field('primary_location', 'source')
  const field = d.field('primary_topic', 'field')
  const ids = d.those(
    d.each(d.list(d.field('x', 'institutions')), idNumber(d, d.field('y', 'id'), 'I'), 'y'),
    `x <> ''`,
  )
  const countries = d.those(
    d.each(d.list(d.field('x', 'countries')), d.found(`upper(coalesce(y, ''))`, '^([A-Z]{2})$'), 'y'),
    `x <> ''`,
  )
  const issns = d.joined(
    d.listOf(d.field(source, 'issn_l')),
    d.list(d.field(source, 'issn')),
    d.listOf(d.field('host_venue', 'issn_l')),
    d.list(d.field('host_venue', 'issn')),
  )
  const fields = d.joined(
    d.listOf(d.field(field, 'id')),
    d.each(d.list('topics'), d.field(d.field('x', 'field'), 'id')),
  )
  const tops = d.those(
    d.list('concepts'),
    `coalesce(${d.field('x', 'level')}, '') = '0' AND NOT ${d.isBelow(d.field('x', 'score'), '0.3')}`,
  )
  const year = `coalesce(${digits(d, 'publication_year')}, ${yearOfDate(d, 'publication_year')})`
  return `  SELECT
    ${workNumber(d)} AS work,
    CASE WHEN trim(coalesce(publication_year, '')) = '' THEN ${yearOfDate(d, 'publication_date')} ELSE ${year} END AS year,
    ${updatedDigits(d)} AS updated,
    ${doiOf(d)} AS doi,
    lower(type) AS type,
    ${isTrue('is_retracted')} AS retracted,
    ${isTrue('is_authors_truncated')} OR coalesce(${digits(d, 'authors_count')}, 0) > ${d.size(authorships)} AS cut,
    ${d.size(authorships)} AS authors,
    publication_year IS NOT NULL OR type IS NOT NULL OR ${d.size(authorships)} > 0 AS is_work,
    ${idNumber(d, `coalesce(${d.field(source, 'id')}, ${d.field('host_venue', 'id')})`, 'S')} AS source,
    ${d.distinct(d.those(d.each(issns, issnOf(d)), `x <> ''`))} AS issns,
    ${d.those(d.each(fields, fieldNumber(d, 'x')), `x <> ''`)} AS fields,
    ${d.each(tops, idNumber(d, d.field('x', 'id'), 'C'))} AS concepts,
    ${d.each(d.joined(d.list('ni_subjects'), d.list('subjects')), `lower(trim(coalesce(x, '')))`)} AS subject_names,
    ${d.each(authorships, d.distinct(ids))} AS institutions,
    ${d.each(authorships, d.distinct(countries))} AS countries
  FROM works_source`
}

/** From where its number begins, in lower case and without escapes; empty where there is none. */
function doiOf(d: Dialect): string {
  const text = d.replaced(`coalesce(doi, '')`, '^[\\x00-\\x20]+|[\\x00-\\x20]+$', '')
  const number = d.found(text, '(?s)(10\\..*)$')
  return d.lower(d.unescaped(`CASE WHEN ${number} = '' THEN ${text} ELSE ${number} END`))
}

const issnOf = (d: Dialect) =>
  d.replaced(
    d.found(d.replaced(`upper(coalesce(x, ''))`, '[\\s\\-‐–]', ''), '^(?:[EPL]?ISSN:?)?([0-9]{7}[0-9X])$'),
    '^(....)',
    d.first('-'),
  )

/** What each author's affiliations name: institutions, or countries where none is given, or nothing. */
function nodesQuery(d: Dialect): string {
  return `  SELECT heads.*,
    ${d.pairwise('institutions', 'countries', `CASE WHEN ${d.size('x')} > 0 THEN ${d.each('x', `'I' || i`, 'i')} WHEN ${d.size('y')} > 0 THEN y ELSE ${d.listOf(`''`)} END`)} AS nodes,
    ${d.size(d.those('institutions', `${d.size('x')} > 0`))} AS with_institution,
    ${d.size(d.those(d.pairwise('institutions', 'countries', `${d.size('x')} + ${d.size('y')}`), 'x > 0'))} AS with_any
  FROM heads`
}

/** Whether the record counts, why not, and for which subjects. */
function judgedQuery(d: Dialect, rules: PlanRules): string {
  const types = rules.types.map(quoted).join(', ')
  const reasons = [
    ['work < 0', 'no-id'],
    [`year IS NULL OR year < ${EARLIEST_YEAR} OR year > ${LATEST_YEAR}`, 'year'],
    [`type IS NOT NULL AND type NOT IN (${types || `''`})`, 'type'],
    ...(rules.includeRetracted ? [] : [['retracted', 'retracted']]),
    ['authors = 0', 'no-authors'],
    ...(rules.includeTruncated ? [] : [['cut', 'truncated-authors']]),
    ...(rules.journals ? [['NOT in_index', 'not-in-index']] : []),
  ]
  const divisor = rules.spreadUnknown ? 'CASE WHEN with_any > 0 THEN with_any ELSE authors END' : 'authors'
  const share = (authors: string) =>
    `CASE WHEN authors = 0 THEN 0 ELSE ${d.quotient(`${authors} * ${APART}`, divisor)} END`
  return `SELECT work, year, updated, doi, nodes, reason, mask, divisor, reason = '' AS counts,
  ${share('with_institution')} AS told_institutions, ${share('with_any')} AS told_places,
  ${d.size(d.distinct(d.those(d.flat('nodes'), `x <> ''`)))} AS told_kinds,
  ${d.inOne(d.distinct(d.flat('nodes')))} AS content
FROM (
  SELECT named.*, ${divisor} AS divisor,
    CASE ${reasons.map(([when, reason]) => `WHEN ${when} THEN '${reason}'`).join(' ')} ELSE '' END AS reason,
    ${maskOf(d, rules)} AS mask
  FROM (${withJournals(d, rules)}) AS named
  WHERE is_work
) AS judged`
}

/** The first row of the list of journals that knows the source, then each ISSN in the order of the record. */
function withJournals(d: Dialect, rules: PlanRules): string {
  if (!rules.journals) return `SELECT named.*, 0 AS journal_mask, true AS in_index FROM named`
  const keys = [`'S' || source`, ...Array.from({ length: ISSNS }, (_, k) => d.at('issns', k + 1))]
  const joins = keys.map(
    (key, k) =>
      `LEFT JOIN journals AS j${k} ON j${k}.journal = ${key}\n      AND named.year >= j${k}.first AND named.year <= j${k}.last`,
  )
  const first = (column: string) => `coalesce(${keys.map((_, k) => `j${k}.${column}`).join(', ')}, 0)`
  return `SELECT named.*, ${first('mask')} AS journal_mask, ${first('in_index')} = 1 AS in_index
    FROM named ${joins.join('\n    ')}`
}

/** Bits of the subjects: of the names the work gives, else of its journal, else of its fields, else of its concepts. */
function maskOf(d: Dialect, rules: PlanRules): string {
  const named = bitsWhere((bit) => d.hasAny('subject_names', SUBJECT_SPELLINGS[bit] as string[]))
  const of = (list: string, table: ReadonlyMap<number, number>) =>
    bitsWhere((bit) => {
      const numbers = [...table].filter(([, mask]) => mask & (1 << bit)).map(([number]) => String(number))
      return numbers.length === 0 ? null : d.hasAny(list, numbers)
    })
  const { fields, concepts } = rules.mapping
  return `CASE WHEN ${named} > 0 THEN ${named} WHEN journal_mask > 0 THEN journal_mask
      WHEN ${d.size('fields')} > 0 THEN ${of('fields', fields)} ELSE ${of('concepts', concepts)} END`
}

function bitsWhere(holds: (bit: number) => string | null): string {
  const terms = SUBJECTS.flatMap((_, bit) => {
    const condition = holds(bit)
    return condition === null ? [] : [`CASE WHEN ${condition} THEN ${1 << bit} ELSE 0 END`]
  })
  return terms.length === 0 ? '0' : `(${terms.join(' + ')})`
}
