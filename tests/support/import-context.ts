import type { ImportContext } from '../../src/core/context.ts'
import { resourcesDir } from '../../src/core/app-info.ts'

/** What an import is given where no core runs around it. */
export function importContext(dataDir: string, parts: Partial<ImportContext> = {}): ImportContext {
  return {
    dataDir,
    resourcesDir,
    appVersion: '0.0.0-test',
    now: () => '2025-01-01T00:00:00.000Z',
    emit: () => undefined,
    progress: () => undefined,
    releaseReaders: async () => undefined,
    resolveToken: (token) => token,
    resolveFiles: (token) => [token],
    signal: new AbortController().signal,
    ...parts,
  }
}
