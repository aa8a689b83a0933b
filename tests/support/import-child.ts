/** Run as a process of its own, to be killed or to run out of space: import-child.ts DATA_DIR MODE FILE... */
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { importContext } from './import-context.ts'

const [dataDir = '', mode = '', ...paths] = process.argv.slice(2)
try {
  process.stdout.write('started\n')
  await importIndex(
    {
      paths,
      as: 'mine',
      name: undefined,
      mode: mode as 'create' | 'replace' | 'add',
      options: indexOptions.parse({}),
    },
    importContext(dataDir, { progress: ({ step }) => process.stdout.write(`${step}\n`) }),
  )
  process.stdout.write('done\n')
} catch (error) {
  process.stdout.write(`failed ${error instanceof AppError ? error.code : String(error)}\n`)
  process.exitCode = 1
}
