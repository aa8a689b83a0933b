/**
 * Devices, pipes, sockets and links that lead to themselves, wherever the command line takes a path to read: refused by name
 * at once. The places are read from the program's own help, so that one added later is tried too.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/program.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { BUNDLED, temporaryFolder } from '../support/edition.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const posix = process.platform !== 'win32'
const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
/** A pipe that nobody writes to must not be waited for. */
const WITHIN_MS = 60_000
const listening = createServer()
let core: Core

beforeAll(async () => {
  core = createCore({ dataDir: at('data'), resourcesDir, appVersion })
  await core.ready
  if (!posix) return
  execFileSync('mkfifo', [at('pipe')])
  symlinkSync(at('loop'), at('loop'))
  symlinkSync('/dev/zero', at('to-device'))
  await new Promise<void>((resolve) => listening.listen(at('socket'), resolve))
  writeWorks(at('works.jsonl'), makeWorks(30))
  writeInstitutions(folder)
})
afterAll(async () => {
  await core.close()
  listening.close()
  rmSync(folder, { recursive: true, force: true })
})

async function cli(args: readonly string[], own: Core | null = core) {
  let [out, err] = ['', '']
  const run = runCli(args, {
    stdout: (text) => void (out += Buffer.from(text as string).toString()),
    stderr: (text) => void (err += text),
    isTerminal: false,
    env: {},
    ...(own ? { core: own } : {}),
  })
  const late = new Promise<'waits'>((resolve) => setTimeout(resolve, WITHIN_MS, 'waits').unref())
  return { code: await Promise.race([run, late]), out, said: () => err + out }
}

/** Path-taking places by the help of each command: `import works files`, `import works --journals`. */
async function places(path: readonly string[] = []): Promise<string[]> {
  const { out } = await cli([...path, '--help'])
  const below = /\nCommands:\n((?: {2}.*\n?)+)/.exec(out)?.[1] ?? ''
  const names = [...below.matchAll(/^ {2}([a-z][\w-]*)/gm)].map((match) => match[1] ?? '')
  const found: string[] = []
  for (const name of names) if (name !== 'help') found.push(...(await places([...path, name])))
  if (names.length > 0) return found
  const usage = /Usage: .*/.exec(out)?.[0] ?? ''
  const given = [...usage.matchAll(/[<[](files?|dir|path|folder)(?:\.\.\.)?[>\]]/g)].map(
    (match) => match[1] ?? '',
  )
  const options = [...out.matchAll(/(--[\w-]+) <(?:files?|dir|path|folder)(?:\.\.\.)?>/g)].map(
    (match) => match[1] ?? '',
  )
  return [...given, ...options]
    .filter((each) => each !== '--out' && each !== '--data-dir')
    .map((each) => [...path, each].join(' '))
}

const works = ['import', 'works', at('works.jsonl'), at('institutions.jsonl'), '--as', 'x']
const plan = ['scale', 'plan', '--engine', 'duckdb', '--works', 'w', '--from', '2020', '--to', '2021']
const table = ['import', 'affiliations', at('works.jsonl'), '--as', 'x']
/** What makes each place be read. `@` is the path. */
const ASKED: Record<string, readonly string[]> = {
  'import works files': ['import', 'works', '@', '--as', 'x'],
  'import affiliations files': ['import', 'affiliations', '@', '--as', 'x'],
  'import preview files': ['import', 'preview', '@'],
  'import preview --map': ['import', 'preview', at('works.jsonl'), '--map', '@'],
  'import affiliations --map': [...table, '--map', '@'],
  'import plan-result dir': ['import', 'plan-result', '@', '--as', 'x'],
  'import edition dir': ['import', 'edition', '@', '--as', 'x'],
  'recipe --journals': ['recipe', '--country', 'PT', '--from', '2020', '--to', '2021', '--journals', '@'],
  'recipe --institutions': [
    'recipe',
    '--city',
    'Lisbon, PT',
    '--from',
    '2020',
    '--to',
    '2021',
    '--institutions',
    '@',
  ],
  'groups save --from': ['groups', 'save', 'Ours', '--from', '@'],
  // Named otherwise in the help, as a word may stand there too.
  'report --template': ['report', '--template', '@', '--dataset', 'science-cities-2024'],
}

