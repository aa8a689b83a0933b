/** Zip archives that are damaged or odd: files for an import, and datasets that another computer exported. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { datasetPath } from '../../../src/core/datasets/files.ts'
import { exportDataset } from '../../../src/core/datasets/transfer/export-dataset.ts'
import { importDataset } from '../../../src/core/datasets/transfer/import-dataset.ts'
import { detectFile } from '../../../src/core/import/run/detect.ts'
import { rejectedFor } from '../../../src/core/import/text/import-issue.ts'
import { gives } from '../../../src/shared/domain/file-kinds.ts'
import { temporaryFolder } from '../../support/edition.ts'
import { importContext } from '../../support/import-context.ts'
import { importFiles } from '../../support/index.ts'
import { parseHere } from '../../support/parse-here.ts'
import { makeWorks, writeWorks } from '../../support/works.ts'
import type { FuzzTrial } from './judge.ts'
import { emptyTrial, figuresOf, judge } from './judge.ts'
import type { ZipForm } from './write-zip.ts'
import { writeZip } from './write-zip.ts'

interface Damage {
  kind: 'byte' | 'cut' | 'hole' | 'size' | 'none'
  where: number
  other: number
  value: number
}

const part = fc.integer({ min: 0, max: 999_999 }).map((share) => share / 1e6)
const damages: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('byte', 'byte', 'cut', 'hole', 'size', 'none'),
  where: part,
  other: part,
  value: fc.integer({ min: 1, max: 255 }),
})

function damaged(sound: Buffer, { kind, where, other, value }: Damage): Buffer {
  const bytes = Buffer.from(sound)
  const at = Math.floor(where * (bytes.length - 8))
  if (kind === 'byte') bytes[at] = (bytes[at] as number) ^ value
  else if (kind === 'cut') return bytes.subarray(0, 4 + at)
  else if (kind === 'hole') return Buffer.concat([bytes.subarray(0, 4 + at), bytes.subarray(4 + at + value)])
  else if (kind === 'size')
    bytes.writeUInt32LE(Math.floor(other * 2 ** 32), bytes.length - 4 - Math.floor(where * 120))
  return bytes
}

const CRAFTED: readonly ZipForm[] = [
  { encrypted: true },
  { crc: 1 },
  { size: 7 },
  { size: 4e9 },
  { packed: 9 },
  { packed: 4e9 },
]
const SOUND: readonly ZipForm[] = [
  {},
  { stored: true },
  { descriptor: true },
  { zip64: true },
  { stored: true, zip64: true },
]
/** Of these archives the one file is read; of the others nothing may be left out in silence. */
const READABLE = [
  ['works.jsonl'],
  ['a/b/works.jsonl'],
  ['works.jsonl', 'README.txt'],
  ['works.jsonl', '__MACOSX/._works.jsonl'],
]
const REFUSED = [
  ['../works.jsonl'],
  ['/works.jsonl'],
  ['C:/works.jsonl'],
  ['works.jsonl', 'works.jsonl'],
  ['works.jsonl', 'more.csv'],
  ['works.pdf'],
  [],
]

/** @param many damaged archives of works, and a tenth of it of datasets */
export async function archivesTrial(many: number, seed: number): Promise<FuzzTrial> {
  const folder = temporaryFolder()
  const trial = emptyTrial()
  try {
    await worksArchives(folder, trial, many, seed)
    await datasetArchives(folder, trial, Math.ceil(many / 10), seed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return trial
}

async function worksArchives(folder: string, trial: FuzzTrial, many: number, seed: number): Promise<void> {
  const works = makeWorks(40, 3).map((work) => JSON.stringify(work))
  const content = Buffer.from(`${works.join('\n')}\n`)
  const path = join(folder, 'works.zip')
  const zip = (names: readonly string[], form: ZipForm) =>
    writeZip(
      names.map((name) => [name, name.endsWith('jsonl') ? content : Buffer.from('a,b\n')] as const),
      form,
    )
  const read = async () => {
    const detected = await detectFile(path)
    // As an import does with a file of no known kind, or one that holds no articles.
    if (!gives('articles')(detected)) throw rejectedFor(detected.file, null, 'file-kind-unknown')
    return figuresOf(await parseHere(path))
  }
  writeFileSync(path, zip(['works.jsonl'], {}))
  const sound = (await read()).text
  const attempt = (done: string, bytes: Buffer) => {
    writeFileSync(path, bytes)
    return judge(trial, { done, sound, mayDiffer: false }, read)
  }
  for (const form of SOUND) {
    for (const names of READABLE) await attempt(JSON.stringify([names, form]), zip(names, form))
  }
  const same = trial.same
  if (same !== SOUND.length * READABLE.length) trial.wrong.push(`${same} sound archives were read`)
  for (const names of REFUSED) await attempt(JSON.stringify(names), zip(names, {}))
  for (const form of CRAFTED) await attempt(JSON.stringify(form), zip(['works.jsonl'], form))
  if (trial.same > same) trial.wrong.push('an odd archive was read')
  const forms = fc.constantFrom(...SOUND)
  for (const [form, damage] of fc.sample(fc.tuple(forms, damages), { numRuns: many, seed })) {
    await attempt(JSON.stringify([form, damage]), damaged(zip(['works.jsonl'], form), damage))
  }
}

async function datasetArchives(folder: string, trial: FuzzTrial, many: number, seed: number): Promise<void> {
  const dataDir = join(folder, 'data')
  await importFiles(dataDir, 'mine', [writeWorks(join(folder, 'works.jsonl'), makeWorks(40, 3))])
  const context = importContext(dataDir)
  const exported = await exportDataset('mine', context)
  const archive = readFileSync(exported.path as string)
  rmSync(exported.path as string)
  const path = join(folder, 'mine.science-cities.zip')
  const kept = join(folder, 'kept.sqlite')
  copyFileSync(datasetPath(dataDir, 'mine'), kept)
  for (const damage of fc.sample(damages, { numRuns: many, seed })) {
    writeFileSync(path, damaged(archive, damage))
    const done = `dataset ${JSON.stringify(damage)}`
    const asked = { paths: [path], as: 'mine', name: undefined, replace: true }
    await judge(trial, { done, sound: 'stored', mayDiffer: false }, async () => {
      const { version } = await importDataset(asked, context)
      return { text: version === '' ? 'no version' : 'stored' }
    })
    if (!readFileSync(datasetPath(dataDir, 'mine')).equals(readFileSync(kept)))
      trial.wrong.push(`${done}: what was stored is not as it was`)
  }
}
