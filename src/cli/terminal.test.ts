/** Names come from files of anybody: none of them commands the terminal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { ProgressLine } from './progress.ts'
import { runCli } from './program.ts'
import { formatTable } from './table.ts'

const HOSTILE = '\u001b[31mred\u009b2J\u0007\u202etxt.exe'
const SHOWN = '�[31mred�2J��txt.exe'
const folder = mkdtempSync(join(tmpdir(), 'science-cities-terminal-'))
const core = createCore({ dataDir: join(folder, 'data'), resourcesDir, appVersion })
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

async function cli(isTerminal: boolean, ...args: string[]) {
  let [out, err] = ['', '']
  const code = await runCli(args, {
    stdout: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString()),
    stderr: (text) => (err += text),
    ...{ isTerminal, env: {}, core },
  })
  return { code, out, err }
}

test('a cell of a table, whatever it holds, is one line that is seen', () => {
  const rows = [{ name: HOSTILE }, { name: 'two\nlines' }]
  const table = formatTable(rows, [{ head: 'Name', value: ({ name }) => name }])
  expect(table).toBe(`Name\n${SHOWN}\ntwo�lines\n`)
})

test('a message tells what was given without obeying it', async () => {
  const { code, err } = await cli(true, 'import', 'works', join(folder, `${HOSTILE}.jsonl`), '--as', 'mine')
  expect(code).not.toBe(0)
  expect(err).toContain(SHOWN)
  const usage = await cli(true, 'rank', `--${HOSTILE}`)
  expect([usage.code, usage.err.includes(SHOWN)]).toEqual([2, true])
  const device = await cli(true, 'sample', 'create', '--as', 'con')
  expect([device.code, device.err.includes('not a device of Windows')]).toEqual([2, true])
})

test('text for a terminal is cleaned, the same piped on keeps every byte', async () => {
  const members = join(folder, 'group.txt')
  writeFileSync(members, `Beijing\n${HOSTILE}\n`)
  expect((await cli(false, 'groups', 'save', 'Ours', '--from', members)).code).toBe(0)
  const [piped, shown] = [
    await cli(false, 'groups', 'show', 'Ours', '--format', 'csv'),
    await cli(true, 'groups', 'show', 'Ours', '--format', 'csv'),
  ]
  expect(piped.out).toContain('\u202etxt.exe')
  expect(shown.out).toContain('�txt.exe')
  // eslint-disable-next-line no-control-regex -- what must not be there
  expect(shown.out + shown.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
})

test('a line of progress that is replaced holds no other command than its own', () => {
  let written = ''
  const io = { stderr: (text: string) => void (written += text), messageColumns: 80 }
  new ProgressLine(io, 'en').showText(HOSTILE)
  expect(written).toBe(`\r\u001b[K${SHOWN}`)
})
