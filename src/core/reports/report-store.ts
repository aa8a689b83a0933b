/**
 * A dataset's report, kept in a folder beside the dataset's file, never in it: that file is written once and swapped, a
 * report changes all the time and outlives the dataset's next version. It is written whole or not at all. One that cannot
 * be read counts as none and is put aside before another takes its place. The folder goes with the dataset.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/contract/errors.ts'
import type { Report, ReportContent } from '../../shared/contract/reports.ts'
import { reportContent } from '../../shared/contract/reports.ts'
import type { ImportContext, ReaderContext } from '../context.ts'
import { flushFolder } from '../datasets/files.ts'
import { drop } from '../kept/drop.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import { makeFolder, PRIVATE_FILE, writeWholly } from '../kept/private.ts'
import { storedVersion } from '../datasets/summary.ts'
import type { Handlers } from '../dispatch.ts'
import { reportDir } from './report-folder.ts'

/** Of the file's form: a later app may write another, which this one leaves alone. */
const FORM = 1
/** Bytes of a report; two hundred pages with all their numbers stay under it. */
const MOST_BYTES = 32 * 1024 * 1024
/** Damaged files put aside; the oldest go. */
const MOST_ASIDE = 5
const ASIDE = /^report\.damaged-(\d+)\.json$/

const keptReport = z.strictObject({
  form: z.literal(FORM),
  savedAt: z.iso.datetime(),
  content: reportContent,
})

const fileOf = (dataDir: string, dataset: string) => join(reportDir(dataDir, dataset), 'report.json')

/** `reports.show`: an empty report where none is kept. @throws AppError dataset-unknown, -damaged, -newer, -foreign. */
export const showReport: Handlers<'query', ReaderContext>['reports.show'] = ({ dataset }, context) => {
  const { id, version } = context.open(dataset)
  return { dataset: id, version, ...keptAt(fileOf(context.dataDir, id)) }
}

/** `reports.save`. @throws AppError dataset-unknown, input-invalid where it is too large, disk-full, file-unreadable. */
export const saveReport: Handlers<'command', ImportContext>['reports.save'] = (
  { dataset, content },
  context,
) => {
  const { dataDir } = context
  const version = storedVersion(dataDir, dataset)
  const savedAt = context.now()
  const bytes = Buffer.from(`${JSON.stringify({ form: FORM, savedAt, content }, null, 1)}\n`)
  if (bytes.length > MOST_BYTES) {
    throw new AppError('input-invalid', `a report of ${bytes.length} bytes`, {
      values: { method: 'reports.save', field: 'content', reason: `> ${MOST_BYTES}` },
    })
  }
  const file = fileOf(dataDir, dataset)
  try {
    makeFolder(reportDir(dataDir, dataset))
    if (keptAt(file).damaged) putAside(reportDir(dataDir, dataset), file)
    writeWhole(file, bytes)
  } catch (error) {
    throw asStorageError(error, file)
  }
  context.emit({ type: 'reports.changed', dataset })
  return { dataset, version, content, savedAt, damaged: false }
}

type Kept = Pick<Report, 'content' | 'savedAt' | 'damaged'>

const none = (damaged: boolean): Kept => ({ content: reportContent.parse({}), savedAt: null, damaged })

function keptAt(file: string): Kept {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return none(false)
  if (found.size > MOST_BYTES) return none(true)
  try {
    const kept = keptReport.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { content: kept.content satisfies ReportContent, savedAt: kept.savedAt, damaged: false }
  } catch {
    return none(true)
  }
}

function putAside(dir: string, file: string): void {
  const numbers = readdirSync(dir)
    .flatMap((name) => ASIDE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  renameSync(file, join(dir, `report.damaged-${(numbers.at(-1) ?? 0) + 1}.json`))
  for (const number of numbers.slice(0, Math.max(0, numbers.length + 1 - MOST_ASIDE)))
    rmSync(join(dir, `report.damaged-${number}.json`), { force: true })
}

let written = 0

/** The bytes are on the disk before they take the file's name; a part left by a crash is never read, and goes here. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const part = `${file}.${process.pid}.${Date.now().toString(36)}.${written++}.part`
  try {
    const handle = openSync(part, 'wx', PRIVATE_FILE)
    try {
      writeWholly(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, file)
  } catch (error) {
    drop(part)
    throw error
  }
  flushFolder(join(file, '..'))
  removeParts(join(file, '..'))
}

function removeParts(dir: string): void {
  for (const name of readdirSync(dir).filter((name) => name.endsWith('.part'))) {
    const path = join(dir, name)
    const aged = existsSync(path) && Date.now() - statSync(path).mtimeMs > 60_000
    if (aged) rmSync(path, { force: true })
  }
}
