import { describe, expect, it } from 'vitest'
import { complaintsOf } from './complaints.ts'
import type { Level } from './floors.ts'
import { HOUSE } from './floors.ts'
import { importsOf } from './imports.ts'

const FLOORS: Level = { base: 'src/core', floors: [['roof.ts'], ['queries', 'export'], ['db']] }
/** Every room of `FLOORS`, and nothing wrong with it. */
const SOUND = {
  'src/core/roof.ts': "export * from './queries/rows.ts'",
  'src/core/queries/rows.ts': "import { open } from '../db/open.ts'\nimport { sum } from './sum.ts'",
  'src/core/queries/sum.ts': 'export const sum = 1',
  'src/core/export/table.ts': "import Database from 'better-sqlite3'",
  'src/core/db/open.ts': 'export const open = 1',
}

const complaints = (files: Record<string, string>, ...house: Level[]) =>
  complaintsOf(importsOf(new Map(Object.entries(files))), house)
const core = (more: Record<string, string>) => complaints({ ...SOUND, ...more }, FLOORS)

describe('floors', () => {
  it('says nothing of imports that go down or stay in their room', () => {
    expect(core({})).toEqual([])
  })

  it.each([
    ['an import', "import { rows } from '../queries/rows.ts'"],
    ['a type', "import type { Rows } from '../queries/rows.ts'"],
    ['a type in place', "export type Rows = import('../queries/rows.ts').Rows"],
    ['a late import', "export const rows = () => import('../queries/rows.ts')"],
    ['a passed-on export', "export { rows } from '../queries/rows.ts'"],
  ])('complains of %s that goes up', (_, text) => {
    expect(core({ 'src/core/db/read.ts': text })).toEqual([
      'src/core/db/read.ts imports src/core/queries/rows.ts: queries stands above db',
    ])
  })

  it('complains of an import from the room beside', () => {
    expect(core({ 'src/core/export/file.ts': "import { sum } from '../queries/sum.ts'" })).toEqual([
      'src/core/export/file.ts imports src/core/queries/sum.ts: queries stands beside export',
    ])
  })

  it('complains of a new folder or file that was given no floor, and of a floor without a room', () => {
    expect(core({ 'src/core/attic/box.ts': '', 'src/core/loose.ts': '' })).toEqual([
      'src/core/attic stands on no floor: give it one in scripts/house/floors.ts',
      'src/core/loose.ts stands on no floor: give it one in scripts/house/floors.ts',
    ])
    const { 'src/core/db/open.ts': _, 'src/core/queries/rows.ts': __, ...rest } = SOUND
    expect(complaints(rest, FLOORS)).toEqual([
      'src/core/db has a floor in scripts/house/floors.ts, but does not exist',
    ])
  })

  it('lets tests import from any floor', () => {
    expect(core({ 'src/core/db/open.test.ts': "import { rows } from '../queries/rows.ts'" })).toEqual([])
  })

  it.each([
    ['src/core/db/a.ts', 'src/core/queries/b.ts'],
    ['src/core/scan/a.ts', 'src/core/articles/b.ts'],
    ['src/core/import/text/a.ts', 'src/core/import/run/b.ts'],
    ['src/core/import/sample/a.ts', 'src/core/import/parse/b.ts'],
    ['src/core/drawing/labels/a.ts', 'src/core/drawing/network/b.ts'],
    ['src/core/a/b.ts', 'src/hosting/b.ts'],
    ['src/shared/a.ts', 'src/core/db/b.ts'],
    ['src/hosting/a.ts', 'src/web/b.ts'],
  ])('of this house: %s may not import %s', (file, target) => {
    const up = '../'.repeat(file.split('/').length - 1)
    const found = complaints({ [file]: `import '${up}${target}'`, [target]: '' }, ...HOUSE)
    expect(found.filter((line) => line.startsWith(`${file} imports ${target}: `))).toHaveLength(1)
  })
})

describe('circles', () => {
  it('of types alone are complained of, in Vue files and by aliases too', () => {
    const files = {
      'src/renderer/src/a.ts': "import type { B } from '@/ui/B.vue'",
      'src/renderer/src/ui/B.vue': `<script lang="ts">
import type { C } from '@shared/c.ts'
</script>
<template><p>import x from './none'</p></template>`,
      'src/shared/c.ts': "import type { A } from '../renderer/src/a.ts'",
      'src/shared/d.ts': "import './c.ts'",
    }
    expect(complaints(files)).toEqual([
      'These files import each other: src/renderer/src/a.ts, src/renderer/src/ui/B.vue, src/shared/c.ts',
    ])
  })

  it('are found each for itself', () => {
    const files = {
      'src/a.ts': "import './b.ts'",
      'src/b.ts': "import './a.ts'\nimport './c.ts'",
      'src/c.ts': "import './d.ts'",
      'src/d.ts': "import './c.ts'",
      'src/e.ts': "import './e2.ts'\nimport './d.ts'",
      'src/e2.ts': '',
    }
    expect(complaints(files)).toEqual([
      'These files import each other: src/c.ts, src/d.ts',
      'These files import each other: src/a.ts, src/b.ts',
    ])
  })

  it('of folders are complained of where no file goes in one', () => {
    const files = {
      'src/renderer/src/ui/list.ts': "import '../shell/bar.ts'",
      'src/renderer/src/ui/text.ts': '',
      'src/renderer/src/shell/bar.ts': '',
      'src/renderer/src/shell/menu.ts': "import '../ui/text.ts'",
    }
    expect(complaints(files, { base: 'src/renderer/src' })).toEqual([
      'These folders of src/renderer/src import each other: shell, ui',
    ])
    const { 'src/renderer/src/shell/menu.ts': _, ...oneWay } = files
    expect(complaints(oneWay, { base: 'src/renderer/src' })).toEqual([])
  })
})
