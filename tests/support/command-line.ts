/** The command line from source, asked again and again: its start is paid once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface CommandLine {
  /** What a command says in JSON. @throws Error with its own words, where it fails */
  json<T>(...args: readonly string[]): Promise<T>
  close(): Promise<void>
}

export function commandLine(dataDir: string): CommandLine {
  const script = join(import.meta.dirname, 'command-line-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (args: readonly string[]): Promise<string> => {
    child.stdin.write(`${JSON.stringify(args)}\n`)
    const answer = await answers.next()
    if (answer.done) throw new Error(`the command line ended before it answered ${args.join(' ')}`)
    const { code, out, err } = JSON.parse(answer.value) as { code: number; out: string; err: string }
    if (code !== 0) throw new Error(`science-cities ${args.join(' ')} ended with ${code}: ${err}`)
    return out
  }
  return {
    async json<T>(...args: readonly string[]) {
      const asked = last.then(() => ask([...args, '--format', 'json', '--quiet']))
      last = asked.catch(() => undefined)
      return JSON.parse(await asked) as T
    },
    async close() {
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
