import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appRoot } from '../core/app-info.ts'
import { NODE_RANGE, nodeTooOld } from './node-version.ts'

test.each(['22.15.0', '22.22.3', '24.0.0', '24.21.0', '26.1.0'])('Node %s will do', (version) => {
  expect(nodeTooOld(version)).toBeNull()
})

test.each(['18.20.4', '20.20.2', '22.0.0', '22.14.0', '23.11.1'])('Node %s is too old', (version) => {
  const said = nodeTooOld(version)
  expect(said).toContain(version)
  expect(said).toContain('22.15')
  expect(said).not.toContain('\n')
})

test('package.json says the same', () => {
  const { engines } = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as {
    engines: { node: string }
  }
  expect(engines.node).toBe(NODE_RANGE)
})

test('the Node that runs the tests will do', () => expect(nodeTooOld(process.versions.node)).toBeNull())
