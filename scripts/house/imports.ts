/** Which file of the project imports which, types and late imports included. */
import { posix } from 'node:path'
import ts from 'typescript'

/** By path from the project's root: the files it imports. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>

const ALIASES = { '@/': 'src/renderer/src/', '@shared/': 'src/shared/' }

/** @param sources text by path from the project's root, of TypeScript and Vue files */
export function importsOf(sources: ReadonlyMap<string, string>): Imports {
  const known = new Set(sources.keys())
  return new Map(
    [...sources].map(([file, text]) => {
      const { importedFiles } = ts.preProcessFile(scriptOf(file, text), true, true)
      const targets = importedFiles.flatMap(({ fileName }) => resolve(file, fileName, known) ?? [])
      return [file, new Set(targets)]
    }),
  )
}

/** Of a Vue file its scripts. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.vue')) return text
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const path = pathOf(from, specifier)
  if (path === null) return null
  return [path, `${path}.ts`, `${path}.vue`, `${path}/index.ts`].find((file) => known.has(file)) ?? null
}

function pathOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length)
  }
  return null
}
