import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../../scripts/support/build.ts'
import { fuzzHost } from './index.ts'

/** `npm run trials -- fuzz-host [MINUTES] [SEED]`. */
export async function tellFuzzHost(minutes: number, seed: number): Promise<boolean> {
  await buildIfStale('app')
  const found = join(tmpdir(), 'science-cities-fuzz-found')
  const { wrong, ...trial } = await fuzzHost({ minutes, seed, found })
  console.log(JSON.stringify({ seed, ...trial, wrong: wrong.slice(0, 60) }, null, 2))
  if (wrong.length > 0) console.log(`${wrong.length} wrong; their files lie in ${found}`)
  return wrong.length === 0
}
