import { closeSync, openSync } from 'node:fs'
import { createScanner } from '../../scan/create-scanner.ts'
import { readFileRecords, readStreamRecords } from '../../scan/record-reader.ts'
import type { ReadCounts, ReaderOptions } from '../../scan/record-judge.ts'
import { workProjection } from '../../scan/work-projection.ts'
import { openBytes } from '../text/open-bytes.ts'
import { asUtf8Json } from '../text/utf16-json.ts'
import { WorkCollapser } from '../works/collapse-work.ts'
import { WorkText } from '../works/work-text.ts'
import type { ParsedOutput } from './parsed-output.ts'
import { openSource } from './sources.ts'
import type { ParserData, ParseTask } from './tasks.ts'

/** Parses OpenAlex works into the output's chunks. @returns the number of lines read */
export async function parseWorks(
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
  const reader: ReaderOptions = {
    scanner: createScanner(workProjection, { strict: options.strict }),
    sink: {
      onRecord(scanner, triples, line) {
        counts.read++
        const reason = collapser.add(scanner, triples)
        if (reason) {
          const detail = counts.lists ? collapser.detail(scanner, reason) : ''
          counts.reject(reason, { file: task.file, line, detail })
          output.workRefused()
        } else output.articleAdded()
      },
      onBad(line, reason, message) {
        counts.read++
        const rejection = reason === 'cut-off' ? 'cut-off' : 'unreadable'
        counts.reject(rejection, { file: task.file, line, detail: `${reason}: ${message}` })
      },
    },
  }
  const { lines } = await read(task, reader, output, resourcesDir)
  return lines
}

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
  const layout = task.layout ?? 'lines'
  if (task.compressed) {
    const chunks = asUtf8Json(openBytes(task.path, { progress }))
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
