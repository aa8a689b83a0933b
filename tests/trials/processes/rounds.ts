/** Rounds in which two or three processes change and read one or two datasets at once, and what is held against them. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomly } from '../../support/works.ts'
import type { Actor, Done } from './actors.ts'
import { commandActor, coreActor, pageActor } from './actors.ts'
import { contentOf, heldIn, leftIn, wrongIn } from './folder.ts'
import type { Given } from './given.ts'
import { writeGiven } from './given.ts'
import type { Act, Kind, State } from './model.ts'
import { busyForNobody, changes, explain, overlap } from './model.ts'

export interface ProcessesTrial {
  rounds: number
  /** Acts done and refused, by what was asked and the code. */
  done: Record<string, number>
  refused: Record<string, number>
  /** Acts by who did them, and rounds in which changes of one dataset overlapped. */
  by: Record<string, number>
  contended: number
  wrong: string[]
}

const DATASETS = ['one', 'two'] as const
/** Changes are asked for more often than what only reads. */
const KINDS: readonly Kind[] = [
  'create',
  'replace',
  'replace',
  'add',
  'add',
  'add',
  'remove',
  'verify',
  'read',
  'list',
]
const FILES = 12
/** Every so many rounds the third is the command line, which costs a start each time. */
const COMMANDS_EVERY = 4

interface Asked extends Act {
  dataset: string
}

export async function processesTrial(rounds: number, seed: number): Promise<ProcessesTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'science-cities-trial-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const given = writeGiven(folder, FILES, 30)
  const random = randomly(seed)
  const found: ProcessesTrial = { rounds: 0, done: {}, refused: {}, by: {}, contended: 0, wrong: [] }
  // At a first start, both at once.
  const lasting = await Promise.all([coreActor(dataDir, given), pageActor(dataDir, given)])
  const command = commandActor(dataDir, given)
  const states = new Map<string, State>(DATASETS.map((dataset) => [dataset, null]))
  const digests = new Map<string, string>()
  try {
    for (let round = 1; round <= rounds; round++) {
      const third = round % COMMANDS_EVERY === 0 ? [command] : []
      const acts = await playRound([...lasting, ...third], random, found)
      if (contended(acts)) found.contended++
      const say = (what: string) =>
        void found.wrong.push(`round ${round}: ${what}\n${acts.map(told).join('\n')}`)
      for (const actor of lasting) if (actor.said() !== '') say(`${actor.name} says ${actor.said()}`)
      for (const dataset of DATASETS) await judge({ dataset, acts, states, digests, dataDir, given, say })
      for (const left of leftIn(dataDir)) if (!left.startsWith('temporary')) say(`left: ${left}`)
      for (const held of await heldIn(dataDir, DATASETS)) say(`held: ${held}`)
      found.rounds++
    }
    await Promise.all(lasting.map((actor) => actor.close()))
    for (const left of leftIn(dataDir)) found.wrong.push(`left at the end: ${left}`)
  } finally {
    await Promise.all(lasting.map((actor) => actor.close()))
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

const told = ({ by, kind, dataset, file, from, to, came }: Asked): string =>
  `  ${from.toFixed(1)}–${to.toFixed(1)} ${by}: ${kind} ${dataset} ${file}: ${JSON.stringify(came)}`

async function playRound(
  actors: readonly Actor[],
  random: () => number,
  found: ProcessesTrial,
): Promise<Asked[]> {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const acts: Asked[] = []
  // In half of the rounds all are at one dataset.
  const among = random() < 0.5 ? [pick(DATASETS)] : DATASETS
  const plans = actors.map((actor) =>
    Array.from({ length: actor.name === 'command line' ? 1 : 1 + Math.floor(random() * 3) }, () => {
      const kind = pick(KINDS)
      const file = ['create', 'replace', 'add'].includes(kind) ? 1 + Math.floor(random() * FILES) : 0
      return { kind, dataset: pick(among), file, wait: random() * 30 }
    }),
  )
  await Promise.all(
    actors.map(async (actor, i) => {
      for (const { wait, ...asking } of plans[i] ?? []) {
        await new Promise((resolve) => setTimeout(resolve, wait))
        const from = performance.now()
        const { came, wrong } = await actor.act(asking)
        const act = { ...asking, by: actor.name, pid: actor.pid(), from, to: performance.now(), came }
        acts.push(act)
        note(found, act, wrong)
      }
    }),
  )
  return acts
}

function note(found: ProcessesTrial, act: Asked, wrong: Done['wrong']): void {
  const count = (of: Record<string, number>, key: string) => (of[key] = (of[key] ?? 0) + 1)
  count(found.by, act.by)
  if (act.came.ok) count(found.done, act.kind)
  else count(found.refused, `${act.kind}: ${act.came.code}`)
  if (wrong !== null) found.wrong.push(`${told(act)}: ${wrong}`)
}

/** Whether two processes changed one dataset at overlapping times. */
const contended = (acts: readonly Asked[]): boolean =>
  acts.some((a) =>
    acts.some((b) => a.pid !== b.pid && a.dataset === b.dataset && changes(a) && changes(b) && overlap(a, b)),
  )

interface Round {
  dataset: string
  acts: readonly Asked[]
  states: Map<string, State>
  digests: Map<string, string>
  dataDir: string
  given: Given
  say: (what: string) => void
}

/** Is there an order of the acts that explains what came of each and what is stored now? */
async function judge({ dataset, acts, states, digests, dataDir, given, say }: Round): Promise<void> {
  const own = acts.filter((act) => act.dataset === dataset)
  for (const act of busyForNobody(own)) say(`busy for nobody: ${told(act as Asked)}`)
  const stored = contentOf(dataDir, dataset)
  const files = [...new Set(stored?.articles.map((id) => Math.floor(id / 100_000)))]
  const articles = files.reduce((sum, file) => sum + given.articlesOf(file), 0)
  if (stored && stored.articles.length !== articles) say(`${dataset} has parts of files`)
  const is = JSON.stringify(stored && { revision: Number(/\d+/.exec(stored.version)), files })
  const may = explain(states.get(dataset) ?? null, own, given.articlesOf)
  if (!may.some((state) => JSON.stringify(state) === is))
    say(`${dataset} was ${JSON.stringify(states.get(dataset))}, is ${is}, may be ${JSON.stringify(may)}`)
  states.set(dataset, JSON.parse(is) as State)
  if (!stored) return
  for (const wrong of await wrongIn(dataDir, dataset, { summed: true })) say(wrong)
  // The same articles have the same digest, whoever stored them and in which order.
  const digest = stored.version.split('-')[1] ?? ''
  const known = digests.get(files.join())
  if (known !== undefined && known !== digest) say(`${dataset}: ${digest} of articles that had ${known}`)
  digests.set(files.join(), digest)
}
