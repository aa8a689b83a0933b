/** Told to end while a command runs that takes minutes, the app ends; what was stored is whole at the next start. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Served } from '../../scripts/support/built-host.ts'
import { serveBuilt } from '../../scripts/support/built-host.ts'
import { appRoot } from '../../src/core/app-info.ts'
import { temporaryFolder } from '../support/edition.ts'

const dataDir = temporaryFolder()
const running: Served[] = []
afterAll(async () => {
  for (const { process } of running) process.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** `serve` from source, and what a page of it may do. */
async function serve() {
  const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']
  const served = await serveBuilt({ script, args: ['--data-dir', dataDir] })
  running.push(served)
  let said = ''
  served.process.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const { origin } = new URL(served.openUrl)
  const opened = await fetch(served.openUrl, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    process: served.process,
    said: () => said,
    async call(name: string, input: object): Promise<unknown> {
      const headers = { cookie, origin, 'content-type': 'application/json' }
      const body = JSON.stringify(input)
      return (await fetch(`${origin}/api/call/${name}`, { method: 'POST', headers, body })).json()
    },
    /** Resolves when an event of this type came. */
    async event(type: string): Promise<void> {
      const { body } = await fetch(`${origin}/api/events`, { headers: { cookie } })
      let text = ''
      for await (const part of body ?? []) {
        text += Buffer.from(part).toString()
        if (text.includes(`"type":"${type}"`)) return
      }
      throw new Error(`no ${type} came:\n${text}`)
    },
  }
}

test('serve ends at SIGTERM while a sample of full size is made', async () => {
  const first = await serve()
  const begun = first.event('imports.progress')
  const made = first.call('samples.create', { as: 'sample', scale: 1, seed: 1 })
  await begun
  const ended = once(first.process, 'exit')
  first.process.kill('SIGTERM')
  expect(await made).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await ended).toEqual([0, null])
  expect(first.said()).toContain('Finishing …')
  expect(existsSync(join(dataDir, 'datasets', 'sample.sqlite'))).toBe(false)

  const second = await serve()
  expect(await second.call('rankings.list', {})).toMatchObject({ ok: true, value: { total: 100 } })
  const verified = await second.call('datasets.verify', { dataset: 'science-cities-2024' })
  expect(verified).toMatchObject({ ok: true, value: { ok: true } })
  second.process.kill('SIGINT')
  expect(await once(second.process, 'exit')).toEqual([0, null])
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a command says at %s that it is cancelled, and leaves what was stored',
  async (signal) => {
    const id = signal.toLowerCase()
    const script = join(appRoot, 'src', 'cli', 'index.ts')
    const args = [script, 'sample', 'create', '--scale', '1', '--as', id, '--data-dir', dataDir]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const at = (name: string) => join(dataDir, 'datasets', name)
    await expect.poll(() => existsSync(at(`${id}.lock.json`)), { timeout: 60_000 }).toBe(true)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(said).toMatch(/Cancelling …\n(.*\n)*Cancelled\./)
    expect(said).not.toContain('AppError')
    expect(existsSync(at(`${id}.sqlite`))).toBe(false)
  },
)
