/** Who changes datasets: a core as the window has it, the page of a loopback host, the command line. */
import type { AppErrorData, Result } from '../../../src/shared/contract/errors.ts'
import { LANGUAGES } from '../../../src/shared/domain/language.ts'
import { translate } from '../../../src/shared/i18n/index.ts'
import { startCore } from '../../support/core-process.ts'
import { runCommand } from './command.ts'
import type { Given } from './given.ts'
import type { Came, Kind } from './model.ts'
import { startPage } from './page.ts'

export interface Asking {
  kind: Kind
  dataset: string
  file: number
}

export interface Actor {
  name: string
  /** Of the process that ran last. */
  pid(): number
  act(asking: Asking): Promise<Done>
  /** What it wrote on stderr, and forgets: an unforeseen failure is told there with its stack. */
  said(): string
  close(): Promise<void>
}

/** What came of it, and what is wrong with how it was told. */
export interface Done {
  came: Came
  wrong: string | null
}

export const filesOf = ({ kind, file }: Asking, given: Given): string[] | undefined =>
  file === 0 ? undefined : [given.path(file), ...(kind === 'add' ? [] : [given.institutions])]

/** A core in a process of its own, asked as the window asks. */
export async function coreActor(dataDir: string, given: Given): Promise<Actor> {
  const core = await startCore(dataDir)
  let heard = 0
  return {
    name: 'core',
    pid: () => core.process.pid ?? 0,
    async act(asking) {
      const { method, input } = callOf(asking)
      const result = await core.call(method, input, filesOf(asking, given))
      return result ? doneOf(asking, result) : ended
    },
    said() {
      const said = core.said().slice(heard)
      heard += said.length
      return said
    },
    close: () => core.close(),
  }
}

const ended: Done = { came: { ok: false, code: 'ended' }, wrong: 'the process ended' }

/** `serve` from source and what its page asks; files are handed over in parts. */
export async function pageActor(dataDir: string, given: Given): Promise<Actor> {
  const page = await startPage(dataDir)
  let heard = 0
  return {
    name: 'page',
    pid: () => page.pid,
    async act(asking) {
      const { method, input } = callOf(asking)
      const files = filesOf(asking, given)
      const token = files === undefined ? {} : { files: await page.handOver(files) }
      return doneOf(asking, await page.call(method, { ...input, ...token }))
    },
    said() {
      const said = page.said().slice(heard)
      heard += said.length
      return said
    },
    close: () => page.close(),
  }
}

/** The command line from source, started anew for each command. */
export function commandActor(dataDir: string, given: Given): Actor {
  let pid = 0
  return {
    name: 'command line',
    pid: () => pid,
    act: (asking) => runCommand(asking, dataDir, filesOf(asking, given) ?? [], (started) => (pid = started)),
    said: () => '', // judged by `runCommand`
    close: async () => undefined,
  }
}

function callOf({ kind, dataset }: Asking): { method: string; input: object } {
  if (kind === 'remove') return { method: 'datasets.remove', input: { dataset } }
  if (kind === 'verify') return { method: 'datasets.verify', input: { dataset } }
  if (kind === 'read') return { method: 'datasets.show', input: { dataset } }
  if (kind === 'list') return { method: 'datasets.list', input: {} }
  return { method: 'imports.index', input: { as: dataset, mode: kind } }
}

function doneOf(asking: Asking, result: Result<unknown>): Done {
  if (result.ok) return answered(asking, result.value)
  return { came: { ok: false, code: result.error.code }, wrong: unworded(result.error) }
}

/** What its words lack, if they lack anything: a user must be told what, of which dataset, by whom. */
export function unworded({ code, message, details }: AppErrorData): string | null {
  if (code === 'internal') return `internal: ${message}`
  for (const language of LANGUAGES)
    for (const part of ['what', 'remedy']) {
      const words = translate(language, `errors.${code}.${part}`, details.values ?? {})
      if (/[{}?？]|undefined/.test(words)) return `${code}: ${words}`
    }
  return null
}

interface Summary {
  dataset: string
  version: string
  articles: number | null
  problem?: string | null
}

/** Reads an answer of the contract, which the command line gives as JSON too. */
export function answered({ kind, dataset }: Asking, value: unknown): Done {
  if (kind === 'remove') return { came: { ok: true, revision: null, articles: null }, wrong: null }
  if (kind === 'verify') {
    const { version, ok } = value as { version: string; ok: boolean }
    const wrong = ok ? null : `verify: ${JSON.stringify(value)}`
    return { came: { ok: true, revision: revisionOf(version), articles: null }, wrong }
  }
  const listed = value as { datasets?: Summary[]; rows?: Summary[] }
  const found =
    kind === 'list'
      ? (listed.datasets ?? listed.rows)?.find((each) => each.dataset === dataset)
      : kind === 'read'
        ? (value as Summary & { years: { articles?: number }[] })
        : (value as { dataset: Summary }).dataset
  if (!found) return { came: { ok: true, revision: null, articles: null }, wrong: null }
  const wrong = found.problem ? `${found.problem} of ${dataset}` : null
  return { came: { ok: true, revision: revisionOf(found.version), articles: found.articles }, wrong }
}

export const revisionOf = (version: string): number => Number(/^r(\d+)-/.exec(version)?.[1])
