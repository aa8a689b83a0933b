/** A thread that says by which scanner one that parses would scan here. */
import { parentPort } from 'node:worker_threads'
import { createScanner } from '../../../src/core/scan/create-scanner.ts'
import { workProjection } from '../../../src/core/scan/work-projection.ts'

const strict = process.argv.at(-1) === 'strict'
parentPort?.postMessage(createScanner(workProjection, { strict }).constructor.name)
