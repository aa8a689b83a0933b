import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../shared/contract/errors.ts'
import type { GroupMember } from '../../shared/contract/groups.ts'
import { keptGroup } from '../../shared/contract/groups.ts'
import { MOST_GROUPS } from '../../shared/domain/groups.ts'
import { listGroups, mergeGroups, removeGroup, renameGroup, saveGroup } from './group-store.ts'
import { groupsPath } from './groups-path.ts'
import { findGroup, keptGroups } from './kept-groups.ts'

let dir = ''
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'science-cities-groups-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const unknown = { region: null, division: null, ror: null, dataset: null }
const member = (name: string, id: string | null = name.toLowerCase()): GroupMember => ({
  ...unknown,
  pasted: name,
  name,
  id,
})
const group = (name: string, ...members: GroupMember[]) => ({
  name,
  kind: 'city' as const,
  saved: '2026-11-30T09:00:00.000Z',
  members: members.length > 0 ? members : [member('Leeds')],
  replace: false,
})
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'none'
}

test('what is kept is read again whole, by name, as the contract has it, and no part is left behind', () => {
  const { id } = saveGroup(dir, group('Our eight', member('Leeds'), member('Atlantis', null)))
  expect(id).toBe('our-eight')
  expect(saveGroup(dir, group('我们的八城')).id).toBe('我们的八城')
  expect(saveGroup(dir, group('!!')).id).toBe('group')
  const kept = keptGroups(dir)
  expect(kept.map((each) => keptGroup.parse(each))).toEqual(kept)
  expect(findGroup(kept, 'OUR EIGHT').members.map(({ pasted, id: own }) => [pasted, own])).toEqual([
    ['Leeds', 'leeds'],
    ['Atlantis', null],
  ])
  expect(listGroups(dir).groups.map(({ name, members }) => [name, members])).toEqual([
    ['!!', 1],
    ['Our eight', 2],
    ['我们的八城', 1],
  ])
  expect(readdirSync(dir)).toEqual(['groups.json'])
})

test('a name is taken once, case aside; the id outlives another name and other members', () => {
  saveGroup(dir, group('Ours'))
  expect(codeOf(() => saveGroup(dir, group('OURS')))).toBe('group-exists')
  renameGroup(dir, { group: 'ours', to: 'The eight' })
  expect(findGroup(keptGroups(dir), 'ours').name).toBe('The eight')
  // The first id is taken still.
  expect(saveGroup(dir, group('Ours')).id).toBe('ours-2')
  saveGroup(dir, { ...group('The nine', member('Lund')), id: 'ours' })
  expect(keptGroups(dir).map(({ id, name, members }) => [id, name, members[0]?.name])).toEqual([
    ['ours-2', 'Ours', 'Leeds'],
    ['ours', 'The nine', 'Lund'],
  ])
  expect(codeOf(() => saveGroup(dir, { ...group('Ours'), id: 'ours' }))).toBe('group-exists')
  saveGroup(dir, { ...group('Ours', member('Graz')), id: 'ours', replace: true })
  expect(keptGroups(dir).map(({ id, name }) => [id, name])).toEqual([['ours', 'Ours']])
  removeGroup(dir, 'Ours')
  expect(codeOf(() => removeGroup(dir, 'Ours'))).toBe('group-unknown')
  expect(codeOf(() => renameGroup(dir, { group: 'Ours', to: 'x' }))).toBe('group-unknown')
})

test('who stands twice is kept once', () => {
  saveGroup(
    dir,
    group(
      'Ours',
      member('Leeds'),
      { ...member('Leeds'), pasted: 'LEEDS' },
      member('X', null),
      member('x', null),
    ),
  )
  expect(keptGroups(dir)[0]?.members.map(({ pasted }) => pasted)).toEqual(['Leeds', 'X'])
})

test('no more groups are kept than the file may hold, and the others stay', () => {
  for (let n = 0; n < MOST_GROUPS; n++) saveGroup(dir, group(`G${n}`))
  expect(codeOf(() => saveGroup(dir, group('One more')))).toBe('groups-full')
  saveGroup(dir, { ...group('G7', member('Lund')), replace: true })
  expect(keptGroups(dir)).toHaveLength(MOST_GROUPS)
})

test('a damaged file is told with the place in it, and never written over', () => {
  saveGroup(dir, group('Ours'))
  const sound = JSON.parse(readFileSync(groupsPath(dir), 'utf8')) as { groups: Record<string, unknown>[] }
  const [first] = sound.groups
  const without = ({ region: _, ...rest }: GroupMember) => rest
  const spoilt: [string, unknown][] = [
    ['', '{'],
    ['format', []],
    ['version', { ...sound, version: 2 }],
    ['groups.0.name', { ...sound, groups: [{ ...first, name: '' }] }],
    ['groups.0.kind', { ...sound, groups: [{ ...first, kind: 'planet' }] }],
    [
      'groups.0.members.1',
      { ...sound, groups: [{ ...first, members: [member('Leeds'), without(member('Lund'))] }] },
    ],
    ['groups.0.members', { ...sound, groups: [{ ...first, members: [] }] }],
    ['id twice', { ...sound, groups: [first, first] }],
  ]
  for (const [place, content] of spoilt) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(groupsPath(dir), text)
    expect(() => keptGroups(dir), text).toThrow(place)
    expect(
      codeOf(() => saveGroup(dir, group('Other'))),
      text,
    ).toBe('groups-damaged')
    expect(readFileSync(groupsPath(dir), 'utf8')).toBe(text)
  }
})

test.skipIf(process.getuid?.() === 0)('where nothing can be written, what was kept stays', () => {
  saveGroup(dir, group('Ours'))
  chmodSync(dir, 0o500)
  try {
    expect(() => saveGroup(dir, group('Other'))).toThrow(/EACCES|EPERM/)
  } finally {
    chmodSync(dir, 0o700)
  }
  expect(listGroups(dir).groups.map(({ name }) => name)).toEqual(['Ours'])
})

test('one that comes and is one here by id and another by name takes the place of the latter alone', () => {
  const from = mkdtempSync(join(tmpdir(), 'science-cities-groups-'))
  try {
    const put = (folder: string, named: Record<string, string>) =>
      writeFileSync(
        groupsPath(folder),
        JSON.stringify({
          ...(JSON.parse(readFileSync(groupsPath(dir), 'utf8')) as object),
          groups: Object.entries(named).map(([id, name]) => ({ ...kept, id, name })),
        }),
      )
    saveGroup(dir, group('Any'))
    const kept = keptGroups(dir)[0]
    put(from, { x: 'Bar', bar: 'Baz' })
    put(dir, { x: 'Foo', bar: 'Bar' })
    expect(mergeGroups(from, dir, false)).toEqual({ restored: 0, replaced: 0, kept: 2 })
    put(from, { x: 'BAR' })
    expect(mergeGroups(from, dir, true)).toEqual({ restored: 0, replaced: 1, kept: 0 })
    expect(keptGroups(dir).map(({ id, name }) => [id, name])).toEqual([
      ['bar', 'BAR'],
      ['x', 'Foo'],
    ])
  } finally {
    rmSync(from, { recursive: true, force: true })
  }
})
