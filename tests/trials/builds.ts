/** Two builds of the same sources in two folders, at two times and places of the world, give the same bytes. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { appRoot } from '../../src/core/app-info.ts'

/** Neither what is built nor what only a checkout has. */
const LEFT_OUT = new Set(['.git', 'out', 'dist', 'coverage', 'test-results', 'playwright-report'])

/** The same files by other names, as links where the disk allows. */
function copyTree(from: string, to: string, top = true): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (top && LEFT_OUT.has(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyTree(source, target, false)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

const WORLDS = [
  { folder: 'one', umask: 0o022, env: { TZ: 'UTC', LANG: 'C' } },
  {
    folder: join('a longer way', 'to 另一个'),
    umask: 0o077,
    env: { TZ: 'Asia/Kathmandu', LANG: 'zh_CN.UTF-8' },
  },
]

/** SHA-256 of each built file, by path. */
export function sumsOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
      return [relative(folder, file).replaceAll('\\', '/'), sum]
    }),
  )
}

/** Builds twice. `differ` names the files of which there is another or none on one side. @throws where a build fails */
export function buildsTrial(): { files: number; differ: string[] } {
  const work = mkdtempSync(join(tmpdir(), 'science-cities-builds-'))
  const before = process.umask()
  try {
    const [first, second] = WORLDS.map(({ folder, umask, env }) => {
      const root = join(work, folder)
      copyTree(appRoot, root)
      process.umask(umask)
      const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
      const { status, stderr } = spawnSync(process.execPath, [vite, 'build'], {
        cwd: root,
        env: { ...process.env, ...env, NODE_ENV: 'production' },
        encoding: 'utf8',
      })
      process.umask(before)
      if (status !== 0) throw new Error(`the build in ${root} failed:\n${stderr}`)
      return sumsOf(join(root, 'out'))
    }) as [Map<string, string>, Map<string, string>]
    const names = new Set([...first.keys(), ...second.keys()])
    return {
      files: first.size,
      differ: [...names].filter((name) => first.get(name) !== second.get(name)).sort(),
    }
  } finally {
    process.umask(before)
    rmSync(work, { recursive: true, force: true })
  }
}
