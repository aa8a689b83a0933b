/**
 * A process of its own: DuckDB does with a file of works what an import does: contributions of institutions, and their
 * statistics by year. Prints milliseconds of both steps. Its sums are floats; it keeps no words, names or indices.
 */
import { DuckDBInstance } from '@duckdb/node-api'

const [path = '', threads = '2'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads })
const connection = await instance.connect()

async function timed(...statements: string[]): Promise<number> {
  const started = performance.now()
  for (const sql of statements) await connection.run(sql)
  return performance.now() - started
}

const columns = `{id: 'VARCHAR', publication_year: 'INT', doi: 'VARCHAR', type: 'VARCHAR', ni_subjects: 'VARCHAR[]',
  authorships: 'STRUCT(institutions STRUCT(id VARCHAR)[], countries VARCHAR[])[]'}`
const collapse = await timed(
  `CREATE TEMP TABLE works AS SELECT id, publication_year AS year, coalesce(ni_subjects, []) AS subjects, authorships
   FROM read_json('${path.replaceAll("'", "''")}', format = 'newline_delimited', maximum_object_size = 67108864,
     columns = ${columns}) WHERE len(authorships) > 0`,
  `CREATE TABLE contributions AS
   WITH authors AS (SELECT id, len(authorships) AS n, unnest(authorships) AS author FROM works),
   places AS (SELECT id, n, CASE
     WHEN len(author.institutions) > 0 THEN list_distinct(list_transform(author.institutions, lambda i: i.id))
     WHEN len(author.countries) > 0 THEN list_distinct(author.countries) ELSE [''] END AS list FROM authors),
   parts AS (SELECT id, n, len(list) AS k, unnest(list) AS place FROM places)
   SELECT id, place, sum(1.0::DOUBLE / (n * k)) AS share FROM parts GROUP BY 1, 2`,
)
const derive = await timed(
  `CREATE TABLE article_subjects AS SELECT id, year, 'all' AS subject FROM works
   UNION ALL SELECT id, year, unnest(subjects) FROM works`,
  `CREATE TABLE statistics AS SELECT subject, year, place, sum(share) AS share, count(*) AS articles
   FROM contributions JOIN article_subjects USING (id) GROUP BY ALL`,
)
const result = await connection.runAndReadAll('SELECT count(*), sum(share) FROM contributions')
const [rows, share] = result.getRows()[0] ?? []
const rss = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ collapse, derive, rows: Number(rows), share: Number(share), rss }))
process.exit(0)
