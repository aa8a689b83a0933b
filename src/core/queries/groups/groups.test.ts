/** Groups over the bundled edition and an index: who is meant, who is missing, and what they have together. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/edition.ts'
import { importFiles, writeIndexFiles } from '../../../../tests/support/index.ts'
import { projectDir } from '../../../../tests/shell/stand-in/desk.ts'
import type { Client } from '../../../shared/contract/client.ts'
import { createClient } from '../../../shared/contract/client.ts'
import type { KeptGroup } from '../../../shared/contract/groups.ts'
import { appVersion, resourcesDir } from '../../app-info.ts'
import type { Core } from '../../create-core.ts'
import { createCore } from '../../create-core.ts'

const institutions = [
  { id: 1, name: 'Fen University', city: 'Cambridge', country: 'GB', geonames: 2653941, division: 'England' },
  {
    ...{ id: 2, name: 'Charles University', city: 'Cambridge', country: 'US' },
    ...{ geonames: 4931972, division: 'Massachusetts', ror: '03vek6s52' },
  },
  { id: 3, name: 'Lake Clinic', city: 'Rochester', country: 'US', geonames: 5134086, division: 'New York' },
  { id: 4, name: 'Plain Clinic', city: 'Rochester', country: 'US', geonames: 5043473, division: 'Minnesota' },
  { id: 5, name: 'Leeds University', city: 'Leeds', country: 'GB', geonames: 2644688, division: 'England' },
]
// Parts of the five: 1: 1/2 + 1/3 + 1/4, 2: 1/2 + 1/3 + 1/4, 3: 1/2, 4: 1/2 + 1/4, 5: 1/3 + 1 + 1/4.
const works = [
  { id: 1, year: 2023, authors: [[1], [2]] },
  { id: 2, year: 2023, authors: [[1], [2], [5]] },
  { id: 3, year: 2023, authors: [[5]] },
  { id: 4, year: 2023, authors: [[3], [4]] },
  {
    id: 5,
    year: 2023,
    authors: [
      [1, 2],
      [4, 5],
    ],
  },
  { id: 6, year: 2022, authors: [[1], [2], [3], [4]] },
]
const EDITION = 'science-cities-2024'
const dataset = 'alike'
const root = temporaryFolder()
let core: Core
let client: Client
beforeAll(async () => {
  await importFiles(root, dataset, writeIndexFiles(root, works, institutions))
  core = createCore({ dataDir: root, resourcesDir, appVersion })
  client = createClient(core)
})
afterAll(async () => {
  await core.close()
  rmSync(root, { recursive: true, force: true })
})

const match = async (text: string, on: string = EDITION, kind: 'city' | 'institution' = 'city') => {
  const { lines } = await client.call('groups.match', { dataset: on, kind, text })
  return lines.map(({ line, text: cell, found, candidates }) => [
    line,
    cell,
    found,
    ...candidates.map(({ id }) => id),
  ])
}
/** A group of these ids, as the index knows them. */
const groupOf = async (ids: readonly string[], kind: KeptGroup['kind'] = 'city'): Promise<KeptGroup> => {
  const { lines } = await client.call('groups.match', { dataset, kind, text: ids.join('\n') })
  const members = lines.map(({ candidates }) => candidates[0]!.member)
  return { id: 'g', name: 'G', kind, saved: '2026-11-30T09:00:00.000Z', members }
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  )

