/** What goes into the packages of all systems, by electron-builder's own targets and matchers, without Electron. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PackageListing } from '../../scripts/package/list-files.ts'
import { listPackages } from '../../scripts/package/list-files.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

let listings: PackageListing[] = []
const of = (system: string, arch: string): PackageListing => {
  const found = listings.find((listing) => listing.system === system && listing.arch === arch)
  if (!found) throw new Error(`no package of ${system} ${arch}`)
  return found
}

beforeAll(async () => {
  await ensureBuilt()
  listings = await listPackages(projectDir)
}, 300_000)

const VERSION = (JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string })
  .version
const NAMES = {
  win32: {
    x64: ['win-x64-setup.exe', 'win-x64-portable.exe'],
    arm64: ['win-arm64-setup.exe', 'win-arm64-portable.exe'],
  },
  darwin: { x64: ['mac-x64.dmg'], arm64: ['mac-arm64.dmg'] },
  linux: {
    x64: ['linux-x86_64.AppImage', 'linux-amd64.deb'],
    arm64: ['linux-arm64.AppImage', 'linux-arm64.deb'],
  },
}
const EACH = Object.entries(NAMES).flatMap(([system, archs]) =>
  Object.entries(archs).map(([arch, names]) => [system, arch, names] as const),
)

describe.each(EACH)('the packages for %s %s', (system, arch, names) => {
  const files = () => [...of(system, arch).files.keys()]
  const named = (pattern: RegExp) => files().filter((file) => pattern.test(file))

  test('have each a name of their own', () => {
    const made = of(system, arch).artifacts.map(({ file }) => file)
    expect(made.sort()).toEqual(names.map((name) => `science-cities-${VERSION}-${name}`).sort())
  })

  test('hold the native module of this system, outside of the archive, and nothing else there', () => {
    const native = [`node_modules/better-sqlite3/prebuilds/${system}-${arch}.node`]
    expect(named(/\.(node|dll|so|dylib|exe)$/)).toEqual(native)
    const outside = [...of(system, arch).files].filter(([, file]) => file.outside)
    expect(outside.map(([path]) => path)).toEqual(native)
  })

  test('hold the app, its resources and its licence', () => {
    for (const file of [
      'package.json',
      'LICENSE',
      'out/main/index.js',
      'out/main/worker.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'out/first-screen/first-screen.js',
      'resources/icon.png',
      'resources/editions/science-cities-2024/edition.json',
      'resources/index/gazetteer.txt.gz',
      'resources/fonts/science-cities-sans-400.woff2',
      'node_modules/@resvg/resvg-wasm/index_bg.wasm',
      'node_modules/world-atlas/countries-50m.json',
    ])
      expect(files(), file).toContain(file)
    expect(of(system, arch).beside).toEqual(['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
  })

  test('hold no sources, tests, maps, notes of the build, command line, or keys', () => {
    const roots = new Set(files().map((file) => file.split('/')[0]))
    expect([...roots].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json', 'resources'])
    expect(named(/\.(ts|mts|cts|map|md|vue|tsbuildinfo|log|gyp|c|cc|cpp|h)$/)).toEqual([])
    expect(named(/^out\/(bundled\/|[^/]*$)|^out\/main\/cli/)).toEqual([])
    expect(named(/(^|\/)(__tests__|tests?|\.git|\.github)\//)).toEqual([])
    expect(named(/(^|\/)\.env|\.(pem|p12|pfx|key|p8|keychain)$/i)).toEqual([])
    // What only builds or tests the app is in no package.
    expect(named(/^node_modules\/(electron|vite|vue|zod|typescript|vitest|@playwright)\//)).toEqual([])
  })
})

test('a deb names the address of the app’s home, or says that it lacks one', async () => {
  const debOf = (all: PackageListing[]) =>
    all.flatMap(({ artifacts }) =>
      artifacts.filter(({ kind }) => kind === 'deb').map(({ problem }) => problem),
    )
  expect(debOf(listings)).toEqual([expect.stringContaining('homepage'), expect.stringContaining('homepage')])
  expect(
    debOf(await listPackages(projectDir, { systems: ['linux'], homepage: 'https://cities.example' })),
  ).toEqual([null, null])
  const others = listings.flatMap(({ artifacts }) => artifacts.filter(({ kind }) => kind !== 'deb'))
  expect(others.map(({ problem }) => problem)).toEqual(others.map(() => null))
})

/** Width and height of a PNG. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(join(projectDir, file))
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test('the icons are as large as the systems ask', () => {
  // Windows: 256; Linux: 512; macOS: 1024 for sharp screens.
  expect(sizeOf('resources/icon.png')).toEqual([512, 512])
  expect(sizeOf('resources/icon-1024.png')).toEqual([1024, 1024])
})

test('under the hardened runtime the app may compile at run time, and no more', () => {
  const plist = readFileSync(join(projectDir, 'scripts/package/entitlements.plist'), 'utf8')
  expect([...plist.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ])
})
