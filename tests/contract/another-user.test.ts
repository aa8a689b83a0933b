/**
 * Another user of the machine beside a running app, with everything in its data folder, a page open and an upload half-way:
 * reads no file, no address and no session, is answered by no request, and puts nothing in the app's way.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../scripts/support/built-host.ts'
import { serveBuilt } from '../../scripts/support/built-host.ts'
import { appRoot } from '../../src/core/app-info.ts'
import { temporaryFolder } from '../support/edition.ts'
import type { Page } from '../trials/soak/page.ts'
import { openPage } from '../trials/soak/page.ts'

const can = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/bash')
const NOBODY = 65534
const folder = temporaryFolder()
const dataDir = join(folder, 'data')
let served: Served
let page: Page
let cookie = ''

/** What a script of another user says, on stdout and stderr. */
function asNobody(script: string, ...args: string[]): string {
  const options = { uid: NOBODY, gid: NOBODY, encoding: 'utf8', cwd: '/', timeout: 60_000 } as const
  const { stdout, stderr } = spawnSync('/bin/bash', ['-c', script, 'sh', ...args], options)
  return `${stdout}${stderr}`
}

const everything = (path: string): string[] =>
  lstatSync(path).isDirectory()
    ? [path, ...readdirSync(path).flatMap((name) => everything(join(path, name)))]
    : [path]

