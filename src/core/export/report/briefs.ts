/**
 * `reports.brief` and `exports.briefs`: the same brief for a list of cities. A batch makes them one by one, which shows its
 * progress and can be left between two; the archive then takes what is at hand.
 */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { reportContent } from '../../../shared/contract/reports.ts'
import type { ReaderContext } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'
import { composeReport } from '../../queries/report/compose.ts'
import { zipped } from '../office/archive.ts'
import type { Parts } from '../office/archive.ts'
import { writeReport } from './write-report.ts'

type Handler<M extends 'reports.brief' | 'exports.briefs'> = Handlers<'export', ReaderContext>[M]
type Brief = Omit<ParsedInputOf<'reports.brief'>, 'city'>

/** Bytes of briefs kept for the archive; older ones are made again. */
const MOST_BYTES = 256 * 1024 * 1024
const kept = new Map<string, { file: ExportedFile; pages: number }>()

export const makeBrief: Handler<'reports.brief'> = async ({ city, ...brief }, context) => {
  const { file, pages } = await briefOf(brief, city, context)
  return { city, pages, bytes: file.bytes.length }
}

export const writeBriefs: Handler<'exports.briefs'> = async ({ cities, ...brief }, context) => {
  const parts: Parts = {}
  for (const city of [...new Set(cities)]) {
    const { file } = await briefOf(brief, city, context)
    parts[freeName(file.fileName, parts)] = file.bytes
  }
  kept.clear()
  return {
    fileName: `briefs_${brief.language}.zip`,
    mime: 'application/zip',
    bytes: new Uint8Array(zipped(parts)),
    width: null,
    height: null,
  }
}

async function briefOf(brief: Brief, city: string, context: ReaderContext) {
  const { dataset, language, size, theme, format, date } = brief
  const key = JSON.stringify([context.open(dataset).version, brief, city])
  const known = kept.get(key)
  if (known) return known
  const made = await composeReport(
    { dataset, template: 'city-brief', cities: [city], language, size },
    context,
  )
  const content = reportContent.parse({ ...made.content, theme })
  const file = await writeReport({ dataset, content, format, fonts: 'office', date }, context)
  const brieved = { file, pages: content.pages.length }
  kept.set(key, brieved)
  forget()
  return brieved
}

function forget(): void {
  let bytes = 0
  for (const { file } of kept.values()) bytes += file.bytes.length
  for (const [key, { file }] of kept) {
    if (bytes <= MOST_BYTES || kept.size === 1) return
    bytes -= file.bytes.length
    kept.delete(key)
  }
}

/** Two cities of one name have a file each. */
function freeName(name: string, taken: Readonly<Parts>): string {
  if (!(name in taken)) return name
  const dot = name.lastIndexOf('.')
  for (let n = 2; ; n++) {
    const other = `${name.slice(0, dot)}-${n}${name.slice(dot)}`
    if (!(other in taken)) return other
  }
}
