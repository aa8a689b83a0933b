/** Runs an operation and kills itself before its n-th change on the disk: step-child.ts DATA_DIR N OPERATION. Says which. */
import { writeSync } from 'node:fs'
import { watchSteps } from '../../support/file-steps.ts'
import { importContext } from '../../support/import-context.ts'
import type { Operation } from './operations.ts'
import { runHere } from './operations.ts'

const [dataDir = '', step = '', operation = ''] = process.argv.slice(2)
const write = writeSync
watchSteps(dataDir, (number, name) => {
  if (number !== Number(step)) return
  write(1, name)
  process.kill(process.pid, 'SIGKILL')
})
const result = await runHere(JSON.parse(operation) as Operation, importContext(dataDir))
write(1, result.ok ? 'done' : JSON.stringify(result.error))
process.exit()
