/** `npm run bench`: prints what is measured beside its goal. `npm run bench -- NAME…` runs those alone. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Benchmark } from './benchmark.ts'
import { figureText } from './benchmark.ts'
import { bootstrap } from './bootstrap.ts'
import { coldStart } from './cold-start.ts'
import { deck } from './deck.ts'
import { exportedFiles } from './exports.ts'
import { fiftyMillion, fiveMillion } from './import/beyond.ts'
import { importLong, imports, indexQueries, largeImport } from './import/index.ts'
import { largeQueries } from './large/index.ts'
import { networkDrawing } from './network-drawing.ts'
import { networkLayout } from './network-layout.ts'
import { queries } from './queries.ts'
import { reports } from './reports.ts'
import { bundleSizes } from './sizes.ts'
import { views } from './views/index.ts'

const BENCHMARKS: Benchmark[] = [
  coldStart,
  queries,
  bundleSizes,
  imports,
  indexQueries,
  largeImport,
  importLong,
  largeQueries,
  networkLayout,
  networkDrawing,
  deck,
  exportedFiles,
  reports,
  bootstrap,
  views,
]

/** Minutes and gigabytes: run where they are named. */
const LONG: Benchmark[] = [fiveMillion, fiftyMillion]

const wanted = process.argv.slice(2)
const all = [...BENCHMARKS, ...LONG]
const names = all.map(({ name }) => name)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}`)
  process.exit(2)
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`,
)
const [load = 0] = loadavg()
if (load > availableParallelism() / 2) {
  console.log(`Load average ${load.toFixed(1)}: other programs are at work, so times come out too long.`)
}
for (const { name, about, run } of wanted.length > 0 ? all : BENCHMARKS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}: ${about}`)
  try {
    for (const figure of await run()) console.log(figureText(figure))
  } catch (error) {
    console.log(`  FAILED: ${(error as Error).message}`)
    process.exitCode = 1
  }
}