describe('who is meant', () => {
  test('by English, Chinese and other names, ids and the country beside a name', async () => {
    expect(
      await match(
        'City\tCountry\n北京市\tChina\nNew York\tUSA\nMünchen\tDE\nPeking\t\n\nlos-angeles-metropolitan-area\n剑桥（英国）\nCambridge\tUnited States\nAtlantis\t',
      ),
    ).toEqual([
      [1, 'City', 'head'],
      [2, '北京市', 'one', 'beijing'],
      [3, 'New York', 'one', 'new-york-metropolitan-area'],
      [4, 'München', 'one', 'munich'],
      [5, 'Peking', 'twice', 'beijing'],
      [7, 'los-angeles-metropolitan-area', 'one', 'los-angeles-metropolitan-area'],
      [8, '剑桥（英国）', 'one', 'cambridge'],
      // The edition has no other Cambridge: it is offered, and not taken.
      [9, 'Cambridge', 'none', 'cambridge'],
      [10, 'Atlantis', 'none', 'atlanta-metropolitan-area'],
    ])
  })

  test('the column of names is found wherever it stands', async () => {
    expect(await match('1\tCN\tBeijing\n2\tCN\tShanghai\n3\tGB\tLondon')).toEqual([
      [1, 'Beijing', 'one', 'beijing'],
      [2, 'Shanghai', 'one', 'shanghai'],
      [3, 'London', 'one', 'london-metropolitan-area'],
    ])
  })

  test('every city of the edition is found by the names that are printed', async () => {
    const { rows } = await client.call('rankings.list', { limit: 'all' })
    for (const names of [rows.map(({ name }) => name), rows.map(({ nameZh }) => nameZh!)]) {
      const { lines } = await client.call('groups.match', { text: names.join('\n') })
      expect(lines.filter(({ found }) => found !== 'one').map(({ text }) => text)).toEqual([])
      expect(lines.map(({ candidates }) => candidates[0]?.id)).toEqual(rows.map(({ id }) => id))
    }
  })

  test('two Cambridges are a choice, also where one of them has the name as its id', async () => {
    const [both] = await match('cambridge', dataset)
    expect(both?.slice(0, 3)).toEqual([1, 'cambridge', 'several'])
    expect(both?.slice(3).sort()).toEqual(['cambridge', 'cambridge-us'])
    expect(await match('Cambridge, UK\nCambridge\tMassachusetts', dataset)).toEqual([
      [1, 'Cambridge, UK', 'one', 'cambridge'],
      [2, 'Cambridge', 'one', 'cambridge-us'],
    ])
    const { rows } = await client.call('rankings.list', { dataset, search: 'rochester' })
    const minnesota = rows.find(({ name }) => name.includes('Minnesota'))?.id
    expect(await match('Rochester, Minnesota\nRochester', dataset)).toEqual([
      [1, 'Rochester, Minnesota', 'one', minnesota],
      [2, 'Rochester', 'several', 'rochester', 'rochester-us'],
    ])
  })

  test('institutions by name, by ROR and by OpenAlex', async () => {
    expect(
      await match('fen university\nhttps://ror.org/03vek6s52\nI3\nNo such', dataset, 'institution'),
    ).toEqual([
      [1, 'fen university', 'one', 'I1'],
      [2, 'https://ror.org/03vek6s52', 'one', 'I2'],
      [3, 'I3', 'one', 'I3'],
      [4, 'No such', 'none'],
    ])
    expect(await codeOf(client.call('groups.match', { kind: 'institution', text: 'x' }))).toBe('not-computed')
  })

  test('a list that no group can hold is refused with its length', async () => {
    const text = Array.from({ length: 502 }, (_, n) => `City ${n}`).join('\n')
    await expect(client.call('groups.match', { text })).rejects.toMatchObject({
      code: 'group-long',
      details: { values: { n: 502, most: 500 } },
    })
  })
})

