/** What a parsing thread loads: readers of what its tasks are of, and nothing of the others. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { indexOptions } from '../../../shared/contract/imports.ts'
import type { FromParser, TaskEnd } from '../chunks/chunk.ts'
import { loadFieldMapping } from '../rules/field-mapping.ts'
import { PlanBuilder } from '../sample/year-plan.ts'
import type { ParserData, ParseTask } from './tasks.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-parse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Tells of every module before it is loaded, then is the thread itself. */
const WATCHED = `
const { registerHooks } = require('node:module')
const { parentPort } = require('node:worker_threads')
registerHooks({ load(url, context, next) {
  parentPort.postMessage({ type: 'loads', url })
  return next(url, context)
} })
import(${JSON.stringify(new URL('./parse-worker.ts', import.meta.url).href)})`

/** Runs one task in a thread. @returns how it ended, and the modules of the project that the thread loaded */
async function parse(task: ParseTask): Promise<{ end: TaskEnd; loaded: string[] }> {
  const control = new SharedArrayBuffer(4)
  const workerData: ParserData = {
    control,
    slot: 0,
    options: indexOptions.parse({}),
    subjects: { journals: null, mapping: loadFieldMapping(resourcesDir) },
    resourcesDir,
    printed: null,
  }
  const loaded: string[] = []
  const worker = new Worker(WATCHED, { eval: true, workerData })
  try {
    const end = await new Promise<TaskEnd>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (message: FromParser | { type: 'loads'; url: string }) => {
        if (message.type === 'loads') loaded.push(message.url)
        else if (message.type === 'ready') worker.postMessage(task)
        else if (message.type === 'error') reject(new Error(message.error.message))
        else if (message.type === 'end') resolve(message)
        else if (message.type === 'chunk') {
          Atomics.sub(new Int32Array(control), 0, 1)
          Atomics.notify(new Int32Array(control), 0)
        }
      })
    })
    return { end, loaded }
  } finally {
    await worker.terminate()
  }
}

function fileTask(kind: ParseTask['kind'], name: string, text: string): ParseTask {
  const path = join(folder, name)
  writeFileSync(path, text)
  const layout = kind === 'works' ? ('lines' as const) : null
  return { number: 0, kind, path, file: name, layout, compressed: false, from: 0, to: statSync(path).size }
}

const WORK = {
  id: 'https://openalex.org/W1',
  publication_year: 2023,
  type: 'article',
  authorships: [{ institutions: [{ id: 'https://openalex.org/I1' }] }],
}
const TABLE = 'article_id,year,author_name,city,country\np1,2023,A,Leeds,GB\n'
const ofSample = (urls: string[]) => urls.filter((url) => url.includes('/import/sample/'))

test.each([
  fileTask('works', 'works.jsonl', `${JSON.stringify(WORK)}\n`),
  fileTask('affiliations', 'table.csv', TABLE),
])('a thread that parses $file loads nothing of the sample', async (task) => {
  const { end, loaded } = await parse(task)
  expect(end.counts.stored).toBe(1)
  expect(loaded.some((url) => url.endsWith(`/parse-${task.kind}.ts`))).toBe(true)
  expect(ofSample(loaded)).toEqual([])
})

test('a thread that parses a part of the sample loads it then', async () => {
  const builder = new PlanBuilder(2023, 3)
  for (let article = 0; article < 3; article++) {
    builder.affiliate(article)
    builder.endAuthor()
    builder.endArticle(1)
  }
  const plan = builder.finish()
  const source = { name: 'sample' as const, articles: plan.articles, given: { plan, seed: 1 } }
  const place = { path: 'sample', file: 'sample', layout: 'lines' as const, compressed: false }
  const { end, loaded } = await parse({ number: 0, kind: 'works', ...place, from: 0, to: 3, source })
  expect(end.counts.stored).toBe(3)
  expect(ofSample(loaded)).not.toEqual([])
})
