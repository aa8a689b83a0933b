/** What each article of an index is drawn by in re-samples: of its id alone, whatever the order of files and threads was. */
import type { OpenDataset } from '../context.ts'
import { articleKey } from '../indicators/stability/poisson-weight.ts'
import { contributionChunks } from './chunk-columns.ts'
import { articleArrays } from './csr.ts'

/** By article, as `articleArrays` numbers them; 4 bytes each. */
export function articleKeys(dataset: OpenDataset): Uint32Array {
  return dataset.memo('article-keys', () => {
    const { stored } = articleArrays(dataset)
    const keys = new Uint32Array(stored.length)
    let at = 0
    for (const { ids } of contributionChunks(dataset.db)) for (const id of ids) keys[at++] = articleKey(id)
    return stored.map((place) => keys[place] as number)
  })
}
