/** Each option of the command line that names a file to be read refuses a pipe by its name, and waits for nobody. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { cliOn } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-odd-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
const works = join(dataDir, 'works.jsonl')
const pipe = join(dataDir, 'pipe.json')
if (process.platform !== 'win32') execFileSync('mkfifo', [pipe])
writeFileSync(works, '{}\n')
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const recipe = ['recipe', '--city', 'beijing', '--from', '2020', '--to', '2021']
test.skipIf(process.platform === 'win32').each(
  [
    ['groups', 'save', 'Ours', '--from', pipe],
    [...recipe, '--journals', pipe],
    [...recipe, '--institutions', pipe],
    ['report', '--template', pipe, '--out', join(dataDir, 'report.pptx')],
    ['import', 'works', pipe, '--as', 'mine'],
    ['import', 'works', works, '--as', 'mine', '--collected-for', pipe],
    ['import', 'affiliations', works, '--as', 'mine', '--map', pipe],
    ['import', 'edition', pipe, '--as', 'mine'],
    ['datasets', 'import', pipe],
    ['populations', 'import', pipe],
    ['open', pipe],
  ].map((args) => [args.filter((arg) => !arg.startsWith(dataDir)).join(' '), args] as const),
)('%s', async (_name, args) => {
  const { code, out, err } = await run(...args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/is no file, but a device, a pipe or a socket|cannot be read or written: ENOTDIR/)
  expect(err).toContain(pipe)
})
