/** One call of any method, spoiled; or one file of any kind, damaged, and given to what takes it. */
import type { MethodName } from '../../../src/shared/contract/index.ts'
import { contract } from '../../../src/shared/contract/index.ts'
import type { Pools, Random } from '../calls/schema-values.ts'
import { pickOf, valueOf } from '../calls/schema-values.ts'
import { randomView } from '../views.ts'
import type { Page, Said } from '../soak/page.ts'
import { damage } from './damage.ts'
import { asJson, spoil } from './hostile-values.ts'
import type { Seed } from './seeds.ts'
import { articleSeeds, editionSeeds, populationSeed } from './seeds.ts'

export interface Fuzzing {
  page: Page
  random: Random
  pools: Pools
  made: { dataset: Seed; files: Seed[] }
}

/** What was asked, for whoever has to do it again, and how it was answered. */
export interface Asked {
  name: string
  input: string
  /** The damaged file. */
  file?: Seed
  said: Said
}

const METHODS = Object.keys(contract) as MethodName[]
/** Drawn less often: of full size it takes minutes by right. */
const SLOW: ReadonlySet<string> = new Set(['samples.create', 'datasets.verify'])

/** Spoiled; half of the time so that the schema still takes it, and what comes after it is tried. */
function inputOf(name: MethodName, random: Random, pools: Pools): unknown {
  const { input: schema } = contract[name]
  const deep = random() < 0.5
  for (let tries = 0; ; tries++) {
    const input = spoil(valueOf(schema, random, pools) ?? {}, random)
    if (!deep || tries > 30 || schema.safeParse(input).success) return input
  }
}

/** @returns the method, and its input as JSON */
function drawCall({ random, pools }: Fuzzing): [name: string, body: string] {
  if (random() < 0.15) {
    const { table, figure, address } = randomView(random)
    const isTable = random() < 0.5
    const input = isTable
      ? { table, format: 'json', view: address }
      : { figure, format: pickOf(random, ['svg', 'png', 'pdf', 'pptx', 'docx']), dpi: 72, view: address }
    return [isTable ? 'exports.table' : 'exports.figure', asJson(spoil(input, random))]
  }
  const name = pickOf(random, METHODS)
  if (SLOW.has(name) && random() < 0.8) return drawCall({ random, pools } as Fuzzing)
  const body = asJson(inputOf(name, random, pools))
  if (random() > 0.05) return [name, body]
  const at = Math.floor(random() * body.length)
  return [name, body.slice(0, at) + String.fromCharCode(32 + random() * 95) + body.slice(at + 1)]
}

async function askCall(fuzzing: Fuzzing): Promise<Asked> {
  const { page, random } = fuzzing
  const [name, body] = drawCall(fuzzing)
  const isFile = name.startsWith('exports.') && random() < 0.5
  if (!isFile) return { name, input: body, said: await page.text(`/api/call/${name}`, body) }
  const input = `{"method":"${name}","input":${body || 'null'}}`
  const said = await page.text('/api/downloads', input)
  if (said.ok) await page.get(`/api/downloads/${(said.value as { token: string }).token}`)
  return { name: `save ${name}`, input, said }
}

const sound = articleSeeds()

/** Damaged, and sometimes under the name of another kind. */
function drawFile(random: Random, seeds: readonly Seed[]): { file: Seed; done: string[] } {
  const seed = pickOf(random, seeds)
  const { bytes, done } = damage(seed.bytes, random)
  const name = random() < 0.1 ? pickOf(random, sound).name : seed.name
  return { file: { name, bytes }, done }
}

async function askFile(fuzzing: Fuzzing): Promise<Asked> {
  const { page, random, made } = fuzzing
  const kind = random()
  if (kind < 0.62) {
    const { file, done } = drawFile(random, sound)
    // The places of institutions are read with the works: one of the two is damaged.
    const beside = random() < 0.5 ? [pickOf(random, sound)] : []
    const files = await page.upload([file, ...beside.map((each) => ({ ...each, name: `b-${each.name}` }))])
    const options = {
      strict: random() < 0.3,
      includeTruncated: random() < 0.3,
      spreadUnknown: random() < 0.3,
    }
    const preview = random() < 0.3
    const name = preview ? 'imports.preview' : 'imports.index'
    const mode = pickOf(random, ['create', 'replace', 'add'])
    const input = preview ? { files } : { files, as: pickOf(random, ['mine', 'other']), mode, options }
    const said = await page.call(name, input)
    await page.post('/api/files/release', { token: files })
    return { name, input: `${JSON.stringify(input)} ${done.join(' ')} ${beside[0]?.name ?? ''}`, file, said }
  }
  if (kind < 0.74) {
    const whole = editionSeeds()
    const { file, done } = drawFile(random, whole)
    const files = whole.map((each) => (each.name === file.name ? file : each))
    const list = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
    const taken = await page.post('/api/uploads', { folder: 'edition', files: list })
    const { token } = taken.value as { token: string }
    const input = { folder: token, as: 'edition', replace: true, convert: random() < 0.5 }
    return {
      name: 'imports.edition',
      input: done.join(' '),
      file,
      said: await page.call('imports.edition', input),
    }
  }
  const [seeds, ...names] = pickOf<[Seed[], ...string[]]>(random, [
    [[populationSeed], 'populations.replace'],
    [[made.dataset], 'datasets.preview', 'datasets.import'],
    [made.files, 'files.open', 'files.verify'],
    [made.files, 'files.open', 'files.verify'],
  ])
  const { file, done } = drawFile(random, seeds)
  const token = await page.upload([file])
  const name = pickOf(random, names)
  const input = {
    ...(name === 'populations.replace' ? { files: token } : { file: token }),
    ...(name === 'datasets.import' ? { as: 'carried', replace: true } : {}),
  }
  const said = await page.call(name, input)
  await page.post('/api/files/release', { token })
  return { name, input: done.join(' '), file, said }
}

export const askOne = (fuzzing: Fuzzing): Promise<Asked> =>
  fuzzing.random() < 0.6 ? askCall(fuzzing) : askFile(fuzzing)
