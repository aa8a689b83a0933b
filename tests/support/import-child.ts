/**
 * Run as a process of its own, to be killed, to run out of space or beside another one: import-child.ts DATA_DIR MODE
 * FILE... where MODE is that of an import, or `remove`. With STOP_AT=step it waits there until its input ends.
 */
import { readSync } from 'node:fs'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { importContext } from './import-context.ts'

const [dataDir = '', mode = '', ...paths] = process.argv.slice(2)
const context = importContext(dataDir, {
  progress({ step }) {
    process.stdout.write(`${step}\n`)
    if (step === process.env['STOP_AT']) readSync(0, Buffer.alloc(1))
  },
})
try {
  process.stdout.write('started\n')
  if (mode === 'remove') {
    const { commandHandlers } = await import('../../src/core/commands/handlers.ts')
    await commandHandlers['datasets.remove']({ dataset: 'mine' }, context)
  } else {
    await importIndex(
      {
        paths,
        as: 'mine',
        name: undefined,
        mode: mode as 'create' | 'replace' | 'add',
        options: indexOptions.parse({}),
      },
      context,
    )
  }
  process.stdout.write('done\n')
} catch (error) {
  process.stdout.write(
    error instanceof AppError
      ? `failed ${error.code} ${JSON.stringify(error.details.values ?? {})}\n`
      : `failed ${String(error)}\n`,
  )
  process.exitCode = 1
}
