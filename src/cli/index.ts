/** Entry of the command line. */
import { beginThread } from '../core/threads/worker-entry.ts'
import { nodeTooOld } from './node-version.ts'

// Said before anything loads the database's native module, which takes an older Node down without a word.
const tooOld = nodeTooOld(process.versions.node)
if (tooOld === null) {
  // Somebody waits for the first page of `serve`; its first thread begins beside the program, which takes as long to load.
  if (process.argv[2] === 'serve') beginThread()
  await import('./main.ts')
} else {
  process.stderr.write(`${tooOld}\n`)
  process.exitCode = 1
}
