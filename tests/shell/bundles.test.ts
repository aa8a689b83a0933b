/** What the built files load from node_modules when they run. */
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

const main = join(projectDir, 'out', 'main')

beforeAll(ensureBuilt, 120_000)

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
