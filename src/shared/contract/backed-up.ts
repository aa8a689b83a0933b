/** What a backup took in, told with its file. */
import type { ErrorCode } from './errors.ts'

/** What could not be read when the backup was made, and is not in it. */
export interface LeftOut {
  /** Id of a dataset, or the name of a file. */
  what: string
  code: ErrorCode
}

export interface BackedUp {
  /** How many are in it. */
  datasets: number
  leftOut: LeftOut[]
}
