/** What a ranking costs: through the core's thread, and as a page asks for it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLoopback } from '../../scripts/support/loopback.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import type { Benchmark } from './benchmark.ts'
import { spread, timed } from './benchmark.ts'

const TIMES = { times: 500, warmUp: 50 }
const INPUTS: { what: string; input: InputOf<'rankings.list'> }[] = [
  { what: 'ranking', input: {} },
  { what: 'ranking of a region by Count', input: { region: 'CN', sort: 'count', descending: true } },
  { what: 'ranking, search in Chinese', input: { search: '南京' } },
]

/** A failed query must not be measured as a fast one. */
function mustHaveRows(result: unknown): void {
  const { ok, value } = result as { ok: boolean; value?: { rows: unknown[] } }
  if (!ok || !value?.rows.length)
    throw new Error(`the ranking has no rows: ${JSON.stringify(result).slice(0, 300)}`)
}

export const queries: Benchmark = {
  name: 'queries',
  about: 'the ranking query',
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
    const { core, host, close } = await startLoopback({ dataDir })
    try {
      const opened = await fetch(host.openUrl, { redirect: 'manual' })
      const headers = {
        cookie: opened.headers.getSetCookie()[0]?.split(';')[0] ?? '',
        'content-type': 'application/json',
      }
      const figures = []
      for (const { what, input } of INPUTS) {
        const throughCore = async () => mustHaveRows(await core.call('rankings.list', input))
        const overHttp = async () => {
          const request = { method: 'POST', headers, body: JSON.stringify(input) }
          mustHaveRows(await (await fetch(`${host.address}/api/call/rankings.list`, request)).json())
        }
        figures.push(...spread(`${what}, thread`, await timed(throughCore, TIMES), 5))
        figures.push(...spread(`${what}, HTTP`, await timed(overHttp, TIMES)))
      }
      return figures
    } finally {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}
