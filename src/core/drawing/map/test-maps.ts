/** The bundled edition and a small sample, for the tests of maps. */
import { afterAll, beforeAll } from 'vitest'
import type { MapDrawing } from '../../../shared/contract/drawings.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import { prepareDatasets } from '../../import/edition/bundled.ts'
import { DatasetPool } from '../../datasets/pool.ts'
import { createSample } from '../../import/run/create-sample.ts'
import { resourcesDir, TestFolder } from '../../import/text/test-files.ts'
import { drawMap } from './draw-map.ts'

/** Of the sample. */
const SCALE = 0.02

/** Stores both before the tests of a file and removes them after it. */
export function useMaps() {
  const folder = new TestFolder()
  const pool = new DatasetPool({ dataDir: folder.path, resourcesDir })
  const context: ReaderContext = {
    dataDir: folder.path,
    resourcesDir,
    appVersion: '0',
    now: () => '2026-01-01T00:00:00Z',
    open: (id) => pool.open(id),
    release: (id) => pool.release(id),
  }
  beforeAll(async () => {
    const importing = {
      ...context,
      emit: () => undefined,
      releaseReaders: () => Promise.resolve(),
      resolveToken: (token: string) => token,
      resolveFiles: (token: string) => [token],
      signal: new AbortController().signal,
      progress: () => undefined,
    }
    await prepareDatasets(importing)
    await createSample({ as: 'sample', replace: false, seed: 1, scale: SCALE }, importing)
  }, 60_000)
  afterAll(() => {
    pool.close()
    folder[Symbol.dispose]()
  })
  return {
    context,
    draw: (input: InputOf<'maps.draw'>): Promise<MapDrawing> =>
      drawMap(contract['maps.draw'].input.parse(input), context),
  }
}
