/** Entry of a parsing thread: turns files, or parts of them, into chunks of articles, one task after another. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/contract/errors.ts'
import { ParsedOutput } from './parsed-output.ts'
import { PARSERS } from './parsers.ts'
import type { ParserData, ParseTask } from './tasks.ts'

const port = parentPort
if (!port) throw new Error('parse-worker.ts runs on a worker thread only')
const data = workerData as ParserData
const output = new ParsedOutput(port, data)

port.on('message', async (task: ParseTask) => {
  try {
    output.begin(task)
    const parse = await PARSERS[task.kind]()
    output.end(await parse(task, data, output))
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('internal', String(error))
    port.postMessage({ type: 'error', error: known.toData() })
  }
})
port.postMessage({ type: 'ready' })