describe.skipIf(!can)(`another user${can ? '' : ' (skipped: needs root)'}`, () => {
  beforeAll(async () => {
    const earlier = process.umask(0)
    chmodSync(folder, 0o777) // above the data folder everybody does as he likes
    const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']
    served = await serveBuilt({ script, args: ['--data-dir', dataDir] })
    process.umask(earlier)
    page = await openPage(served)
    cookie = /^Cookie: (.*)\r$/m.exec(page.head('GET', '/'))?.[1] ?? ''
    const said = [
      await page.call('datasets.duplicate', { dataset: 'science-cities-2024', as: 'mine' }),
      await page.call('cities.keep', { city: 'beijing', as: 'favourite' }),
      await page.call('reports.save', { dataset: 'mine', content: { name: 'Ours' } }),
      await page.call('groups.save', {
        name: 'Ours',
        members: [
          {
            ...{ pasted: 'Beijing', id: 'beijing', name: 'Beijing', region: 'CN' },
            ...{ division: null, ror: null, dataset: 'mine' },
          },
        ],
      }),
      await page.post('/api/uploads', { files: [{ name: 'unpublished.csv', base64: 'MSwy' }] }),
      await page.post('/api/files/begin', { files: [{ name: 'half.csv', bytes: 5 }] }),
      await page.post('/api/downloads', { method: 'exports.dataset', input: { dataset: 'mine' } }),
    ]
    expect(said.map(({ ok, code }) => [ok, code])).toEqual(said.map(() => [true, null]))
    expect(cookie).toMatch(/^science-cities-\d+=[\w-]{43}$/)
  })
  afterAll(async () => {
    await served?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('reads and lists nothing of the data folder', () => {
    const all = everything(dataDir)
    for (const part of ['mine.sqlite', 'mine.report', 'kept-cities', 'groups', 'unpublished.csv', 'half.csv'])
      expect([part, all.some((path) => path.includes(part))]).toEqual([part, true])
    expect(readdirSync(join(dataDir, 'temporary')).length).toBeGreaterThanOrEqual(2)
    const read =
      'for f in "$@"; do head -c 1 "$f" 2>/dev/null && echo "READ $f"; ls "$f" >/dev/null 2>&1 && echo "LISTED $f"; done'
    expect(asNobody(read, ...all)).toBe('')
    expect(asNobody('ls "$1"', folder)).toContain('data') // he gets as far as that
  })

  test('finds no address and no session in what the system tells of the process', () => {
    const proc = `/proc/${served.process.pid}`
    const told = asNobody(
      'cat $1/cmdline $1/environ $1/maps $1/mem; ls -l $1/fd $1/cwd; cat $1/task/*/environ; ps auxeww 2>/dev/null; ss -lntp 2>/dev/null',
      proc,
    )
    const token = new URL(served.openUrl).searchParams.get('token') ?? ''
    expect(told).toContain('serve') // its command line, which everybody reads
    for (const secret of [token, cookie.split('=')[1] ?? '', 'unpublished'])
      expect(told).not.toContain(secret)
    expect(asNobody('head -c 10 $1/environ | wc -c; ls $1/fd | wc -l', proc)).toMatch(
      /^0\n|Permission denied/,
    )
    // The owner does read it: what is looked at is there.
    expect(readFileSync(`${proc}/environ`, 'utf8')).toContain('PATH=')
  })

  test('is refused whatever is asked, without the cookie', () => {
    const { port } = new URL(page.origin)
    const ask = (text: string) =>
      asNobody('exec 3<>/dev/tcp/127.0.0.1/$1; printf "%b" "$2" >&3; timeout 3 cat <&3', port, text)
    const rest = `Host: 127.0.0.1:${port}\\r\\nSec-Fetch-Site: same-origin\\r\\nConnection: close\\r\\n`
    for (const path of ['/', '/api/host', '/api/events', '/assets/x.js', '/cities/beijing']) {
      const came = ask(`GET ${path} HTTP/1.1\\r\\n${rest}\\r\\n`)
      expect([path, came.split('\r\n')[0]]).toEqual([path, 'HTTP/1.1 403 Forbidden'])
      expect(came).not.toMatch(/Set-Cookie|Beijing/i)
    }
    const body = '{"dataset":"mine"}'
    const json = `Content-Type: application/json\\r\\nContent-Length: ${body.length}\\r\\n`
    const removed = ask(`POST /api/call/datasets.remove HTTP/1.1\\r\\n${rest}${json}\\r\\n${body}`)
    expect(removed).toContain('HTTP/1.1 403 Forbidden')
    // The address that was printed, should he see the screen: it was used.
    const again = ask(`GET ${served.openUrl.slice(page.origin.length)} HTTP/1.1\\r\\n${rest}\\r\\n`)
    expect(again).toMatch(/^HTTP\/1\.1 403 (.|\r\n)*used already/)
  })

  test('changes, replaces, locks and plants nothing', async () => {
    const before = everything(dataDir).join('\n')
    const [datasets, temporary] = [join(dataDir, 'datasets'), join(dataDir, 'temporary')]
    const attempts = [
      'echo x > "$1/mine.sqlite"',
      'rm -f "$1/mine.sqlite"',
      'mv "$1/mine.sqlite" "$1/other.sqlite"',
      'ln -s /etc/passwd "$1/planted.sqlite"',
      'ln "$1/mine.sqlite" /tmp/science-cities-linked-$$ && rm /tmp/science-cities-linked-$$',
      'echo > "$1/mine.lock"',
      'exec 9<"$1/mine.sqlite" && flock -n 9',
      'mkdir "$2/1.planted"',
      'ln -s /etc "$2/1.planted"',
      'mv "$3" "$3-away"',
      'rmdir "$3"',
      'chmod 777 "$3"',
      'kill -TERM $4',
    ]
    // The folder above may be sticky, as /tmp is; in one that is open to all its owner has to know what he does.
    chmodSync(folder, 0o1777)
    const pid = String(served.process.pid)
    for (const attempt of attempts) {
      const came = asNobody(`{ ${attempt}; } 2>/dev/null && echo DONE`, datasets, temporary, dataDir, pid)
      expect([attempt, came]).toEqual([attempt, ''])
    }
    expect(everything(dataDir).join('\n')).toBe(before)
    expect(await page.call('rankings.list', { dataset: 'mine' })).toMatchObject({ ok: true })
  })

  test('who planted a link in a folder that is then closed has not led it elsewhere', async () => {
    const planted = join(folder, 'planted')
    asNobody('mkdir -m 777 "$1" "$1/datasets" && ln -s /etc/passwd "$1/datasets/x.sqlite"', planted)
    expect(lstatSync(planted).uid).toBe(NOBODY)
    const { closeToOthers } = await import('../../src/core/kept/private.ts')
    closeToOthers(planted)
    expect(lstatSync('/etc/passwd').mode & 0o044).toBe(0o044) // no link was followed
  })
})

test('nothing of the app is made in the folder that all users share', () => {
  const sources = readdirSync(join(appRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/(^|[/\\])(test-|testing)|\.test\.ts$/.test(name),
  )
  const shared = sources.filter((name) =>
    /\btmpdir\(|mkdtemp|['"]\/tmp\b/.test(readFileSync(join(appRoot, 'src', name), 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(500)
  expect(shared).toEqual([])
})
