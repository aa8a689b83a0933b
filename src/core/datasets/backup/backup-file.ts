/**
 * A backup as a file: a zip archive in which everything lies as it lies in the data folder, so that it can be unpacked by
 * hand, too. The list has the SHA-256 of each file; names that lead elsewhere are refused.
 */
import { z } from 'zod'
import type { KeptListName } from '../../../shared/contract/backups.ts'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { ERROR_CODES } from '../../../shared/contract/errors.ts'
import { isDatasetId } from '../../../shared/domain/dataset-id.ts'
import { BUNDLED_DATASET } from '../files.ts'
import { COMPANION_NAME } from '../transfer/companions.ts'
import type { ArchiveForm, ListedFile } from '../transfer/archive-form.ts'
import { checkedList, damaged, LIST_ENTRY, listedFile, listedIdentity } from '../transfer/archive-form.ts'
import { fileOfList, KEPT_LIST_NAMES } from './kept-lists.ts'

/** Of the backup's form: a later app may write another. */
export const FORM = 1
export const MARK = 'application/vnd.science-cities.backup+zip'
const FOLDER = 'datasets/'

/** Bytes of a file that is no dataset; a larger one was not written by this app. */
export const MOST_BYTES = 64 << 20

const listedDataset = z.object({
  ...listedIdentity,
  bundled: z.boolean(),
})
export type ListedDataset = z.infer<typeof listedDataset>

const contentsSchema = z.object({
  app: z.literal('Science Cities'),
  form: z.int().min(1),
  appVersion: z.string().max(100),
  made: z.iso.datetime(),
  datasets: z.array(listedDataset).max(10_000),
  leftOut: z
    .array(z.object({ what: z.string().max(200), code: z.string().max(100).transform(knownCode) }))
    .max(10_000),
  files: z.array(listedFile).max(100_000),
})
export type BackupContents = z.infer<typeof contentsSchema>

/** What a name within a backup stands for. */
type Named =
  | { of: 'dataset'; dataset: string }
  | { of: 'companion'; dataset: string; companion: string }
  | { of: 'list'; list: KeptListName }

export const datasetEntry = (dataset: string): string => `${FOLDER}${dataset}.sqlite`
/** @param companion `report/report.json` */
export const companionEntry = (dataset: string, companion: string): string =>
  `${FOLDER}${dataset}.${companion}`

/** Null for any name that this app does not write. */
export function namedBy(name: string): Named | null {
  const list = KEPT_LIST_NAMES.find((each) => fileOfList(each) === name)
  if (list) return { of: 'list', list }
  if (!name.startsWith(FOLDER)) return null
  const [dataset = '', ...rest] = name.slice(FOLDER.length).split('.')
  const companion = rest.join('.')
  if (!isDatasetId(dataset)) return null
  if (companion === 'sqlite') return { of: 'dataset', dataset }
  return COMPANION_NAME.test(companion) ? { of: 'companion', dataset, companion } : null
}

/** Whether a restore takes it: a file that came into the folder by other means may be called or say what no import writes. */
export const isListed = (dataset: ListedDataset): boolean => listedDataset.safeParse(dataset).success

/** Whether a restore takes a file of that name and size. */
export function isTaken({ name, bytes, sha256 }: ListedFile): boolean {
  const named = namedBy(name)
  const fits = named?.of === 'dataset' || bytes <= MOST_BYTES
  return named !== null && fits && listedFile.safeParse({ name, bytes, sha256 }).success
}

export const BACKUP_FORM: ArchiveForm<BackupContents> = {
  mark: MARK,
  foreign: 'backup-foreign',
  parse(text, file) {
    const parsed = contentsSchema.safeParse(checkedList(text, file, FORM))
    if (!parsed.success || !holdsTogether(parsed.data)) throw damaged(file, LIST_ENTRY)
    return parsed.data
  },
}

/** Each name once and ours, each dataset once and with its file, nothing of a dataset that is not told. */
function holdsTogether({ datasets, files }: BackupContents): boolean {
  const names = new Set(files.map(({ name }) => name))
  const told = new Map(datasets.map((each) => [each.dataset, each]))
  if (names.size < files.length || told.size < datasets.length) return false
  if (datasets.some(({ dataset, bundled }) => bundled !== (dataset === BUNDLED_DATASET))) return false
  if (datasets.some(({ dataset, bundled }) => names.has(datasetEntry(dataset)) === bundled)) return false
  return files.every(({ name }) => {
    const named = namedBy(name)
    return named !== null && (named.of === 'list' || told.has(named.dataset))
  })
}

/** A later app may have more. */
function knownCode(code: string): ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code) ? (code as ErrorCode) : 'file-unreadable'
}
