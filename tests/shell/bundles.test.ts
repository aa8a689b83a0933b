/** What the built files load from node_modules when they run. */
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

const main = join(projectDir, 'out', 'main')

beforeAll(ensureBuilt, 120_000)

/** Every address that a script imports, at once or later. */
function importsOf(script: string): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { type, source } = node as { type?: string; source?: { value?: unknown } | null }
    const imports = type === 'ImportExpression' || /^(Import|Export\w+)Declaration$/.test(type ?? '')
    if (imports && typeof source?.value === 'string') found.push(source.value)
    Object.values(node).forEach(walk)
  }
  walk(parseAst(readFileSync(script, 'utf8')))
  return found
}

/** `@scope/name/file.json` → `@scope/name` */
const packageOf = (address: string) => /^(?:@[^/]+\/)?[^/]+/.exec(address)?.[0] ?? address

test('the built scripts import what package.json lists as dependencies, no more and no less', () => {
  const scripts = readdirSync(main).filter((name) => name.endsWith('.js'))
  const addresses = scripts.flatMap((name) => importsOf(join(main, name)))
  const bare = addresses.filter((address) => !/^[./]/.test(address) && !isBuiltin(address))
  const names = new Set(bare.map(packageOf))
  expect(names.delete('electron')).toBe(true) // the shell itself, never in node_modules of the packaged app
  const { dependencies } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect([...names].sort()).toEqual(Object.keys(dependencies).sort())
})
