/** `serve --open` from source: no command line ever holds what opens the app, whoever reads them all. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appRoot } from '../../src/core/app-info.ts'
import { temporaryFolder } from '../support/edition.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0
const can = process.platform === 'linux' && isRoot
const NOBODY = 65534

/** An opener that tells what it was given and reads it, as a browser would, and stays a while. */
const OPENER = `#!/bin/sh\nprintf '%s\\n' "$1" > "$TOLD.part"\ncat "$1" >> "$TOLD.part"\nmv "$TOLD.part" "$TOLD"\nsleep 1\n`

test.skipIf(!can)(
  `another user who reads all command lines finds no address${can ? '' : ' (skipped: needs root)'}`,
  async () => {
    const [bin, told, dataDir] = [join(folder, 'bin'), join(folder, 'told'), join(folder, 'data')]
    mkdirSync(bin)
    writeFileSync(join(bin, 'xdg-open'), OPENER, { mode: 0o755 })
    chmodSync(folder, 0o755)
    const watch = 'while :; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "; done'
    const watcher = spawn('sh', ['-c', watch], {
      uid: NOBODY,
      gid: NOBODY,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let seen = ''
    watcher.stdout.on('data', (text: Buffer) => {
      seen += text.toString('latin1')
      if (seen.length > 8e6) seen = [...new Set(seen.match(/\S*(?:open|token)\S*/g))].join(' ')
    })
    const args = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve', '--open', '--data-dir', dataDir]
    const env = {
      ...process.env,
      DISPLAY: ':0',
      TOLD: told,
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
    }
    const served = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    served.stdout.on('data', (text: Buffer) => (out += text.toString()))
    served.stderr.on('data', (text: Buffer) => (err += text.toString()))
    try {
      await expect.poll(() => existsSync(told) && err.includes('open.html'), { timeout: 60_000 }).toBe(true)
      const [page = '', ...content] = readFileSync(told, 'utf8').split('\n')
      const token = /token=([\w-]{43})/.exec(out)?.[1] ?? 'none'
      expect(content.join('\n')).toContain(token)
      expect(statSync(page).mode & 0o777).toBe(0o600)
      expect(seen).toContain(page) // the watcher saw the opener's command line …
      expect(seen).not.toContain(token) // … and nothing that opens the app
      const read = spawn('cat', [page], { uid: NOBODY, gid: NOBODY, stdio: 'ignore' })
      expect((await once(read, 'exit'))[0]).not.toBe(0)

      const address = out.trim()
      const first = await fetch(address, { redirect: 'manual' })
      const second = await fetch(address, { redirect: 'manual' })
      expect([first.status, second.status]).toEqual([303, 403])
      await expect.poll(() => err, { timeout: 15_000 }).toContain('opened a second time, and refused')
      served.kill('SIGTERM')
      await once(served, 'exit')
      expect(existsSync(page)).toBe(false)
    } finally {
      watcher.kill('SIGKILL')
      served.kill('SIGKILL')
    }
  },
)
