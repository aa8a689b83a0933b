/** Who writes each format of tables; names, endings and types stand in `shared/domain/file-formats.ts`. */
import type { TableFormat } from '../../../../shared/domain/file-formats.ts'
import { writeCsvForExcel } from './csv-excel.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'
import { writeXlsx } from './xlsx.ts'
import type { TableWriter } from './table-file.ts'

export const TABLE_WRITERS: Record<TableFormat, TableWriter> = {
  csv: writeCsv,
  'csv-excel': writeCsvForExcel,
  json: writeJson,
  xlsx: writeXlsx,
}
