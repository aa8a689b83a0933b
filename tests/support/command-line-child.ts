/**
 * The command line as a process that answers one command after another, with the core open all the while: a line of JSON
 * in (its arguments), a line of JSON out. Its folder is the first argument.
 */
import { createInterface } from 'node:readline'
import { runCli } from '../../src/cli/program.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'

const core = createCore({ dataDir: process.argv[2] ?? '', resourcesDir, appVersion })
for await (const line of createInterface({ input: process.stdin })) {
  let [out, err] = ['', '']
  const code = await runCli(JSON.parse(line) as string[], {
    stdout: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')),
    stderr: (text) => (err += text),
    isTerminal: false,
    env: {},
    core,
  })
  process.stdout.write(`${JSON.stringify({ code, out, err })}\n`)
}
await core.close()
