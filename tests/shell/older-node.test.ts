/** The built command line on a Node that is too old for it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { nodeTooOld } from '../../src/cli/node-version.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()

beforeAll(ensureBuilt, 120_000)

/** A Node of this machine that is too old for the command line. */
function olderNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const found = (process.env['PATH'] ?? '').split(delimiter).map((entry) => join(entry, name))
  return found.filter(existsSync).find((node) => {
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
    return /^v\d+\.\d+/.test(stdout) && nodeTooOld(stdout.trim().slice(1)) !== null
  })
}
const older = olderNode()

test.skipIf(!older)(
  older ? 'an older Node is told so in one line' : 'an older Node is told so (skipped: there is none here)',
  () => {
    for (const command of [['rank'], ['serve'], ['--help']]) {
      const args = [join(projectDir, 'out', 'main', 'cli.js'), ...command, '--data-dir', folder('older-node')]
      const { status, signal, stdout, stderr } = spawnSync(older ?? '', args, { encoding: 'utf8' })
      expect({ status, signal, stdout }).toEqual({ status: 1, signal: null, stdout: '' })
      expect(stderr).toMatch(/^science-cities needs Node .*; this is Node [\d.]+\.\n$/)
    }
  },
)
