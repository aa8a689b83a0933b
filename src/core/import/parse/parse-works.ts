import { closeSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createScanner } from '../../scan/create-scanner.ts'
import { readFileRecords, readStreamRecords } from '../../scan/record-reader.ts'
import type { ReadCounts, ReaderOptions } from '../../scan/record-judge.ts'
import { leafNames } from '../../scan/projection.ts'
import type { Scanner } from '../../scan/scanner.ts'
import { workProjection } from '../../scan/work-projection.ts'
import { unreadable } from '../text/open-bytes.ts'
import { parquetRows, rowJson } from '../text/read-parquet.ts'
import { unpacked } from '../text/small-file.ts'
import { asUtf8Json } from '../text/utf16-json.ts'
import { openPacked } from '../text/zip-entry.ts'
import { WorkCollapser } from '../works/collapse-work.ts'
import { WorkText } from '../works/work-text.ts'
import type { ParsedOutput } from './parsed-output.ts'
import { openSource } from './sources.ts'
import type { ParserData, ParseTask } from './tasks.ts'

/** Scanners that no task uses now, by strictness: one holds megabytes, which the next task would make anew. */
const spare = new Map<boolean, Scanner>()
/** A larger one is left to the collector of garbage. */
const MOST_KEPT_BYTES = 4 << 20

/** Parses OpenAlex works into the output's chunks. @returns the number of lines read */
export async function parseWorks(task: ParseTask, data: ParserData, output: ParsedOutput): Promise<number> {
  const { strict } = data.options
  let scanner = spare.get(strict) ?? createScanner(workProjection, { strict })
  spare.delete(strict)
  const onGrow = (larger: Scanner) => {
    if (larger.capacity <= MOST_KEPT_BYTES) scanner = larger
  }
  const lines = await parseWith(scanner, onGrow, task, data, output)
  spare.set(strict, scanner)
  return lines
}

async function parseWith(
  scanner: Scanner,
  onGrow: (larger: Scanner) => void,
  task: ParseTask,
  { options, subjects, resourcesDir }: ParserData,
  output: ParsedOutput,
): Promise<number> {
  const { counts, chunks, index, sightings, refused } = output
  const collapser = new WorkCollapser({
    index,
    chunks,
    counts,
    sightings,
    refused,
    rules: {
      types: new Set(options.types.map((type) => type.toLowerCase())),
      includeRetracted: options.includeRetracted,
      includeTruncated: options.includeTruncated,
      subjects,
    },
    spreadUnknown: options.spreadUnknown,
    words: options.keepWords ? new WorkText(chunks.texts) : null,
    printed: output.printed,
  })
  let file = task.file
  const reader: ReaderOptions = {
    scanner,
    sink: {
      onGrow,
      onRecord(scanner, triples, line) {
        counts.read++
        const reason = collapser.add(scanner, triples)
        if (reason) {
          const detail = counts.lists ? collapser.detail(scanner, reason) : ''
          counts.reject(reason, { file, line, detail: scanner.missing ? `${detail} (NaN)` : detail })
          output.workRefused()
        } else {
          counts.odd('values-not-finite', scanner.missing ?? 0)
          output.articleAdded()
        }
      },
      onBad(line, reason, message) {
        counts.read++
        const rejection = reason === 'cut-off' ? 'cut-off' : 'unreadable'
        counts.reject(rejection, { file, line, detail: `${reason}: ${message}` })
      },
    },
  }
  if (task.members) {
    let bytes = 0
    for (const path of task.members) {
      file = basename(path)
      bytes += await readSmall(path, reader)
      output.progress(bytes)
    }
    return 0 // lines are those of each file
  }
  const { lines } = await read(task, reader, output, resourcesDir)
  return lines
}

/** Reads a file that is held whole. @returns its bytes on disk @throws AppError file-unreadable. */
async function readSmall(path: string, reader: ReaderOptions): Promise<number> {
  let content: Buffer
  try {
    content = readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
  await readStreamRecords({ ...reader, chunks: [unpacked(content)] })
  return content.length
}

/** Rows of Parquet as lines of JSON, so that they are judged as those are. */
async function* linesOf(path: string, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const rows of parquetRows(path, leafNames(workProjection.root), { progress })) {
    for (let at = 0; at < rows.length; at += ROWS_A_CHUNK) {
      yield Buffer.from(
        `${rows
          .slice(at, at + ROWS_A_CHUNK)
          .map(rowJson)
          .join('\n')}\n`,
      )
    }
  }
}

const ROWS_A_CHUNK = 200

async function read(
  task: ParseTask,
  reader: ReaderOptions,
  output: ParsedOutput,
  resourcesDir: string,
): Promise<ReadCounts> {
  const progress = (bytes: number) => output.progress(bytes)
  if (task.source) {
    const chunks = await openSource(task.source, task, { resourcesDir, progress })
    return readStreamRecords({ ...reader, chunks, layout: 'lines' })
  }
  if (task.rows)
    return readStreamRecords({ ...reader, chunks: linesOf(task.path, progress), layout: 'lines' })
  const layout = task.layout ?? 'lines'
  if (task.compressed) {
    const chunks = asUtf8Json(openPacked(task.path, { progress }))
    return readStreamRecords({ ...reader, chunks, layout })
  }
  const fd = openSync(task.path, 'r')
  try {
    return readFileRecords({
      ...reader,
      fd,
      layout,
      from: task.from,
      to: task.to,
      afterRead: progress,
    })
  } finally {
    closeSync(fd)
  }
}