describe('in a ranking', () => {
  test('rows keep their ranks; members without a row are named, with the reason', async () => {
    const { lines } = await client.call('groups.match', {
      text: 'Beijing\nLeeds\nBoston\nCambridge\nAtlantis',
    })
    const members = lines.map(({ found, candidates, asWritten }) =>
      found === 'one' ? candidates[0]!.member : asWritten,
    )
    await client.call('groups.save', { name: 'Five', members })
    const list = await client.call('rankings.list', { group: 'five' })
    const all = await client.call('rankings.list', { limit: 'all' })
    const own = all.rows.filter(({ id }) => ['beijing', 'boston-metropolitan-area', 'cambridge'].includes(id))
    expect(list.rows).toEqual(own)
    expect(list.filters.group).toBe('Five')
    expect(list.group).toMatchObject({ members: 5, here: 3, together: null, lacks: 'articles' })
    expect(list.group?.missing.map(({ pasted, reason }) => [pasted, reason])).toEqual([
      ['Leeds', 'not-here'],
      ['Atlantis', 'not-here'],
    ])
    const shares = own.map(({ share }) => share!).sort((a, b) => a - b)
    expect(list.group?.spreads.share).toEqual({ n: 3, median: shares[1], lower: null, upper: null })
    // Another filter narrows the rows and leaves the group's figures.
    const searched = await client.call('rankings.list', { group: 'Five', search: 'beij' })
    expect(searched.rows.map(({ id }) => id)).toEqual(['beijing'])
    expect(searched.group).toEqual(list.group)
    // In the index: found by name and country, not by an id that happens to be the same.
    const other = await client.call('rankings.list', { dataset, group: 'Five' })
    expect(other.rows.map(({ id }) => id).sort()).toEqual(['cambridge', 'leeds'])
    expect(other.group?.missing.map(({ name, reason }) => [name, reason])).toEqual([
      ['Beijing', 'not-here'],
      ['Boston metropolitan area', 'not-here'],
      ['Atlantis', 'not-here'],
    ])
  })

  test('a figure that is not published is left out, and said', async () => {
    const { rows } = await client.call('rankings.list', { subject: 'chemistry', limit: 'all' })
    const [none] = rows.filter(({ share }) => share === null)
    const some = rows.filter(({ share }) => share !== null).slice(0, 4)
    const { lines } = await client.call('groups.match', {
      text: [...some, none!].map(({ id }) => id).join('\n'),
    })
    const members = lines.map(({ candidates }) => candidates[0]!.member)
    const group = { id: 'g', name: 'G', kind: 'city' as const, saved: '2026-11-30T09:00:00.000Z', members }
    const list = await client.call('rankings.list', { subject: 'chemistry', group })
    expect(list.rows).toHaveLength(some.length + 1)
    expect(some.length).toBeGreaterThan(1)
    expect(list.group).toMatchObject({ here: some.length + 1, missing: [] })
    expect(list.group?.spreads.share?.n).toBe(some.length)
  })

  test('together: parts added up, each article once', async () => {
    const both = await client.call('rankings.list', {
      dataset,
      year: 2023,
      group: await groupOf(['cambridge', 'cambridge-us']),
    })
    // Articles 1, 2 and 5; a half, two thirds and a half of the others.
    expect(both.group?.together).toEqual({ share: 1 + 2 / 3 + 1 / 2, count: 3 })
    const leeds = await client.call('rankings.list', {
      ...{ dataset, year: 2023, by: 'institution' },
      group: await groupOf(['I1', 'I5', 'I3'], 'institution'),
    })
    expect(leeds.group?.together?.count).toBe(5)
    expect(leeds.group?.together?.share).toBeCloseTo(13 / 12 + (1 / 3 + 1 + 1 / 4) + 1 / 2, 6)
  })

  test('for any group: Share is the sum, Count lies between the largest and the sum', async () => {
    const { rows } = await client.call('rankings.list', { dataset, year: 2023, by: 'institution' })
    await fc.assert(
      fc.asyncProperty(fc.subarray(rows, { minLength: 1 }), async (some) => {
        const group = await groupOf(
          some.map(({ id }) => id),
          'institution',
        )
        const list = await client.call('rankings.list', { dataset, year: 2023, by: 'institution', group })
        const { share, count } = list.group!.together!
        const counts = some.map((row) => row.count!)
        expect(share).toBeCloseTo(
          some.reduce((sum, row) => sum + row.share!, 0),
          6,
        )
        expect(count).toBeLessThanOrEqual(counts.reduce((sum, each) => sum + each, 0))
        expect(count).toBeGreaterThanOrEqual(Math.max(...counts))
      }),
      { numRuns: 20 },
    )
  })

  test('a group of another kind, and one that is not kept, are refused', async () => {
    const group = await groupOf(['I1'], 'institution')
    expect(await codeOf(client.call('rankings.list', { dataset, group }))).toBe('group-kind')
    expect(await codeOf(client.call('rankings.list', { group: 'nobody' }))).toBe('group-unknown')
  })
})

const corpora = join(projectDir, '..', 'shared', 'corpora')
const files = ['global-health-works.jsonl.gz', 'global-health-institutions.jsonl.gz'].map((name) =>
  join(corpora, name),
)
const present = files.every((file) => existsSync(file) && statSync(file).size > 0)

test.skipIf(!present)(
  `a group of the edition in a real index${present ? '' : ' (skipped: no ../shared)'}`,
  async () => {
    await importFiles(root, 'health', files)
    const { rows } = await client.call('rankings.list', { limit: 100 })
    const names = rows.map(({ name }) => name.replace(/ metropolitan area$/, ''))
    const { lines } = await client.call('groups.match', { dataset: 'health', text: names.join('\n') })
    const found = lines.filter(({ found: how }) => how === 'one').length
    // Of 100 printed cities 11 journals of one field hold nearly all; several of a name are a choice.
    expect(found).toBeGreaterThan(80)
    const several = lines.filter(({ found: how }) => how === 'several').map(({ text }) => text)
    expect(several).toContain('Cambridge')
    const counted = await client.call('rankings.list', {
      ...{ dataset: 'health', year: 2022, limit: 'all' as const },
      group: {
        ...{ id: 'g', name: 'G', kind: 'city' as const, saved: '2026-11-30T09:00:00.000Z' },
        members: lines.flatMap(({ found: how, candidates }) =>
          how === 'one' ? [candidates[0]!.member] : [],
        ),
      },
    })
    const sum = (of: 'share' | 'count') => counted.rows.reduce((all, row) => all + row[of]!, 0)
    expect(counted.group?.together?.share).toBeCloseTo(sum('share'), 1)
    expect(counted.group?.together?.count).toBeLessThan(sum('count'))
    expect(counted.group?.together?.count).toBeGreaterThan(counted.group!.together!.share)
  },
  60_000,
)
