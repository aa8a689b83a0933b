/** Entry of the command line. */
import { beginThread } from '../core/threads/worker-entry.ts'

// Somebody waits for the first page of `serve`; its first thread begins beside the program, which takes as long to load.
if (process.argv[2] === 'serve') beginThread()

await import('./main.ts')
