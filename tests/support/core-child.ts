/**
 * A core in a process of its own, to run beside others and to be killed: core-child.ts DATA_DIR. Takes `Asked`, answers
 * `Told`, and ends when its parent does.
 */
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Result } from '../../src/shared/contract/errors.ts'

export interface Asked {
  id: number
  method: string
  input: object
  /** Files that the call is given. */
  files?: readonly string[] | undefined
}

export type Told =
  { type: 'ready' } | { type: 'step'; step: string } | { type: 'answer'; id: number; result: Result<unknown> }

const core = createCore({ dataDir: process.argv[2] ?? '', resourcesDir, appVersion })
const tell = (told: Told) => process.send?.(told)
core.subscribe((event) => {
  if (event.type === 'imports.progress') tell({ type: 'step', step: event.step })
})
process.on('message', (asked: Asked) => void answer(asked))
process.on('disconnect', () => void core.close())
await core.ready
tell({ type: 'ready' })

async function answer({ id, method, input, files }: Asked): Promise<void> {
  const field = /^(datasets\.import|backups\.restore)$/.test(method) ? 'file' : 'files'
  const given = files === undefined ? {} : { [field]: (await core.grantFiles(files)).token }
  tell({ type: 'answer', id, result: await core.call(method, { ...input, ...given }) })
}
