/** Where a dataset's report stands; apart from what reads it, as a removal needs no schemas. */
import { join } from 'node:path'
import { datasetsDir } from '../datasets/files.ts'

export function reportDir(dataDir: string, dataset: string): string {
  return join(datasetsDir(dataDir), `${dataset}.report`)
}
