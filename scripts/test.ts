/** `npm test`: every suite, then one line that sums them. Fails where one failed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRoot } from '../src/core/app-info.ts'
import type { Counts } from './support/counts.ts'
import {
  addCounts,
  COUNTS_VARIABLE,
  countsText,
  noCounts,
  readCounts,
  vitestCounts,
} from './support/counts.ts'

interface Outcome {
  name: string
  /** Null where the suite did not run. */
  counts: Counts | null
}

const folder = mkdtempSync(join(tmpdir(), 'science-cities-tests-'))

function run(args: string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(process.execPath, args, {
    cwd: appRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

/** A suite that ended in failure failed at least once, even where it lived too short to count. */
function outcome(name: string, status: number, counts: Counts | null): Outcome {
  if (status !== 0 && (counts?.failed ?? 0) === 0)
    return { name, counts: { ...(counts ?? noCounts()), failed: 1 } }
  return { name, counts }
}

function runUnit(): Outcome {
  const report = join(folder, 'unit.json')
  const cli = join(appRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const status = run([cli, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return outcome('unit', status, existsSync(report) ? vitestCounts(readFileSync(report, 'utf8')) : null)
}

function runScript(name: string, file: string): Outcome {
  const script = join(appRoot, 'scripts', file)
  if (!existsSync(script)) return { name, counts: null }
  const report = join(folder, `${name}.jsonl`)
  const status = run([script], { [COUNTS_VARIABLE]: report })
  return outcome(name, status, readCounts(report))
}

const outcomes = [runUnit(), runScript('e2e', 'test-e2e.ts'), runScript('electron', 'test-electron.ts')]
rmSync(folder, { recursive: true, force: true })

console.log('')
for (const { name, counts } of outcomes) {
  console.log(`${name}: ${counts ? countsText(counts) : 'NOT RUN (see above)'}`)
}
const sum = outcomes.map(({ counts }) => counts ?? noCounts()).reduce(addCounts)
for (const failure of sum.failures ?? []) console.log(`failed: ${failure.replace(`${appRoot}/`, '')}`)
console.log(countsText(sum))
process.exit(sum.failed > 0 ? 1 : 0)
