/**
 * The work of a core's threads in one thread of a process of its own, which starts in a third of the time: to be killed
 * often. Arguments and messages are those of core-child.ts.
 */
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import type { ImportContext } from '../../src/core/context.ts'
import { dispatch } from '../../src/core/dispatch.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import type { Asked, Told } from './core-child.ts'
import { importContext } from './import-context.ts'
import { queriesOf } from './index.ts'

const dataDir = process.argv[2] ?? ''
const tell = (told: Told) => process.send?.(told)
const context = importContext(dataDir, { progress: ({ step }) => void tell({ type: 'step', step }) })
const queries = queriesOf(dataDir)
process.on('message', (asked: Asked) => void answer(asked))
process.on('disconnect', () => process.exit())
await prepareDatasets(context)
tell({ type: 'ready' })

async function answer({ id, method, input, files }: Asked): Promise<void> {
  const field = /^(datasets\.import|backups\.restore)$/.test(method) ? 'file' : 'files'
  const given = files === undefined ? {} : { [field]: 'g'.repeat(24) }
  const result: Result<unknown> =
    method === 'datasets.verify'
      ? { ok: true, value: await queries.call(method, input as { dataset: string }) }
      : await dispatch<ImportContext>(
          commandHandlers,
          method as MethodName,
          { ...input, ...given },
          { ...context, resolveFiles: () => files ?? [] },
        )
  tell({ type: 'answer', id, result })
}
