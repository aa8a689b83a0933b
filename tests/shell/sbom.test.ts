/** The bill of materials: what the notices name, and what else the app carries, in the form of CycloneDX 1.6. */
import type { Ajv } from 'ajv'
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packagesOf } from '../../scripts/notices/plugin.ts'
import { composeSbom } from '../../scripts/sbom/compose.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

interface Component {
  type: string
  name: string
  version?: string
  'bom-ref': string
  purl?: string
  hashes?: { alg: string; content: string }[]
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[]
  components?: Component[]
}

interface Bom {
  serialNumber: string
  metadata: { timestamp?: string; component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

const out = join(projectDir, 'out')
const read = (...path: string[]) => readFileSync(join(projectDir, ...path), 'utf8')
let text = ''
let bom: Bom
let notices = ''

beforeAll(async () => {
  await ensureBuilt()
  text = readFileSync(join(out, 'sbom.cdx.json'), 'utf8')
  bom = JSON.parse(text) as Bom
  notices = readFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
}, 120_000)

const licenceOf = ({ licenses = [] }: Component) =>
  licenses.map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name))).join()
const all = (components: Component[] = bom.components): Component[] =>
  components.flatMap((one) => [one, ...all(one.components ?? [])])
const one = (name: string): Component => {
  const found = all().find((component) => component.name === name)
  if (!found) throw new Error(`${name} is not in the bill of materials`)
  return found
}

test('it names the packages of the notices, no more and no less, with version and licence', () => {
  const heads = [...notices.matchAll(/^(\S+ \d\S* \(.+\))$/gm)].map(([, head]) => head)
  const libraries = bom.components.filter(({ type }) => type === 'library')
  const named = libraries.map((library) => `${library.name} ${library.version} (${licenceOf(library)})`)
  expect(heads.length).toBeGreaterThan(40)
  expect(named.sort()).toEqual(heads.sort())
})

test('each package has the sum that package-lock.json holds, and an address', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string }>
  }
  const known = new Map(
    Object.entries(packages).map(([path, { version, integrity }]) => [
      `${path.replace(/^.*node_modules\//, '')} ${version}`,
      integrity,
    ]),
  )
  const ours = bom.components.filter(({ purl }) => purl?.startsWith('pkg:npm/'))
  expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining(['electron', 'better-sqlite3', 'vue']))
  for (const { name, version, hashes, purl } of ours) {
    const sum = Buffer.from(hashes?.[0]?.content ?? '', 'hex').toString('base64')
    expect([name, hashes?.[0]?.alg, `sha512-${sum}`]).toEqual([
      name,
      'SHA-512',
      known.get(`${name} ${version}`),
    ])
    expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
  }
})

test('what is compiled into packages is named: SQLite in the version that answers, resvg’s libraries', () => {
  const db = new Database(':memory:')
  const version = db.prepare('SELECT sqlite_version()').pluck().get()
  db.close()
  expect(one('better-sqlite3').components).toMatchObject([{ name: 'SQLite', version }])
  const crates = one('@resvg/resvg-wasm').components ?? []
  expect(crates.length).toBeGreaterThan(5)
  for (const { purl, name } of crates) expect(notices).toContain(`${name} ${purl?.split('@')[1]}`)
})

test('every file of the resources that is packed stands in it with its sum and an owner', () => {
  const folder = join(projectDir, 'resources')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const packed = entries
    .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/\.md$|icon\.svg$|icon-1024\.png$/.test(path))
  const files = all().filter(({ type }) => type === 'file')
  expect(files.map(({ name }) => name).sort()).toEqual(packed.sort())
  for (const { name, hashes } of files) {
    const sum = createHash('sha256')
      .update(readFileSync(join(projectDir, name)))
      .digest('hex')
    expect([name, hashes]).toEqual([name, [{ alg: 'SHA-256', content: sum }]])
  }
})

test('data stand under the licences that DATA-LICENCE.md tells', () => {
  const licences = bom.components.filter(({ type }) => type === 'data')
  const ownerOf = (path: string) =>
    licences.find(({ components = [] }) => components.some(({ name }) => name === path))
  const told = {
    'resources/editions/science-cities-2024/top100-2023.csv': 'CC-BY-NC-SA-4.0',
    'resources/editions/science-cities-2024/context/rank-history.csv': 'CC-BY-NC-SA-4.0',
    'resources/editions/science-cities-2024/institutions.csv': 'MIT',
    'resources/index/gazetteer.txt.gz': 'CC-BY-4.0',
    'resources/places/city-coordinates.csv': 'CC-BY-4.0',
    'resources/index/suburbs.csv': 'MIT',
    'resources/fonts/science-cities-sans-600.woff2': 'OFL-1.1',
  }
  for (const [path, licence] of Object.entries(told)) {
    const owner = ownerOf(path)
    expect([path, owner && licenceOf(owner)]).toEqual([path, licence])
  }
})

test('relations lead to what is there, and every name is its own', () => {
  const refs = [bom.metadata.component, ...all()].map((component) => component['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  for (const { ref, dependsOn = [] } of bom.dependencies)
    expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
  const of = (name: string) =>
    bom.dependencies.find(({ ref }) => ref === one(name)['bom-ref'])?.dependsOn ?? []
  expect(of('chart.js')).toEqual([one('@kurkle/color')['bom-ref']])
  expect(bom.dependencies.find(({ ref }) => ref === 'science-cities')?.dependsOn).toHaveLength(
    bom.components.length,
  )
})

test('it keeps to the schema of CycloneDX 1.6', () => {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema')
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object
  // electron-builder's own. What stands in texts of a certain form (addresses, times) it does not look at.
  const ofBuilder = createRequire(require.resolve('app-builder-lib/package.json'))
  const { default: Validator } = ofBuilder('ajv') as { default: typeof Ajv }
  const ajv = new Validator({ strict: false, validateFormats: false })
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const validate = ajv.compile(schema('bom-1.6'))
  expect([validate(bom), validate.errors]).toEqual([true, null])
  const [first, ...others] = bom.components
  const wrong = {
    ...bom,
    components: [{ ...first, licenses: [{ license: { id: 'no such licence' } }] }, ...others],
  }
  expect(validate(wrong)).toBe(false)
})

test('the same inputs give the same bytes, and a time stands in it only where one is given', () => {
  const packages = packagesOf(projectDir, out)
  expect(composeSbom(projectDir, packages, {})).toBe(text)
  expect(bom.metadata.timestamp).toBeUndefined()
  const timed = JSON.parse(composeSbom(projectDir, packages, { SOURCE_DATE_EPOCH: '1700000000' })) as Bom
  expect(timed.metadata.timestamp).toBe('2023-11-14T22:13:20.000Z')
  expect(timed.serialNumber).not.toBe(bom.serialNumber)
  expect(bom.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
