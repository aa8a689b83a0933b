/**
 * `scale`: two real corpora by an import on the laptop and by plans in DuckDB and ClickHouse, whole and with the works in
 * 3 and in 7 files and passes. Every Share and score as a fraction, every Count and joint article: none may differ. What each
 * engine counted is brought back by `imports.planResult`, and its rankings are printed as the import's: rank, Count, Share.
 * ClickHouse needs the package `chdb`, whose place SCIENCE_CITIES_CHDB names.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ScaleEngine } from '../../src/shared/domain/scale-engines.ts'
import { temporaryFolder } from '../support/edition.ts'
import { differences, figuresIn, importedFigures, plannedFigures } from '../support/scale/compare.ts'
import { rankingDifferences } from '../support/scale/result-rankings.ts'
import { chdb } from '../support/scale/run-plan.ts'

const CORPORA = ['global-health', 'management']
const SHARDS = [1, 3, 7]

export async function scaleTrial(): Promise<boolean> {
  const corpora = join(import.meta.dirname, '../../../shared/corpora')
  if (!existsSync(corpora)) {
    process.stdout.write('skipped: no ../shared\n')
    return true
  }
  const engines: ScaleEngine[] = chdb === null ? ['duckdb'] : ['duckdb', 'clickhouse']
  if (chdb === null) process.stdout.write('ClickHouse skipped: SCIENCE_CITIES_CHDB names no chdb\n')
  const dir = temporaryFolder()
  let found = 0
  try {
    for (const corpus of CORPORA) {
      const read = (name: string) => gunzipSync(readFileSync(join(corpora, `${corpus}-${name}.jsonl.gz`)))
      const [whole, institutions] = [join(dir, 'works.jsonl'), join(dir, 'institutions.jsonl')]
      writeFileSync(whole, read('works'))
      writeFileSync(institutions, read('institutions'))
      const laptop = await importedFigures(dir, [whole, institutions])
      for (const shards of SHARDS) {
        const parts = join(dir, `works-${shards}`)
        split(read('works').toString('utf8').trimEnd().split('\n'), shards, parts)
        for (const engine of engines) {
          const started = performance.now()
          const asked = {
            engine,
            works: join(parts, '*.jsonl'),
            files: [institutions],
            from: 1500,
            to: 2200,
            shards,
          }
          const plan = join(dir, 'plan')
          const different = differences(laptop, await plannedFigures(plan, asked))
          const result = await rankingDifferences(join(dir, 'data'), plan)
          found += different.length + result.different.length
          const seconds = ((performance.now() - started) / 1000).toFixed(1)
          process.stdout.write(
            `${corpus}, ${engine}, ${shards} files and passes: ${figuresIn(laptop)} figures, ${different.length} different (${seconds} s)\n`,
          )
          process.stdout.write(
            `  brought back: ${result.rows} rows of rankings, ${result.different.length} different\n`,
          )
          for (const line of [...different.slice(0, 5), ...result.different.slice(0, 5)])
            process.stdout.write(`  ${line}\n`)
        }
      }
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  return found === 0
}

/** Records dealt out over files, so that duplicates lie apart. */
function split(lines: readonly string[], files: number, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (let k = 0; k < files; k++) {
    const own = lines.filter((_, at) => at % files === k)
    writeFileSync(join(folder, `part-${k}.jsonl`), `${own.join('\n')}\n`)
  }
}
