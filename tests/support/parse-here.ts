/** Runs one parsing task in the thread of the test and counts what comes out. */
import { statSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { resourcesDir } from '../../src/core/app-info.ts'
import type { ArticleChunk, FromParser } from '../../src/core/import/chunks/chunk.ts'
import type { CountedRecords } from '../../src/core/import/chunks/counts.ts'
import { detectFile } from '../../src/core/import/run/detect.ts'
import { ParsedOutput } from '../../src/core/import/parse/parsed-output.ts'
import { PARSERS } from '../../src/core/import/parse/parsers.ts'
import type { ParserData, ParseTask } from '../../src/core/import/parse/tasks.ts'
import { loadFieldMapping } from '../../src/core/import/rules/field-mapping.ts'
import type { IndexOptions } from '../../src/shared/contract/imports.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { gives } from '../../src/shared/domain/file-kinds.ts'

export interface Parsed {
  counts: CountedRecords
  chunks: ArticleChunk[]
}

/** @throws AppError where the file is refused as a whole. */
export async function parseHere(path: string, options: Partial<IndexOptions> = {}): Promise<Parsed> {
  const detected = await detectFile(path)
  // A damaged file may be of no known kind: it is read as works all the same.
  const kind = gives('articles')(detected) ? detected.kind : 'works'
  const { layout, streamed, file, form } = detected
  const chunks: ArticleChunk[] = []
  let counts: CountedRecords | null = null
  const control = new SharedArrayBuffer(4)
  const port = {
    postMessage(message: FromParser) {
      if (message.type === 'end') counts = message.counts
      if (message.type !== 'chunk') return
      chunks.push(message)
      Atomics.sub(new Int32Array(control), 0, 1)
    },
  } as unknown as MessagePort
  const data: ParserData = {
    control,
    slot: 0,
    options: indexOptions.parse(options),
    subjects: { journals: null, mapping: loadFieldMapping(resourcesDir) },
    resourcesDir,
    printed: null,
  }
  const output = new ParsedOutput(port, data)
  const task: ParseTask = {
    number: 0,
    kind,
    path,
    file,
    layout,
    compressed: streamed,
    from: 0,
    to: statSync(path).size,
    ...(form === 'parquet' ? { rows: true } : {}),
  }
  output.begin(task)
  const parse = await PARSERS[kind]()
  output.end(await parse(task, data, output))
  if (!counts) throw new Error('the task did not end')
  return { counts, chunks }
}