describe.skipIf(!posix)('a path to read', () => {
  test('in each place is refused by name where it is no file', async () => {
    const all = new Set([...(await places()), ...Object.keys(ASKED)])
    expect(all.size).toBeGreaterThan(30)
    const wrong: string[] = []
    for (const place of all) {
      const words = place.split(' ')
      const option = words.at(-1) ?? ''
      const command = words.slice(0, -1)
      const base = place.startsWith('import works')
        ? works
        : place.startsWith('import affiliations')
          ? table
          : place.startsWith('scale plan')
            ? plan
            : null
      const asked =
        ASKED[place] ?? (option.startsWith('--') ? [...(base ?? command), option, '@'] : [...command, '@'])
      for (const odd of ['/dev/zero', at('pipe'), at('to-device'), at('socket'), at('loop')]) {
        const { code, said } = await cli(asked.map((arg) => (arg === '@' ? odd : arg)))
        const named = said().includes(odd)
        if (code === 'waits' || code === 0 || !named || /internal|Unknown error|\n\s+at /.test(said()))
          wrong.push(`${place} ${odd.replace(folder, '')}: ${code} ${said()}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('as the template of a figure too', async () => {
    execFileSync('mkfifo', [at('pipe.pptx')])
    symlinkSync('/dev/zero', at('device.pptx'))
    symlinkSync(at('loop.pptx'), at('loop.pptx'))
    for (const odd of ['pipe.pptx', 'device.pptx', 'loop.pptx'].map(at)) {
      const { code, said } = await cli(['rank', '--format', 'pptx', '--theme', odd, '--out', at('out.pptx')])
      expect([code, said()]).toEqual([1, expect.stringContaining(odd)])
    }
  })

  test('within a folder is passed over, and the rest is read', async () => {
    const mixed = at('mixed')
    mkdirSync(mixed)
    writeWorks(join(mixed, 'works.jsonl'), makeWorks(30))
    writeInstitutions(mixed)
    execFileSync('mkfifo', [join(mixed, 'pipe.jsonl')])
    symlinkSync('/dev/zero', join(mixed, 'device.jsonl'))
    symlinkSync(mixed, join(mixed, 'round'))
    symlinkSync(join(mixed, 'loop.csv'), join(mixed, 'loop.csv'))
    const stored = await cli(['import', 'works', mixed, '--as', 'mixed', '--quiet'])
    expect([stored.code, stored.said()]).toEqual([0, expect.stringContaining('"stored"')])
  })

  test('as a table of an edition is refused by name', async () => {
    const edition = at('edition')
    for (const [name, make] of [
      ['top100-2023.csv', (path: string) => execFileSync('mkfifo', [path])],
      ['facts-2024.csv', (path: string) => symlinkSync('/dev/zero', path)],
    ] as const) {
      rmSync(edition, { recursive: true, force: true })
      cpSync(BUNDLED, edition, { recursive: true })
      rmSync(join(edition, name))
      make(join(edition, name))
      const { code, said } = await cli(['import', 'edition', edition, '--as', 'odd'])
      expect([name, code, said()]).toEqual([name, expect.toBeOneOf([1, 3]), expect.stringContaining(name)])
    }
  })

  test('as the data folder is no folder', async () => {
    for (const odd of ['/dev/null', at('pipe'), at('loop'), at('works.jsonl')]) {
      const { code, said } = await cli(['rank', '--data-dir', odd], null)
      expect([odd, code, said()]).toEqual([odd, 1, expect.stringContaining(odd)])
      expect(said()).not.toMatch(/internal|\n\s+at /)
    }
  })
})
