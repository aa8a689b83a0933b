import { getCurrentFuseWire } from '@electron/fuses'
import { extractAll } from '@electron/asar'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPackages } from '../../scripts/package/list-files.ts'
import { packageFolder } from '../../scripts/notices/packages.ts'
import { reached } from './imports.ts'
import { pack } from './packed.ts'
import { Desk, projectDir, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()

/** Files below a folder, by path. */
const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

interface Named {
  name: string
  version: string
}

/** Threads begin with scripts that no import names. */
const THREADS = ['worker.js', 'parse-worker.js', 'raster-worker.js'].map((name) => `out/main/${name}`)
const ENTRIES = ['out/main/index.js', 'out/preload/index.cjs', ...THREADS]

// The app of another system is packed by the same settings, but there its tools would be needed too.
describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  let packed: ReturnType<typeof pack>
  const named = (pattern: RegExp) => [...packed.files.keys()].filter((file) => pattern.test(file))

  beforeAll(async () => {
    await ensureBuilt()
    packed = pack(folder('package'))
  }, 300_000)

  test('carries the three bundles, its resources, and nothing of the workshop', () => {
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ]) {
      expect(packed.files.has(file), file).toBe(true)
    }
    expect(named(/^resources\/editions\/science-cities-2024\/top100-2023\.csv$/)).toHaveLength(1)
    expect(named(/^(src|tests|scripts|node_modules\/(electron|vite|typescript|playwright)[^/]*)\//)).toEqual(
      [],
    )
    expect(named(/\.(ts|map|md)$/)).toEqual([])
  })

  test('only the native module lies outside the archive, for this system alone', () => {
    const outside = [...packed.files].filter(([, unpacked]) => unpacked).map(([file]) => file)
    expect(outside).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`])
    expect(named(/\.node$/)).toEqual(outside)
    expect(filesBelow(`${packed.archive}.unpacked`)).toEqual(outside)
  })

  test('all that the app, its preload and its threads import lies inside, where Electron checks it', () => {
    const scripts = ENTRIES.flatMap((entry) => [...reached(join(projectDir, entry))])
    const files = new Set(scripts.map((file) => relative(projectDir, file).replaceAll('\\', '/')))
    expect(files.size).toBeGreaterThan(300)
    for (const file of files) expect([file, packed.files.get(file)]).toEqual([file, false])
    for (const file of named(/\.wasm$|^resources\/|^package\.json$|^out\/(renderer|first-screen)\//))
      expect([file, packed.files.get(file)]).toEqual([file, false])
  })

  test('what the settings are said to pack is what is packed', async () => {
    const listed = (await listPackages(projectDir, { systems: ['linux'] })).find(
      ({ arch }) => arch === process.arch,
    )
    const told = [...(listed?.files ?? [])].map(([path, { outside }]) => [path, outside] as const)
    expect(new Map(told.sort())).toEqual(new Map([...packed.files].sort()))
  })

  test('nothing of the command line is packed', () => {
    const own = reached(join(projectDir, 'out', 'main', 'cli.js'))
    expect(own).toContain(join(projectDir, 'out', 'main', 'cli-main.js'))
    expect(named(/^out\/main\/cli(-main)?\.js$/)).toEqual([])
  })

  test('the notices can be read, and name every package that is packed', () => {
    const notices = readFileSync(join(packed.app, 'resources', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const manifests = named(/\/package\.json$/).filter(
      (file) => packageFolder(`/${file}`) === `/${dirname(file)}`,
    )
    expect(manifests.length).toBeGreaterThan(15)
    for (const file of manifests) {
      const { name, version } = JSON.parse(readFileSync(join(projectDir, file), 'utf8')) as Named
      expect(notices, file).toContain(`\n${name} ${version} (`)
    }
    expect(named(/^out\/bundled\//)).toEqual([])
  })

  test('the fuses are set in the binary', async () => {
    const wire = await getCurrentFuseWire(join(packed.app, 'science-cities'))
    const [off, on] = ['0', '1'].map((state) => state.charCodeAt(0))
    // By their places: run as Node, cookie encryption, NODE_OPTIONS, inspection by command line, archive integrity,
    // app from the archive only, own V8 snapshot (left as it was), file protocol's privileges.
    expect(Array.from({ length: 8 }, (_, place) => wire[place as never])).toEqual([
      off,
      on,
      off,
      off,
      on,
      on,
      off,
      off,
    ])
  })

  describe('unpacked again', () => {
    let desk: Desk | undefined
    afterAll(() => desk?.end())

    test('runs with what it carries, away from the project', async () => {
      // By this name the app knows that it is packed, and checks what lies outside.
      const appDir = join(folder('unpacked'), 'app.asar')
      extractAll(packed.archive, appDir)
      desk = await startDesk({ dataDir: folder('packaged-data'), appDir })
      expect(await desk.call('rankings.list', { limit: 1 })).toMatchObject({
        ok: true,
        value: { rows: [{ id: 'beijing', share: 4259.39 }] },
      })
      expect(
        await desk.call('exports.table', { table: { of: 'rankings', input: {} }, format: 'csv' }),
      ).toMatchObject({ ok: true })
      const page = await desk.fetch('app://science-cities/')
      expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      const [window] = await desk.windows()
      expect(existsSync(window?.options.icon as string)).toBe(true)
      const top = readdirSync(appDir).filter((name) => name !== 'LICENSE')
      expect(top.sort()).toEqual(['node_modules', 'out', 'package.json', 'resources'])
    })

    test('does not start with a native module of which one byte was changed, and says so', async () => {
      const appDir = join(folder('changed'), 'app.asar')
      extractAll(packed.archive, appDir)
      const [native = ''] = named(/\.node$/)
      const bytes = readFileSync(join(appDir, native))
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(join(appDir, native), bytes)
      const dataDir = folder('changed-data')
      const changed = new Desk({ dataDir, appDir, env: { DISPLAY: ':0' } })
      expect(await changed.ended).toBe(1)
      const [box] = (await changed.callsOf('dialog.showMessageBox'))[0] as [{ message: string }]
      expect(box.message).toContain('A file of the app is not the one that was installed')
      expect(box.message).toContain(join(appDir, native))
      expect(readdirSync(dataDir)).toEqual(['shell']) // no thread has begun
    })
  })
})
