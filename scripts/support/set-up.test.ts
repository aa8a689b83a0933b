/** `.ci/set-up` beside an npm and a Node that only note what they are asked: nothing that was fetched runs before it is compared. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appRoot } from '../../src/core/app-info.ts'

const FETCHED = '#!/bin/sh\necho "the fetched node ran" >> "$NOTES"\n'
const NPM = `#!/bin/sh
echo "npm $*" >> "$NOTES"
case "$1" in ci) mkdir -p node_modules/node/bin node_modules/.bin ;; esac
`
const NODE = `#!/bin/sh
echo "node $* in \${PWD##*/}, scripts ignored: $npm_config_ignore_scripts" >> "$NOTES"
cp "$FETCHED" bin/node
`
const BEFORE = [
  'npm ci --ignore-scripts --no-audit --no-fund',
  'node installArchSpecificPackage.js in node, scripts ignored: true',
]

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'science-cities-test-'))
  for (const folder of ['.ci', 'bin']) mkdirSync(join(root, folder))
  cpSync(join(appRoot, '.ci', 'set-up'), join(root, '.ci', 'set-up'))
  for (const [name, text] of Object.entries({ 'bin/npm': NPM, 'bin/node': NODE, fetched: FETCHED })) {
    writeFileSync(join(root, name), text)
    chmodSync(join(root, name), 0o755)
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function setUp(sum: string) {
  writeFileSync(join(root, '.ci', 'node.sha256'), `# sums\n${sum}  linux-x64\n`)
  const notes = join(root, 'notes')
  const PATH = `${join(root, 'bin')}:${process.env['PATH']}`
  const env = { PATH, NOTES: notes, FETCHED: join(root, 'fetched') }
  const { status, stderr } = spawnSync('bash', [join(root, '.ci', 'set-up')], { env, encoding: 'utf8' })
  return { status, stderr, notes: readFileSync(notes, 'utf8').trim().split('\n') }
}

const onLinux = test.skipIf(process.platform !== 'linux')

onLinux('a Node of another sum ends it before that Node ran or came onto a PATH', () => {
  const { status, stderr, notes } = setUp('0'.repeat(64))
  expect(status).toBe(1)
  expect(stderr).toContain('is none of .ci/node.sha256')
  expect(notes).toEqual(BEFORE)
  expect(existsSync(join(root, 'node_modules/node/bin/node'))).toBe(true)
})

onLinux('the Node of the list is put where scripts find it, by no script of a package', () => {
  const { status, notes } = setUp(createHash('sha256').update(FETCHED).digest('hex'))
  expect(status).toBe(0)
  expect(notes).toEqual([...BEFORE, 'npm rebuild --ignore-scripts node'])
})

test('the whole check sets up by it, before anything else of npm', () => {
  const lines = readFileSync(join(appRoot, '.ci', 'run'), 'utf8').split('\n')
  const first = lines.findIndex((line) => /^(npm|npx|node) /.test(line))
  expect(lines.indexOf('bash .ci/set-up')).toBeGreaterThan(0)
  expect(lines.indexOf('bash .ci/set-up')).toBeLessThan(first)
})

test('the package "node" is installed by the script that is run here', () => {
  const { scripts } = JSON.parse(readFileSync(join(appRoot, 'node_modules/node/package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(scripts).toEqual({ preinstall: 'node installArchSpecificPackage' })
})
