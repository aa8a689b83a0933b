/** Files as they leave: a workbook of 2,000 rows, and an A3 picture for print, with the memory that it takes. */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { resourcesDir } from '../../src/core/app-info.ts'
import { rasterise } from '../../src/core/export/figure/rasterise.ts'
import { writeWorkbook } from '../../src/core/export/office/workbook.ts'
import type { Benchmark } from './benchmark.ts'

const ROWS = 2000
const stamp = {
  app: 'Science Cities' as const,
  stamp: 1 as const,
  appVersion: '0',
  dataset: 'bench',
  version: 'r1-000000000000',
  view: null,
  request: { method: 'exports.table' as const, input: {} },
  numbers: [],
}

async function workbook(): Promise<number> {
  const columns = Array.from({ length: 12 }, (_, c) => ({
    head: `Column ${c}`,
    numeric: c > 2,
    format: c > 2 ? '#,##0.00' : null,
  }))
  const rows = Array.from({ length: ROWS }, (_, r) =>
    columns.map(({ numeric }, c) => (numeric ? (r * 7919 + c * 104729) / 100 : `城市 ${r} ${c}`)),
  )
  const options = { title: 'Bench', language: 'en' as const, date: new Date(0), stamp }
  const begin = performance.now()
  await writeWorkbook([{ kind: 'rows', name: 'Rows', columns, rows, frozen: 2 }], options)
  return performance.now() - begin
}

/** A3 at 600 dots an inch: 9922 × 7016 pixels, two hundred circles with their names. */
async function picture(): Promise<number> {
  const marks = Array.from({ length: 200 }, (_, i) => {
    const [x, y] = [(i * 0.6180339) % 1, (i * 0.4142135) % 1].map((part) => Math.round(20 + part * 1100))
    return `<circle cx="${x}" cy="${y}" r="9" fill="#5b6670"/><text x="${x}" y="${y}" font-size="11">北京 ${i}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9922" height="7016" viewBox="0 0 1191 842">${marks.join('')}</svg>`
  const begin = performance.now()
  await rasterise(svg, join(resourcesDir, 'fonts'), { width: 9922, height: 7016 })
  return performance.now() - begin
}

export const exportedFiles: Benchmark = {
  name: 'exports',
  about: 'files as they leave, once each, from cold',
  async run() {
    const xlsx = await workbook()
    const png = await picture()
    return [
      { what: `XLSX of ${ROWS} rows, 12 columns`, value: xlsx, unit: 'ms', goal: 2000 },
      { what: 'PNG, A3 at 600 dpi', value: png, unit: 'ms', goal: 10_000 },
      {
        what: 'most memory of the process',
        value: process.resourceUsage().maxRSS / 1000,
        unit: 'MB',
        goal: 900,
      },
    ]
  },
}
