/** To which institution, city, metropolitan area and country each affiliation belongs. */
import type { Dialect } from '../dialects/dialect.ts'
import { idNumber, updatedDigits, workNumber } from './records.ts'

/** Tables of places that a plan carries. */
export const PLACES = {
  places: {
    node: 'text',
    name: 'text',
    ror: 'text',
    city: 'text',
    metro: 'text',
    country: 'text',
    city_country: 'text',
  },
  rors: { ror: 'text', city: 'text', metro: 'text', country: 'text', city_country: 'text' },
} as const

/** What the works that count say of institutions which no file describes: the newest word. */
export function sightingsStep(d: Dialect): string {
  const told = (name: string) => d.field('institution', name)
  const number = idNumber(d, told('id'), 'I')
  const authors = d.rows(
    `(
      SELECT ${workNumber(d)} AS work, ${updatedDigits(d)} AS updated, ${d.list('authorships')} AS authorships FROM works_source
    ) AS works`,
    d.each('authorships', d.list(d.field('x', 'institutions'))),
    'institutions',
  )
  return d.create(
    'sightings',
    `SELECT node, name, ror, country FROM (
  SELECT node, name, ror, country, row_number() OVER (PARTITION BY node ORDER BY updated DESC, work,
    CASE WHEN name IS NULL THEN 1 ELSE 0 END, name, CASE WHEN ror = '' THEN 1 ELSE 0 END, ror,
    CASE WHEN country = '' THEN 1 ELSE 0 END, country) AS place
  FROM (
    SELECT 'I' || ${number} AS node, seen.work AS work, seen.updated AS updated, ${told('display_name')} AS name,
      lower(${d.found(told('ror'), '(?i)(0[a-z0-9]{8})$')}) AS ror,
      upper(${d.found(told('country_code'), '(?i)^([a-z]{2})$')}) AS country
    FROM ${d.rows(`(SELECT work, updated, institutions FROM ${authors}) AS seen`, 'institutions', 'institution')}
    WHERE ${number} <> ''
  ) AS words
  INNER JOIN (SELECT DISTINCT work AS counted, updated AS counted_at FROM records WHERE counts) AS taken
    ON taken.counted = words.work AND taken.counted_at = words.updated
  WHERE node NOT IN (SELECT node FROM places)
) AS ranked WHERE place = 1`,
  )
}

/** A row for each kind of affiliation in use; what is not known is an empty text. */
export function nodesStep(d: Dialect, shard: string): string {
  const isInstitution = `${d.found('used.node', '^I([0-9]+)$')} <> ''`
  const isCountry = `${d.found('used.node', '^([A-Z]{2})$')} <> ''`
  return d.create(
    `nodes_${shard}`,
    `SELECT used.node AS node, CASE WHEN ${isInstitution} THEN used.node ELSE '' END AS institution,
  coalesce(own.name, seen.name, CASE WHEN ${isInstitution} THEN used.node ELSE '' END) AS name,
  coalesce(own.ror, nullif(seen.ror, ''), '') AS ror,
  coalesce(own.city, by_ror.city, '') AS city, coalesce(own.metro, by_ror.metro, '') AS metro,
  CASE WHEN ${isCountry} THEN used.node
    ELSE coalesce(own.country, by_ror.country, nullif(seen.country, ''), own.city_country, by_ror.city_country, '') END AS region
FROM (SELECT DISTINCT node FROM contributions) AS used
LEFT JOIN places AS own ON own.node = used.node
LEFT JOIN sightings AS seen ON seen.node = used.node
LEFT JOIN rors AS by_ror ON by_ror.ror = seen.ror`,
  )
}
