/** A number of the bundled edition is explained by the statement that prints it, each statement of a city by itself. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { statementName } from '../../src/shared/domain/figure-forms.ts'
import { BUNDLED, temporaryFolder } from '../support/edition.ts'

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

const explain = (among: string, id = 'wuhan') =>
  client.call('derivation.number', { id, measure: 'share', form: 'printed', among })

test('every statement of a city, whichever edition, year or scope, is explained by itself', async () => {
  const { statements } = await client.call('cities.profile', { city: 'wuhan' })
  expect(statements.length).toBeGreaterThan(20)
  for (const said of statements) {
    const name = statementName(said)
    const told = await explain(name)
    expect(told.printed?.statement, name).toEqual(said)
    expect([told.value, told.subject], name).toEqual([said.value, said.subject])
    if (said.yearTo !== null)
      expect([told.from, told.to], name).toEqual([said.yearFrom ?? said.yearTo, said.yearTo])
    // What stands beside it is of the same line, and never the statement itself.
    for (const beside of told.printed?.beside ?? []) {
      expect(statementName(beside)).not.toBe(name)
      expect(beside.source).toMatchObject({ file: said.source.file, line: said.source.line })
    }
  }
})

test('the line that is named holds the number in the file of the edition', async () => {
  const { headline, statements } = await client.call('cities.profile', { city: 'wuhan' })
  const share = statements.find(
    ({ indicator, subject, yearTo, value }) =>
      indicator === 'share' && subject === 'all' && yearTo === 2023 && value === headline.share,
  )!
  const lines = readFileSync(join(BUNDLED, share.source.file), 'utf8').split('\n')
  expect(lines[share.source.line - 1]).toContain(String(share.value))
})

test('a place at which nothing is stated is refused', async () => {
  for (const among of ['top100-2023.csv:9999:share', 'nothing', 'nofile.csv:2:share'])
    await expect(explain(among)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { values: { field: 'among' } },
    })
})
