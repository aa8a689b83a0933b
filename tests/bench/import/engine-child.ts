/**
 * A process of its own: an engine of databases does with works what an import does, as far as it can in SQL: rules,
 * duplicates by id and DOI, contributions, places by a file of institutions, subjects, statistics and ranks by year. It
 * keeps no words, makes no index for searching, and hashes no file; its Shares are floats.
 * @param argv duckdb or clickhouse, the works, the institutions, and of ClickHouse where the package `chdb` lies
 */
import { pathToFileURL } from 'node:url'
import { availableParallelism } from 'node:os'

const [engine = '', works = '', institutions = '', chdb = ''] = process.argv.slice(2)
const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`

const DUCKDB = [
  `CREATE TEMP TABLE works AS SELECT row_number() OVER () AS place, id, publication_year AS year, coalesce(updated_date, '') AS updated,
     lower(regexp_replace(coalesce(doi, ''), '^https?://(dx\\.)?doi\\.org/', '')) AS doi,
     primary_topic.field.id AS subject, authorships
   FROM read_json(${quoted(works)}, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
     id: 'VARCHAR', publication_year: 'INT', doi: 'VARCHAR', type: 'VARCHAR', is_retracted: 'VARCHAR', updated_date: 'VARCHAR',
     primary_topic: 'STRUCT(field STRUCT(id VARCHAR))',
     authorships: 'STRUCT(institutions STRUCT(id VARCHAR)[], countries VARCHAR[])[]'})
   WHERE len(authorships) > 0 AND coalesce(type, 'article') IN ('article', 'review') AND coalesce(is_retracted, 'false') = 'false'`,
  `CREATE TEMP TABLE newest AS SELECT place, id, doi, updated, year, subject FROM works
   QUALIFY row_number() OVER (PARTITION BY id ORDER BY updated DESC) = 1`,
  `CREATE TEMP TABLE kept AS SELECT place, year, subject FROM newest
   QUALIFY doi = '' OR row_number() OVER (PARTITION BY doi ORDER BY updated DESC, id) = 1`,
  `CREATE TABLE contributions AS
   WITH authors AS (SELECT place, len(authorships) AS n, unnest(authorships) AS author FROM works),
   lists AS (SELECT place, n, CASE
     WHEN len(author.institutions) > 0 THEN list_distinct(list_transform(author.institutions, lambda i: i.id))
     WHEN len(author.countries) > 0 THEN list_distinct(author.countries) ELSE [''] END AS list FROM authors),
   parts AS (SELECT place, n, len(list) AS k, unnest(list) AS node FROM lists)
   SELECT place, node, sum(1.0::DOUBLE / (n * k)) AS share FROM parts GROUP BY 1, 2`,
  `CREATE TABLE places AS SELECT id AS node, geo.city AS city, country_code AS country
   FROM read_json(${quoted(institutions)}, format = 'newline_delimited',
     columns = {id: 'VARCHAR', country_code: 'VARCHAR', geo: 'STRUCT(city VARCHAR)'})`,
  `CREATE TABLE article_subjects AS SELECT place, year, 'all' AS subject FROM kept
   UNION ALL SELECT place, year, subject FROM kept WHERE subject IS NOT NULL`,
  `CREATE TABLE placed AS SELECT place, contributions.node, share, city, country FROM contributions LEFT JOIN places USING (node)`,
  ...['node', 'city', 'country'].map(
    (entity) => `CREATE TABLE statistics_${entity} AS SELECT subject, year, ${entity}, sum(share) AS share,
       count(DISTINCT place) AS articles, rank() OVER (PARTITION BY subject, year ORDER BY sum(share) DESC) AS rank
     FROM placed JOIN article_subjects USING (place) GROUP BY subject, year, ${entity}`,
  ),
]

const CLICKHOUSE = [
  `CREATE DATABASE IF NOT EXISTS bench`,
  `CREATE TABLE bench.works ENGINE = Memory AS SELECT rowNumberInAllBlocks() AS place, toUInt64OrZero(extract(id, 'W(\\\\d+)$')) AS work,
     publication_year AS year, ifNull(updated_date, '') AS updated,
     lower(replaceRegexpOne(ifNull(doi, ''), '^https?://(dx\\\\.)?doi\\\\.org/', '')) AS doi_key, tupleElement(tupleElement(primary_topic, 'field'), 'id') AS subject,
     arrayMap(a -> (arrayDistinct(arrayFilter(x -> x > 0, arrayMap(i -> toUInt64OrZero(extract(ifNull(i.1, ''), 'I(\\\\d+)$')), a.1))), a.2), authorships) AS authors
   FROM file(${quoted(works)}, 'JSONEachRow', 'id String, doi Nullable(String), publication_year Int32, type Nullable(String),
     is_retracted Nullable(Bool), updated_date Nullable(String), primary_topic Tuple(field Tuple(id Nullable(String))),
     authorships Array(Tuple(institutions Array(Tuple(id Nullable(String))), countries Array(String)))')
   WHERE ifNull(type, 'article') IN ('article', 'review') AND NOT ifNull(is_retracted, false) AND length(authorships) > 0`,
  `CREATE TABLE bench.kept ENGINE = Memory AS SELECT place, year, subject FROM (SELECT place, year, subject, work, updated, doi_key FROM bench.works
     ORDER BY updated DESC LIMIT 1 BY work) ORDER BY updated DESC, work LIMIT 1 BY if(doi_key = '', toString(work), doi_key)`,
  `CREATE TABLE bench.contributions ENGINE = Memory AS SELECT place, node, sum(1 / (n * k)) AS share FROM (
     SELECT place, length(authors) AS n, arrayJoin(authors) AS author, multiIf(length(author.1) > 0, arrayMap(x -> toString(x), author.1),
       length(author.2) > 0, arrayDistinct(author.2), ['']) AS list, length(list) AS k, arrayJoin(list) AS node FROM bench.works) GROUP BY place, node`,
  `CREATE TABLE bench.places ENGINE = Memory AS SELECT extract(id, 'I(\\\\d+)$') AS node, tupleElement(geo, 'city') AS city, country_code AS country
   FROM file(${quoted(institutions)}, 'JSONEachRow', 'id String, country_code Nullable(String), geo Tuple(city Nullable(String))')`,
  `CREATE TABLE bench.placed ENGINE = Memory AS SELECT place, node, share, city, country FROM bench.contributions LEFT JOIN bench.places USING (node)`,
  `CREATE TABLE bench.article_subjects ENGINE = Memory AS SELECT place, year, 'all' AS subject FROM bench.kept
   UNION ALL SELECT place, year, ifNull(subject, '') FROM bench.kept WHERE subject != ''`,
  ...['node', 'city', 'country'].map(
    (
      entity,
    ) => `CREATE TABLE bench.statistics_${entity} ENGINE = Memory AS SELECT *, rank() OVER (PARTITION BY subject, year ORDER BY share DESC) AS rank FROM (
       SELECT subject, year, ${entity}, sum(share) AS share, uniqExact(place) AS articles
       FROM bench.placed JOIN bench.article_subjects USING (place) GROUP BY subject, year, ${entity})`,
  ),
]

interface Chdb {
  Session: new () => { query(sql: string, format: string): unknown }
}

if (engine === 'duckdb') {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) })
  const connection = await instance.connect()
  for (const sql of DUCKDB) await connection.run(sql)
} else {
  const found = (await import(pathToFileURL(chdb).href)) as Chdb & { default?: Chdb }
  const session = new (found.default ?? found).Session()
  for (const sql of CLICKHOUSE) session.query(sql, 'CSV')
}
process.exit(0)
