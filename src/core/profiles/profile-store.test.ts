import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../shared/contract/errors.ts'
import type { MappingProfile } from '../../shared/contract/profiles.ts'
import { TABLE_FIELDS } from '../../shared/domain/table-fields.ts'
import { keptProfiles, profilesPath, removeProfile, renameProfile, saveProfile } from './profile-store.ts'

let dir = ''
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'science-cities-profiles-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const columns = {
  ...(Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as MappingProfile['columns']),
  article_id: 'Artikel',
}
const profile = (name: string): MappingProfile => ({
  name,
  saved: '2026-11-12T09:00:00.000Z',
  heads: ['Artikel', 'Jahr'],
  columns,
  encoding: 'windows-1252',
  delimiter: ';',
})
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'none'
}

test('what is kept is read again whole, by name, and no part is left behind', () => {
  saveProfile(dir, { ...profile('Ours'), replace: false })
  saveProfile(dir, { ...profile('Another'), replace: false })
  expect(keptProfiles(dir)).toEqual([profile('Another'), profile('Ours')])
  expect(readdirSync(dir)).toEqual(['mapping-profiles.json'])
})

test('a name is taken once, case aside, unless it is to be replaced', () => {
  saveProfile(dir, { ...profile('Ours'), replace: false })
  expect(codeOf(() => saveProfile(dir, { ...profile('OURS'), replace: false }))).toBe('profile-exists')
  saveProfile(dir, { ...profile('OURS'), heads: ['Nr'], replace: true })
  expect(keptProfiles(dir).map(({ name, heads }) => [name, heads])).toEqual([['OURS', ['Nr']]])
})

test('renamed and removed by name; another name that is taken is refused', () => {
  saveProfile(dir, { ...profile('Ours'), replace: false })
  saveProfile(dir, { ...profile('Theirs'), replace: false })
  expect(codeOf(() => renameProfile(dir, { name: 'Ours', to: 'theirs' }))).toBe('profile-exists')
  renameProfile(dir, { name: 'ours', to: 'Ours too' })
  removeProfile(dir, 'Theirs')
  expect(keptProfiles(dir)).toEqual([profile('Ours too')])
  expect(codeOf(() => removeProfile(dir, 'Theirs'))).toBe('profile-unknown')
})

test('a damaged file is told with the reason, and never written over', () => {
  for (const text of ['{', '[]', JSON.stringify({ format: 'science-cities-mapping-profiles', version: 2 })]) {
    writeFileSync(profilesPath(dir), text)
    expect(
      codeOf(() => keptProfiles(dir)),
      text,
    ).toBe('profiles-damaged')
    expect(
      codeOf(() => saveProfile(dir, { ...profile('Ours'), replace: true })),
      text,
    ).toBe('profiles-damaged')
  }
  // A field of which nothing is said would be read by whatever name the app comes to know.
  const { doi: _, ...partly } = columns
  const kept = { format: 'science-cities-mapping-profiles', version: 1 }
  writeFileSync(
    profilesPath(dir),
    JSON.stringify({ ...kept, profiles: [{ ...profile('x'), columns: partly }] }),
  )
  expect(codeOf(() => keptProfiles(dir))).toBe('profiles-damaged')
})
