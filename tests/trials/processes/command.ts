/** One command of the command line, in a process that ends with it: what it came to is read from what it wrote. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { appRoot } from '../../../src/core/app-info.ts'
import { ERROR_CODES } from '../../../src/shared/contract/errors.ts'
import { translate } from '../../../src/shared/i18n/index.ts'
import type { Asking, Done } from './actors.ts'
import { answered } from './actors.ts'

const SCRIPT = join(appRoot, 'src', 'cli', 'index.ts')

export async function runCommand(
  asking: Asking,
  dataDir: string,
  files: readonly string[],
  started: (pid: number) => void,
): Promise<Done> {
  const args = [...argumentsOf(asking, files), '--format', 'json', '--quiet', '--data-dir', dataDir]
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started(child.pid ?? 0)
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return err === '' ? answered(asking, parsed(asking, out)) : { ...unread, wrong: err }
  const found = ERROR_CODES.filter((each) => wordsOf(each).test(err))
  const [known] = found
  const wrong = known === undefined || known === 'internal' || /\n\s+at /.test(err) ? `${code}: ${err}` : null
  return { came: { ok: false, code: known ?? 'no words' }, wrong }
}

const unread: Done = { came: { ok: false, code: 'not read' }, wrong: null }

function argumentsOf({ kind, dataset }: Asking, files: readonly string[]): string[] {
  if (kind === 'remove') return ['datasets', 'remove', dataset]
  if (kind === 'verify') return ['datasets', 'verify', dataset]
  if (kind === 'read') return ['datasets', 'show', dataset]
  if (kind === 'list') return ['datasets', 'list']
  const how = kind === 'create' ? [] : [`--${kind}`]
  return ['import', 'works', ...files, '--as', dataset, ...how]
}

const parsed = ({ kind }: Asking, out: string): unknown => (kind === 'remove' ? null : JSON.parse(out))

/** What the command line says of a code: its words, whatever fills them, at the beginning. */
const wordsOf = (code: string): RegExp => {
  const words = translate('en', `errors.${code}.what`)
  return new RegExp(`^${words.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]*\}/g, '.+')}`)
}
