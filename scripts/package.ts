/**
 * `npm run package`: the packages for this system, or for those that are named; `--dry-run` checks the settings and lists
 * what each package would hold, for all systems, without Electron's binaries.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { appRoot } from '../src/core/app-info.ts'
import type { PackageListing } from './package/list-files.ts'
import { listPackages } from './package/list-files.ts'
import type { System } from './package/secrets.ts'
import { HOMEPAGE, missing } from './package/secrets.ts'
import { buildIfStale } from './support/build.ts'

const HELP = `npm run package -- [--win] [--mac] [--linux] [--x64] [--arm64] [--dir] [--electron-dist DIR] [--dry-run] [--files]

Without a system: this one; without a processor: both. Packages go to dist/, with their SHA-256 in dist/SHA256SUMS.
  --dir                 the app's folder alone, unpacked
  --electron-dist DIR   Electron's files from a folder in place of its download
  --dry-run             what each package would hold, for all systems; --files lists every file
`
const { values: asked } = parseArgs({
  options: {
    win: { type: 'boolean' },
    mac: { type: 'boolean' },
    linux: { type: 'boolean' },
    x64: { type: 'boolean' },
    arm64: { type: 'boolean' },
    dir: { type: 'boolean' },
    'electron-dist': { type: 'string' },
    'dry-run': { type: 'boolean' },
    files: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
const homepage = process.env[HOMEPAGE]

/** What is asked for, else what this machine is. */
function systems(): System[] {
  const named = { win32: asked.win, darwin: asked.mac, linux: asked.linux }
  const chosen = (['win32', 'darwin', 'linux'] as const).filter((system) => named[system])
  return chosen.length > 0 ? chosen : [process.platform as System]
}

const tell = (sentences: readonly string[]) => sentences.forEach((sentence) => console.log(sentence))
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function show({ system, arch, artifacts, files, beside }: PackageListing): void {
  const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0)
  console.log(`\n${system} ${arch}: ${files.size} files, ${megabytes(bytes)} before Electron`)
  for (const { kind, file, problem } of artifacts)
    console.log(`  ${kind}: ${problem ? `not made (${problem})` : file}`)
  console.log(`  beside the archive: ${beside.join(', ')}`)
  const outside = [...files].filter(([, file]) => file.outside).map(([path]) => path)
  console.log(`  outside of the archive's integrity: ${outside.join(', ')}`)
  const groups = Map.groupBy(
    files,
    ([path]) => /^(?:node_modules|[^/]+\/[^/]+(?=\/)|[^/]+)/.exec(path)?.[0] ?? '',
  )
  for (const [group, inside] of [...groups].sort()) {
    const sum = inside.reduce((total, [, file]) => total + file.bytes, 0)
    console.log(`  ${group}: ${inside.length} files, ${megabytes(sum)}`)
  }
  if (asked.files) for (const path of [...files.keys()].sort()) console.log(`    ${path}`)
}

async function dryRun(): Promise<void> {
  for (const listing of await listPackages(appRoot, { homepage })) show(listing)
  console.log()
  for (const system of ['win32', 'darwin', 'linux'] as const) tell(missing(system, process.env))
}

async function make(): Promise<void> {
  const { Arch, build, DIR_TARGET, Platform } = await import('electron-builder')
  const archs = [asked.x64 && Arch.x64, asked.arm64 && Arch.arm64].filter((arch) => typeof arch === 'number')
  const chosen = archs.length > 0 ? archs : [Arch.x64, Arch.arm64]
  const targets = new Map<InstanceType<typeof Platform>, Map<(typeof chosen)[number], string[]>>()
  for (const system of systems()) {
    tell(missing(system, process.env))
    // By no name all kinds of the settings are meant.
    const kinds = asked.dir ? [DIR_TARGET] : system === 'linux' && !homepage ? ['AppImage'] : []
    targets.set(Platform.fromString(system), new Map(chosen.map((arch) => [arch, kinds])))
  }
  const dist = asked['electron-dist']
  const made = await build({
    projectDir: appRoot,
    targets,
    publish: 'never',
    config: {
      extends: join(appRoot, 'electron-builder.yml'),
      ...(homepage ? { extraMetadata: { homepage } } : {}),
      ...(dist ? { electronDist: resolve(dist) } : {}),
    },
  })
  const files = made.filter((file) => existsSync(file) && !file.endsWith('.blockmap')).sort()
  if (files.length === 0) return
  const sums = files.map(
    (file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}`,
  )
  writeFileSync(join(appRoot, 'dist', 'SHA256SUMS'), `${sums.join('\n')}\n`)
  tell(sums)
}

if (asked.help) console.log(HELP)
else {
  await buildIfStale('app')
  await (asked['dry-run'] ? dryRun() : make())
}
