/** What is built says nothing of where, when and by whom. Two whole builds are compared by `npm run trials -- builds`. */
import { readFileSync, readdirSync } from 'node:fs'
import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

beforeAll(ensureBuilt, 120_000)

/** Built files as text, by path. */
function built(): Map<string, string> {
  const entries = readdirSync(join(projectDir, 'out'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [file, readFileSync(file, 'latin1')]))
}

test('no file holds the folder it was built in, or the builder’s home', () => {
  const { username } = userInfo()
  const places = [projectDir, projectDir.replaceAll('\\', '/'), `${homedir()}/`, `/home/${username}`]
  const files = built()
  expect(files.size).toBeGreaterThan(400)
  for (const [file, text] of files) {
    const found = places.filter((place) => place.length > 6 && text.includes(place))
    expect([file, found]).toEqual([file, []])
  }
})

test('no file holds the time of its building, the name of the machine, or a map of sources', () => {
  const today = new Date().toISOString().slice(0, 10)
  const machine = hostname()
  for (const [file, text] of built()) {
    if (!/\.(js|cjs|css|html|json|txt)$/.test(file)) continue
    expect([file, text.includes(today), /\bsourceMappingURL=/.test(text)]).toEqual([file, false, false])
    if (machine.length > 8) expect([file, text.includes(machine)]).toEqual([file, false])
  }
})
