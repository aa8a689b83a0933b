import { getCurrentFuseWire } from '@electron/fuses'
import { extractAll, getRawHeader } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFolder } from '../../scripts/notices/packages.ts'
import type { Desk } from './stand-in/desk.ts'
import { pinnedNode, projectDir, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

/** Marks the fuses in Electron's binary; a file that carries it is one, as far as the fuses go. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const folder = temporaryFolders()
const work = folder('package')
const unpackedApp = join(
  work,
  'dist',
  process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
)
const archive = join(unpackedApp, 'resources', 'app.asar')

/** A folder in the shape of Electron's own, its binary nothing but a wire of fuses in the state of a release. */
function fakeElectron(): string {
  const dist = join(work, 'electron')
  mkdirSync(join(dist, 'locales'), { recursive: true })
  const wire = [Buffer.alloc(64), Buffer.from(FUSE_SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')]
  writeFileSync(join(dist, 'electron'), Buffer.concat([...wire, Buffer.alloc(64)]))
  chmodSync(join(dist, 'electron'), 0o755)
  return dist
}

/** electron-builder itself packs the app for Linux, with the project's settings, from the pretended distribution. */
function pack(): void {
  const builder = join(projectDir, 'node_modules', 'electron-builder', 'cli.js')
  const settings = [`-c.electronDist=${fakeElectron()}`, `-c.directories.output=${join(work, 'dist')}`]
  const { status, stdout, stderr } = spawnSync(
    pinnedNode(),
    [builder, '--linux', `--${process.arch}`, '--dir', '--publish=never', ...settings],
    { cwd: projectDir, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`)
}

interface Named {
  name: string
  version: string
}

interface Entry {
  files?: Record<string, Entry>
  unpacked?: boolean
}

/** Every file of the archive's table, by path, and whether it lies outside. */
function filesOf(entry: Entry, path = ''): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const [name, below] of Object.entries(entry.files ?? {})) {
    const here = path ? `${path}/${name}` : name
    if (below.files) for (const [file, unpacked] of filesOf(below, here)) found.set(file, unpacked)
    else found.set(here, below.unpacked === true)
  }
  return found
}

/** A script and all that it imports by relative address, at once or later. */
function closure(script: string, seen = new Set<string>()): Set<string> {
  if (seen.has(script)) return seen
  seen.add(script)
  const imports = readFileSync(script, 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)
  for (const [, target] of imports) closure(join(dirname(script), target ?? ''), seen)
  return seen
}

// The app of another system is packed by the same settings, but there its tools would be needed too.
describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  let files = new Map<string, boolean>()
  const named = (pattern: RegExp) => [...files.keys()].filter((file) => pattern.test(file))

  beforeAll(async () => {
    await ensureBuilt()
    pack()
    files = filesOf(getRawHeader(archive).header as Entry)
  }, 300_000)

  test('carries the three bundles, its resources, and nothing of the workshop', () => {
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ]) {
      expect(files.has(file), file).toBe(true)
    }
    expect(named(/^resources\/editions\/science-cities-2024\/top100-2023\.csv$/)).toHaveLength(1)
    expect(named(/^(src|tests|scripts|node_modules\/(electron|vite|typescript|playwright)[^/]*)\//)).toEqual(
      [],
    )
    expect(named(/\.(ts|map|md)$/)).toEqual([])
  })

  test('the native module lies outside the archive, for this system alone', () => {
    const native = named(/\.node$/)
    expect(native).toContain(`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`)
    for (const file of native) {
      expect(files.get(file), file).toBe(true)
      expect(file).toMatch(/linux/)
      expect(existsSync(join(`${archive}.unpacked`, file))).toBe(true)
    }
  })

  test('the threads’ entries lie outside with every chunk that they load', () => {
    const main = join(projectDir, 'out', 'main')
    const entries = ['worker.js', 'parse-worker.js', 'raster-worker.js'].flatMap((entry) => [
      ...closure(join(main, entry)),
    ])
    const needed = entries.map((file) => `out/main/${relative(main, file)}`)
    expect(needed.length).toBeGreaterThan(3)
    for (const file of needed) {
      expect(files.get(file), file).toBe(true)
      expect(existsSync(join(`${archive}.unpacked`, file)), file).toBe(true)
    }
  })

  test('the entry of the app, the preload and the screens stay inside, where their integrity is checked', () => {
    const inside = ['package.json', 'out/main/index.js', ...named(/^out\/(preload|renderer)\//)]
    for (const file of inside) expect(files.get(file), file).toBe(false)
  })

  test('web assembly and resources lie outside', () => {
    const outside = [...named(/\.wasm$/), ...named(/^resources\//)]
    expect(outside).toContain('node_modules/@resvg/resvg-wasm/index_bg.wasm')
    for (const file of outside) expect(files.get(file), file).toBe(true)
  })

  test('the notices can be read, and name every package that is packed', () => {
    const notices = readFileSync(join(unpackedApp, 'resources', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const packed = named(/\/package\.json$/).filter(
      (file) => packageFolder(`/${file}`) === `/${dirname(file)}`,
    )
    expect(packed.length).toBeGreaterThan(15)
    for (const file of packed) {
      const { name, version } = JSON.parse(readFileSync(join(projectDir, file), 'utf8')) as Named
      expect(notices, file).toContain(`\n${name} ${version} (`)
    }
    expect(named(/^out\/bundled\//)).toEqual([])
  })

  test('the fuses are set in the binary', async () => {
    const wire = await getCurrentFuseWire(join(unpackedApp, 'science-cities'))
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
      const appDir = join(folder('unpacked'), 'app')
      extractAll(archive, appDir)
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
  })
})
