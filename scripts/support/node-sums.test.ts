/** The Node that npm's scripts run on, which no lock pins: `.ci/set-up` compares its sum before it runs anything. */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { appRoot } from '../../src/core/app-info.ts'

const list = readFileSync(join(appRoot, '.ci', 'node.sha256'), 'utf8')
const sums = new Map(
  [...list.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map(([, sum = '', system = '']) => [system, sum]),
)

test('the sums are those of the version that is locked', () => {
  const { packages } = JSON.parse(readFileSync(join(appRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>
  }
  expect(/version (\d+\.\d+\.\d+)/.exec(list)?.[1]).toBe(packages['node_modules/node']?.version)
  expect([...sums.keys()]).toEqual(['linux-x64', 'linux-arm64', 'win32-x64'])
})

const known = sums.get(`${process.platform}-${process.arch}`)
test.skipIf(!known)(
  known ? 'the installed Node has its sum' : 'no sum is known for this system (skipped)',
  async () => {
    const { resolve } = createRequire(import.meta.url)
    const name = process.platform === 'win32' ? 'node.exe' : 'node'
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(dirname(resolve('node/package.json')), 'bin', name)), hash)
    expect(hash.digest('hex')).toBe(known)
  },
)
