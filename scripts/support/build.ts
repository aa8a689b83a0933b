/** Building what is missing or older than its sources. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { appRoot } from '../../src/core/app-info.ts'

interface Part {
  sources: string[]
  outputs: string[]
}

const SETTINGS = ['electron.vite.config.ts', 'scripts/support/first-screen.ts', 'package-lock.json']
const SCREENS = ['out/renderer/index.html', 'out/first-screen/first-screen.js']
/** What the app's help shows. */
const GUIDES = ['docs/guide.en.md', 'docs/guide.zh.md', 'docs/screens']
const PARTS = {
  /** All three bundles: what the desktop window needs. */
  app: {
    sources: [
      'src',
      'scripts/notices',
      'scripts/sbom',
      'scripts/package',
      'resources',
      'DATA-LICENCE.md',
      ...GUIDES,
      ...SETTINGS,
    ],
    outputs: [
      'out/main/index.js',
      'out/preload/index.cjs',
      ...SCREENS,
      'out/THIRD-PARTY-NOTICES.txt',
      'out/sbom.cdx.json',
    ],
  },
  /** The screens alone: what the loopback host needs when it runs from source. */
  screens: { sources: ['src/renderer', 'src/shared', ...GUIDES, ...SETTINGS], outputs: SCREENS },
} satisfies Record<string, Part>
export type PartName = keyof typeof PARTS

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/**
 * Newest change under a path, ms. A folder's own time counts too, so a removed or renamed file is noticed; tests
 * are no part of the app. Zero where there is nothing.
 */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat || path.endsWith('.test.ts')) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((max, name) => Math.max(max, newest(join(path, name))), stat.mtimeMs)
}

/** Whether one of the outputs is missing or older than a source. Takes a few milliseconds. */
export function isStale({ sources, outputs }: Part, root = appRoot): boolean {
  const oldest = Math.min(...outputs.map((file) => changedAt(join(root, file))))
  return oldest === 0 || sources.some((path) => newest(join(root, path)) > oldest)
}

/** Builds the part where it is stale. Exits the process, with a word, where the build fails. */
export async function buildIfStale(name: PartName): Promise<void> {
  if (!isStale(PARTS[name])) return
  console.error(name === 'app' ? 'Building the app …' : 'Building the screens …')
  try {
    await build(name)
  } catch (error) {
    console.error(error)
    console.error('The build failed. After a change of the packages run `npm ci` first.')
    process.exit(1)
  }
}

/** Builds a part with the settings of electron.vite.config.ts; with `watch`, the screens again after each change. */
export async function build(name: PartName, { watch = false } = {}): Promise<void> {
  // Loaded here: a fresh build needs none of it.
  const { build: buildAll, resolveConfig } = await import('electron-vite')
  if (name === 'app') return buildAll({ root: appRoot, logLevel: 'error' })
  const { build: buildOne, mergeConfig } = await import('vite')
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production'
  const { config } = await resolveConfig({ root: appRoot, logLevel: 'error' }, 'build', 'production')
  if (!config?.renderer) throw new Error('electron.vite.config.ts has no screens')
  await buildOne(watch ? mergeConfig(config.renderer, { build: { watch: {} } }) : config.renderer)
}
