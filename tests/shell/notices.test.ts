/** Third-party notices: whatever the bundles and the packed app hold of others is named, with its licence. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { licensed, packageFolder } from '../../scripts/notices/packages.ts'
import { BUNDLES, moduleFolder, packagesOf, thirdPartyNotices } from '../../scripts/notices/plugin.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
const out = join(projectDir, 'out')
let notices = ''

beforeAll(async () => {
  await ensureBuilt()
  notices = readFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
}, 120_000)

/** `vue 3.5.45 (MIT)` and so on, as the notices head each package. */
const heads = () => new Set(notices.match(/^\S+ \d\S* \(.+\)$/gm))

/** All files below a folder. */
const filesBelow = (path: string, name: RegExp) =>
  (readdirSync(path, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((file) => name.test(file) && !file.includes('.test.'))
    .map((file) => join(path, file))

test('each package that the builds noted, and each that is packed beside them, is named with licence and text', () => {
  const packages = [...packagesOf(projectDir, out)]
  for (const bundle of BUNDLES) expect(existsSync(join(out, 'bundled', `${bundle}.json`)), bundle).toBe(true)
  expect(packages.length).toBeGreaterThan(40)
  for (const [path] of packages) {
    const { name, version, licence, text } = licensed(projectDir, path)
    expect(heads(), name).toContain(`${name} ${version} (${licence})`)
    expect(notices).toContain(text)
  }
  expect(heads().size).toBe(packages.length)
})

test('so is each package of which the built scripts say that they hold it', () => {
  const scripts = filesBelow(join(out, 'main'), /\.js$/).map((file) => readFileSync(file, 'utf8'))
  const regions = scripts.flatMap((text) => [...text.matchAll(/^\/\/ (node_modules\/\S+)$/gm)])
  const named = new Set(
    regions.map(([, file = '']) => packageFolder(`/${file}`)?.slice('/node_modules/'.length)),
  )
  expect([...named]).toEqual(expect.arrayContaining(['commander', 'zod']))
  for (const name of named) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'))
})

test('so is each package that the screens import', () => {
  const sources = filesBelow(join(projectDir, 'src', 'renderer', 'src'), /\.(ts|vue)$/)
  const imports = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^\s*import (?!type )[^'"]*?['"]([a-z@][^'"]*)['"]/gm),
  ])
  const named = new Set(imports.map(([, address = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(address)?.[0] ?? ''))
  expect([...named]).toEqual(expect.arrayContaining(['vue', 'vue-i18n', 'reka-ui', 'cytoscape']))
  for (const name of named) expect(notices, name).toMatch(new RegExp(`^${name} \\d`, 'm'))
})

test('what is no package, or inside one, is named too', () => {
  const header = readFileSync(
    join(projectDir, 'node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h'),
    'utf8',
  )
  const version = /SQLITE_VERSION\s+"([^"]+)"/.exec(header)?.[1] ?? 'none'
  expect(notices).toContain(`Contains SQLite ${version}`)
  expect(notices).toMatch(
    /^@resvg\/resvg-wasm \S+ \(MPL-2\.0\)\n {4}https:\/\/github\.com\/yisibl\/resvg-js$/m,
  )
  expect(notices).toMatch(/tiny-skia \d/)
  expect(notices).toContain(readFileSync(join(projectDir, 'resources', 'fonts', 'OFL.txt'), 'utf8').trim())
  expect(notices).toContain(readFileSync(join(projectDir, 'DATA-LICENCE.md'), 'utf8').trim())
})

test('a module whose maker nobody can name ends the build', () => {
  expect(moduleFolder(projectDir, join(projectDir, 'src', 'cli', 'main.ts'))).toBeNull()
  expect(moduleFolder(projectDir, '\0vite/preload-helper.js')).toMatch(/node_modules\/vite$/)
  expect(() => moduleFolder(projectDir, '\0of-a-new-tool')).toThrow('of-a-new-tool')
})

describe('a package in a bundle', () => {
  /** Builds a project that bundles one package, with these files in it. */
  async function bundling(manifest: object, files: Record<string, string> = {}): Promise<string> {
    const root = folder('notices')
    const inside = join(root, 'node_modules', 'stranger')
    for (const path of [inside, join(root, 'resources', 'fonts')]) mkdirSync(path, { recursive: true })
    writeFileSync(join(root, 'package.json'), '{"name":"app"}')
    writeFileSync(join(root, 'DATA-LICENCE.md'), '# Figures')
    writeFileSync(join(root, 'resources', 'fonts', 'OFL.txt'), 'fonts')
    writeFileSync(join(root, 'app.js'), "import { one } from 'stranger'\nconsole.log(one)\n")
    writeFileSync(
      join(inside, 'package.json'),
      JSON.stringify({ name: 'stranger', version: '1.0.0', ...manifest }),
    )
    writeFileSync(join(inside, 'index.js'), 'export const one = Math.random()\n')
    for (const [name, text] of Object.entries(files)) writeFileSync(join(inside, name), text)
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [thirdPartyNotices(root, 'main')],
      build: { outDir: 'out/main', rollupOptions: { input: join(root, 'app.js') } },
    })
    return readFileSync(join(root, 'out', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  }

  test('is named with its licence, its notice and where its source is', async () => {
    const text = await bundling(
      { license: 'BSD-2-Clause', repository: { url: 'git+ssh://git@example.org/a/stranger.git' } },
      { LICENSE: 'Copyright A. Stranger', 'NOTICE.txt': 'With parts of another.' },
    )
    expect(text).toMatch(
      /^stranger 1\.0\.0 \(BSD-2-Clause\)\n {4}https:\/\/example\.org\/a\/stranger\n {4}in main$/m,
    )
    expect(text).toContain('Copyright A. Stranger\n\nWith parts of another.')
  })

  test('that names no licence, or carries no text of it, ends the build', async () => {
    await expect(bundling({}, { LICENSE: 'All rights.' })).rejects.toThrow('stranger 1.0.0 names no licence')
    await expect(bundling({ license: 'UNLICENSED' })).rejects.toThrow('names no licence')
    await expect(bundling({ license: 'MIT' })).rejects.toThrow('carries no text of its licence')
  })
})
