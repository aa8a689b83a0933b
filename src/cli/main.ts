/** `science-cities …`, also `npm run -s cli -- …`: data on stdout, messages on stderr. */
import { runCli } from './program.ts'

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** Ctrl+C, and the word of a system that wants the program to end. */
const ENDS = ['SIGINT', 'SIGTERM'] as const

function onEnter(listener: () => void): () => void {
  process.stdin.on('data', listener)
  return () => {
    process.stdin.off('data', listener)
    process.stdin.pause() // else the program would not end
  }
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  messageColumns: process.stderr.isTTY ? process.stderr.columns : undefined,
  env: process.env,
  onInterrupt(listener) {
    const release = () => ENDS.forEach((signal) => process.off(signal, first))
    // A second one ends the program at once, as everywhere.
    const first = () => {
      release()
      listener()
    }
    ENDS.forEach((signal) => process.on(signal, first))
    return release
  },
  onEnter: process.stdin.isTTY ? onEnter : undefined,
})
