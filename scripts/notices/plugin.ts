/** The build's part: notes which packages each bundle holds and writes the notices and the bill of materials from that. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import type { Place } from './compose.ts'
import { composeNotices } from './compose.ts'
import { dependencyFolders, installed, packageFolder } from './packages.ts'

/** Bundles, in the order in which they are built. */
export const BUNDLES = ['main', 'preload', 'renderer', 'first-screen'] as const
export type Bundle = (typeof BUNDLES)[number]

/** Text that no file of a package holds, by what stands in the module's id: whose it is. */
const MADE_BY: [RegExp, string][] = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0vite\//, 'vite'],
  [/^\0plugin-vue:/, '@vitejs/plugin-vue'],
  [/\/src\/core\/scan\/scan-binary\.ts$/, 'assemblyscript'],
]

/** Folder of a package of the tools, which may lie inside vite's. */
function toolFolder(root: string, name: string): string {
  const folder = installed(name, root) ?? installed(name, installed('vite', root) ?? root)
  if (!folder) throw new Error(`${name} is not in node_modules`)
  return folder
}

/** The package that a module of a bundle comes from; null for the app's own. @throws for what nobody can name */
export function moduleFolder(root: string, id: string): string | null {
  const tool = MADE_BY.find(([pattern]) => pattern.test(id))?.[1]
  if (tool) return toolFolder(root, tool)
  const folder = packageFolder(id.replace(/^\0/, ''))
  if (!folder && id.startsWith('\0')) throw new Error(`whose is the module ${JSON.stringify(id)}?`)
  return folder
}

const noteOf = (out: string, bundle: Bundle) => join(out, 'bundled', `${bundle}.json`)

/** Packages of a bundle that was built before; none where it was not. */
function noted(out: string, bundle: Bundle): string[] {
  try {
    return JSON.parse(readFileSync(noteOf(out, bundle), 'utf8')) as string[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Every package of the app, as far as its bundles are built, and where it is. */
export function packagesOf(root: string, out = join(root, 'out')): Map<string, Set<Place>> {
  const packages = new Map<string, Set<Place>>()
  const add = (folder: string, place: Place) =>
    packages.set(folder, (packages.get(folder) ?? new Set()).add(place))
  for (const folder of dependencyFolders(root)) add(folder, 'node_modules')
  for (const bundle of BUNDLES) for (const folder of noted(out, bundle)) add(join(root, folder), bundle)
  return packages
}

/** The bill of materials, beside the notices. */
export const SBOM = 'sbom.cdx.json'

/**
 * Writes `out/bundled/<bundle>.json`, then `out/THIRD-PARTY-NOTICES.txt` anew, and with the last bundle the bill of
 * materials. A package without licence ends the build.
 */
export function thirdPartyNotices(root: string, bundle: Bundle): Plugin {
  const out = join(root, 'out')
  return {
    name: 'third-party-notices',
    async generateBundle(_options, output) {
      const chunks = Object.values(output).filter((file) => file.type === 'chunk')
      const folders = new Set(
        chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => moduleFolder(root, id))),
      )
      folders.delete(null)
      const names = [...folders].map((folder) => relative(root, folder ?? '').replaceAll('\\', '/'))
      mkdirSync(join(out, 'bundled'), { recursive: true })
      writeFileSync(noteOf(out, bundle), `${JSON.stringify(names.sort(), null, 2)}\n`)
      const packages = packagesOf(root, out)
      writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), composeNotices(root, packages))
      if (bundle !== BUNDLES.at(-1)) return
      const { composeSbom } = await import('../sbom/compose.ts')
      writeFileSync(join(out, SBOM), composeSbom(root, packages))
    },
  }
}
