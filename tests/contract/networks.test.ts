/** The figure of a network holds the same numbers wherever it is asked for. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/program.ts'
import { cliOn } from '../../src/cli/test-index.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { keptDir } from '../../src/core/drawing/network/kept-files.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import { temporaryFolder } from '../support/edition.ts'
import { writeIndexFiles } from '../support/index.ts'
import { randomly } from '../support/works.ts'

const dataDir = temporaryFolder()
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)
const run = cliOn(core)
const dataset = 'drawn'
const institutions = Array.from({ length: 9 }, (_, i) => ({
  id: i + 1,
  name: `University ${i + 1}`,
  nameZh: `第${i + 1}大学`,
  city: i < 7 ? 'Beijing' : i === 7 ? 'Leeds' : 'Boston',
  country: i < 7 ? 'CN' : i === 7 ? 'GB' : 'US',
}))
const random = randomly(3)
const pick = (n: number) => Math.floor(random() * n)
const works = Array.from({ length: 300 }, (_, i) => ({
  id: i + 1,
  year: 2021 + (i % 3),
  subjects: [SUBJECTS[i % SUBJECTS.length] as string],
  authors: Array.from({ length: 2 + pick(3) }, () => [1 + Math.min(pick(9), pick(9))]),
}))
const beijing = (more: object = {}): InputOf<'networks.draw'>['network'] => ({
  of: 'institutions',
  input: { dataset, city: 'Beijing', ...more },
})

beforeAll(async () => {
  const files = writeIndexFiles(dataDir, works, institutions)
  const done = await run('import', 'works', ...files, '--as', dataset)
  expect([done.code, done.err]).toEqual([0, expect.stringContaining('300 stored')])
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const attributes = (tag: string) =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))

describe.each(['all', ...SUBJECTS])('the five leading institutions of a city, %s', (subject) => {
  test('stand at the same places on the screen, in JSON and in SVG', async () => {
    const drawn = await client.call('networks.draw', { network: beijing({ subject }) })
    expect(drawn.nodes).toHaveLength(5)
    const args = ['network', '--dataset', dataset, '--city', 'Beijing', '--top', '5', '--subject', subject]
    const { nodes, edges, seed } = JSON.parse((await run(...args)).out)
    expect(seed).toBe(1)
    expect(nodes.map(({ id, x, y, r }: Record<string, number>) => [id, x, y, r])).toEqual(
      drawn.nodes.map(({ id, x, y, r }) => [id, x, y, r]),
    )
    const svg = (await run(...args, '--format', 'svg')).out
    const circles = [...svg.matchAll(/<circle [^>]*data-id[^>]*>/g)].map(([tag]) => attributes(tag))
    for (const node of drawn.nodes) {
      const circle = circles.find((each) => each['data-id'] === node.id)
      expect(Math.abs(Number(circle?.['cx']) - node.x)).toBeLessThan(1e-6)
      expect(Math.abs(Number(circle?.['cy']) - node.y)).toBeLessThan(1e-6)
      expect(Math.abs(Number(circle?.['r']) - node.r)).toBeLessThan(1e-6)
      // Area by Share, on one scale.
      expect(node.r).toBeCloseTo(drawn.areaScale * Math.sqrt(node.share), 5)
    }
    const lines = [...svg.matchAll(/<line [^>]*data-id="I\d+ I\d+"[^>]*>/g)].map(([tag]) => attributes(tag))
    expect(lines).toHaveLength(edges.length)
    for (const { source, target, width } of edges) {
      const line = lines.find((each) => each['data-id'] === `${source} ${target}`)
      expect(Math.abs(Number(line?.['stroke-width']) - width)).toBeLessThan(1e-6)
    }
  })
})

test('hiding a node moves no other; what is hidden is named', async () => {
  const whole = await client.call('networks.draw', { network: beijing() })
  const gone = whole.nodes[2]?.id as string
  const rest = await client.call('networks.draw', { network: beijing(), hidden: [gone] })
  expect(rest.hidden.map(({ id }) => id)).toEqual([gone])
  expect(rest.nodes.map(({ id, x, y }) => [id, x, y])).toEqual(
    whole.nodes.filter(({ id }) => id !== gone).map(({ id, x, y }) => [id, x, y]),
  )
  expect(rest.edges.some(({ a, b }) => a === gone || b === gone)).toBe(false)
  await expect(client.call('networks.draw', { network: beijing(), hidden: ['I404'] })).rejects.toMatchObject({
    code: 'node-unknown',
  })
})

test('pins are kept beside the dataset, survive damage of their file as none, and go with it', async () => {
  const { nodes, pinsKey } = await client.call('networks.draw', { network: beijing({ top: 4 }) })
  const id = nodes[1]?.id as string
  const pins = [
    { id, x: 300, y: 300 },
    { id: 'I404', x: 1, y: 1 },
  ]
  expect(await client.call('networks.keep', { dataset, key: pinsKey, pins })).toEqual({ kept: 2 })
  const pinned = await client.call('networks.draw', { network: beijing({ top: 4 }) })
  expect(pinned.nodes.find((each) => each.id === id)).toMatchObject({ x: 300, y: 300, pinned: true })
  const without = await client.call('networks.draw', { network: beijing({ top: 4 }), pins: [] })
  expect(without.nodes).toEqual(nodes)
  const folder = keptDir(dataDir, dataset)
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'damaged')
  expect((await client.call('networks.draw', { network: beijing({ top: 4 }) })).nodes).toEqual(nodes)
})

test('years side by side stand on one scale', async () => {
  const years = [2021, 2022, 2023]
  const { panels, words } = await client.call('networks.multiples', {
    panels: years.map((year) => beijing({ from: year, to: year })),
    base: { from: 2021, to: 2023 },
  })
  expect(panels.map((panel) => panel.words.title)).toEqual(['2021', '2022', '2023'])
  expect(new Set(panels.map(({ areaScale }) => areaScale)).size).toBe(1)
  expect(new Set(panels.map(({ widthScale }) => widthScale)).size).toBe(1)
  for (const { nodes, place } of panels) {
    for (const { x, y, r } of nodes) {
      expect(x - r).toBeGreaterThanOrEqual(place.x - 1)
      expect(x + r).toBeLessThanOrEqual(place.x + place.width + 1)
      expect(y + r).toBeLessThanOrEqual(place.y + place.height + 1)
    }
  }
  expect(words.title).toBe('Beijing’s leading institutions, year by year, 2021 to 2023')
})

test('one institution alone is a figure, and so is a network without edges', async () => {
  const alone = await run('network', '--dataset', dataset, '--city', 'Leeds', '--format', 'svg')
  expect(alone.out).toContain('University 8 has no partner in this network')
  expect(alone.out.match(/<circle [^>]*data-id="I8"/g)).toHaveLength(1)
  const bare = await run(
    'network',
    '--dataset',
    dataset,
    '--city',
    'Beijing',
    '--min-score',
    '1000',
    '--format',
    'json',
  )
  expect(JSON.parse(bare.out)).toMatchObject({ edges: [], finding: null })
})

test('an edition has no networks, a city or year that is not there is named', async () => {
  const edition = await run('network', '--city', 'Beijing', '--format', 'png')
  expect([edition.code, edition.err]).toEqual([1, expect.stringContaining('published edition')])
  const city = await run('network', '--dataset', dataset, '--city', 'Atlantis', '--format', 'svg')
  expect([city.code, city.err]).toEqual([1, expect.stringContaining('Atlantis')])
  const year = await run(
    'network',
    '--dataset',
    dataset,
    '--city',
    'Beijing',
    '--from',
    '1950',
    '--to',
    '1950',
    '--format',
    'gexf',
  )
  expect([year.code, year.err]).toEqual([1, expect.stringContaining('1950')])
})

test('graph files, pictures and tables are made twice the same', async () => {
  for (const format of ['gexf', 'graphml', 'vosviewer', 'svg'] as const) {
    const args = ['network', '--dataset', dataset, '--city', 'Beijing', '--format', format, '--lang', 'zh']
    const [one, two] = [await run(...args), await run(...args)]
    expect([one.code, one.out]).toEqual([0, two.out])
    expect(one.out).toContain('布局种子')
    expect(one.out).toContain('第1大学')
  }
  const part = { table: { of: 'network', part: 'edges', drawing: { network: beijing() } } } as const
  const table = await client.call('exports.table', { ...part, format: 'json' })
  const { rows, citation } = JSON.parse(Buffer.from(table.bytes).toString())
  expect(rows[0]).toMatchObject({ source: 'I1', score: expect.any(Number), width: expect.any(Number) })
  expect(citation['Layout seed']).toBe('1')
})

test('a PNG is a picture of the size asked for, and is not written to a terminal', async () => {
  let err = ''
  const chunks: Uint8Array[] = []
  const io = (isTerminal: boolean) => ({
    stdout: (data: string | Uint8Array) => void chunks.push(Buffer.from(data)),
    stderr: (text: string) => void (err += text),
    isTerminal,
    env: {},
    core,
  })
  const args = [
    'network',
    '--dataset',
    dataset,
    '--city',
    'Beijing',
    '--format',
    'png',
    '--width',
    '100',
    '--dpi',
    '72',
  ]
  expect(await runCli(args, io(true))).toBe(2)
  expect([chunks.length, err]).toEqual([0, expect.stringContaining('--out')])
  expect(await runCli(args, io(false))).toBe(0)
  const png = Buffer.concat(chunks)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([283, 181])
})

test('what was kept goes with the dataset', async () => {
  const { pinsKey, nodes } = await client.call('networks.draw', { network: beijing() })
  const pins = [{ id: nodes[0]?.id as string, x: 200, y: 200 }]
  await client.call('networks.keep', { dataset, key: pinsKey, pins })
  expect(existsSync(keptDir(dataDir, dataset))).toBe(true)
  await client.call('datasets.remove', { dataset })
  expect(existsSync(keptDir(dataDir, dataset))).toBe(false)
})
