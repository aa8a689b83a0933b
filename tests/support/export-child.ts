/** A process that makes one file of every format and prints their SHA-256: node export-child.ts DATA_DIR */
import { createHash } from 'node:crypto'
import type { ExportedFile } from '../../src/shared/contract/exports.ts'
import { createCore } from '../../src/core/create-core.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { FIGURE_FORMATS, formatNames, TABLE_FORMATS } from '../../src/shared/domain/file-formats.ts'

const core = createCore({ dataDir: process.argv[2] ?? '', resourcesDir, appVersion })
const date = '2026-01-01'
const sums: Record<string, string> = {}
async function make(name: string, method: string, input: object): Promise<void> {
  const made = await core.call(method, { ...input, date })
  if (!made.ok) throw new Error(`${name}: ${made.error.message}`)
  sums[name] = createHash('sha256')
    .update((made.value as ExportedFile).bytes)
    .digest('hex')
}
const figure = { of: 'ranking-bars', input: {}, highlight: 'nanjing' }
for (const format of formatNames(FIGURE_FORMATS))
  await make(format, 'exports.figure', { figure, format, preset: 'slide-half', language: 'zh', dpi: 72 })
for (const format of formatNames(TABLE_FORMATS))
  await make(`table ${format}`, 'exports.table', {
    table: { of: 'rankings', input: {} },
    format,
    language: 'zh',
  })
await core.close()
process.stdout.write(JSON.stringify(sums))
