/** Exports of Scopus, Web of Science, Dimensions and others: those that pair authors and affiliations are read, others refused by name. */
import type { RefusedExport } from '../../../shared/domain/file-kinds.ts'
import { REFUSED_EXPORTS } from '../../../shared/domain/file-kinds.ts'
import type { PreviewedFile } from '../../../shared/contract/imports.ts'
import { isRefused } from '../exports/export-record.ts'
import type { ReadRecord } from '../exports/export-record.ts'
import { exportForm } from '../exports/export-form.ts'
import type { ExportKind, TableSource } from '../exports/heads.ts'
import { exportOf } from '../exports/heads.ts'
import type { OnRecord } from '../exports/read-export.ts'
import { readExport } from '../exports/read-export.ts'
import { Countries } from '../places/countries.ts'
import type { KindRow } from './kind.ts'
import type { TableHead } from './table-head.ts'

const FIRST = 5

const isKind =
  (kind: ExportKind) =>
  ({ names }: TableHead): boolean =>
    exportOf(names) === kind

class Enough extends Error {}

/** The first records in short, or why they do not count. */
async function firstRecords(path: string, kind: TableSource): Promise<PreviewedFile['records']> {
  const records: PreviewedFile['records'] = []
  // Reads on where none of them says where its authors are: of a file in which none does, that is what a preview tells.
  const onRecord: OnRecord = (record, _line, named) => {
    if (records.length < FIRST) records.push(inShort(record))
    if (records.length === FIRST && named) throw new Enough()
  }
  // Places are not shown here, so no names of countries are needed.
  await readExport(path, kind, { countries: new Countries({}) }, onRecord).catch((error: unknown) => {
    if (!(error instanceof Enough)) throw error
  })
  return records
}

function inShort(record: ReadRecord): PreviewedFile['records'][number] {
  if (isRefused(record)) return { id: null, title: record.detail, year: null, authors: null }
  const { id, title, year, authors } = record.article
  return { id, title, year, authors: authors.length }
}

const read = <K extends TableSource>(kind: K) => ({
  isTable: isKind(kind),
  preview: async ({ path }: { path: string }) => ({
    encoding: (await exportForm(path)).encoding,
    records: await firstRecords(path, kind),
  }),
})

const refused = (kind: RefusedExport): KindRow<'unknown'> => ({
  isTable: isKind(kind),
  refusal: `export-${kind}`,
  preview: () => ({ problem: `export-${kind}` }),
})

export const databaseExports = {
  scopus: read('scopus'),
  wos: read('wos'),
  dimensions: read('dimensions'),
  ...(Object.fromEntries(REFUSED_EXPORTS.map((kind) => [kind, refused(kind)])) as {
    [K in RefusedExport]: KindRow<K>
  }),
}
