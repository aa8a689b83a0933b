/** The papers beside the code say what the code says. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appRoot } from '../src/core/app-info.ts'

const read = (name: string) => readFileSync(join(appRoot, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as { version: string; license: string; productName: string }

describe('CITATION.cff', () => {
  /** The file's own keys, each with the rest of its line. */
  const keys = new Map(
    [...read('CITATION.cff').matchAll(/^([a-z-]+):[ \t]*(.*)$/gm)].map(([, key = '', value = '']) => [
      key,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  )

  test('has the keys that its schema requires, and no other than those it knows', () => {
    expect(keys.get('cff-version')).toBe('1.2.0')
    expect([...keys.keys()]).toEqual(expect.arrayContaining(['authors', 'cff-version', 'message', 'title']))
    const known = 'abstract authors cff-version commit contact date-released doi identifiers keywords license'
    const others = 'license-url message preferred-citation references repository repository-artifact'
    const rest = 'repository-code title type url version'
    const allowed = `${known} ${others} ${rest}`.split(' ')
    expect([...keys.keys()].filter((key) => !allowed.includes(key))).toEqual([])
  })

  test('names the version, the licence and the name of package.json', () => {
    expect([keys.get('version'), keys.get('license'), keys.get('title')]).toEqual([
      manifest.version,
      manifest.license,
      manifest.productName,
    ])
  })
})

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'tests/fixtures/README.md'])(
  '%s names files that are there',
  (paper) => {
    const text = read(paper)
    const paths = [...text.matchAll(/`((?:src|tests|scripts|resources|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = '']) => join(dirname(paper), path))
    expect(paths.length + links.length).toBeGreaterThan(0)
    expect([...paths, ...links].filter((path) => !existsSync(join(appRoot, path)))).toEqual([])
  },
)
