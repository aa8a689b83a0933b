/** Definitions reckoned from what the published edition prints. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { temporaryFolder } from '../support/edition.ts'

const root = temporaryFolder()
let core: Core
let client: Client
beforeAll(() => {
  core = createCore({ dataDir: root, resourcesDir, appVersion })
  client = createClient(core)
})
afterAll(async () => {
  await core.close()
  rmSync(root, { recursive: true, force: true })
})

describe('worked examples', () => {
  const edition = (indicator: string) => client.call('indicators.example', { indicator, year: 2023 })

  test('printed percentages follow from one total of each region', async () => {
    const { rows, printed } = await edition('region-share-pct')
    expect(printed).toBe(true)
    expect(rows.map(({ label, given, agrees }) => [label.name, given, agrees])).toEqual([
      ['Beijing', 18.4, true],
      ['Shanghai', 9.6, true],
      ['New York metropolitan area', 10.4, true],
      ['Boston metropolitan area', 10.2, true],
      ['Nanjing', 6.8, true],
      ['San Francisco Bay Area', 7.7, true],
    ])
  })

  test('what takes articles or the sizes of the index is not reckoned', async () => {
    for (const indicator of ['share', 'bcs', 'adjusted-share', 'adjusted-change', 'specialisation'])
      expect((await edition(indicator)).rows).toEqual([])
  })
})
