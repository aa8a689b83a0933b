import { rmSync } from 'node:fs'

/**
 * Removes what was not finished, or is no longer needed. Where the disk lets go of nothing it stays, to be swept by a later
 * start: what failed before is what the user must be told.
 */
export function drop(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // stays
  }
}
