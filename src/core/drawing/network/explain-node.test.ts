/** A node's numbers are those that are drawn, and their parts add up to them; hidden nodes take their part with them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../shared/contract/client.ts'
import { createClient } from '../../../shared/contract/client.ts'
import { NETWORK_MEASURES } from '../../../shared/measures/by-id.ts'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'
import { appVersion, resourcesDir } from '../../app-info.ts'
import type { Core } from '../../create-core.ts'
import { createCore } from '../../create-core.ts'

const { root } = useTrialIndex()
let core: Core
let client: Client
beforeAll(() => {
  core = createCore({ dataDir: root, resourcesDir, appVersion })
  client = createClient(core)
})
afterAll(() => core.close())

const cities = { of: 'cities' as const, input: { dataset, from: 2023, to: 2023, top: 10 } }
const near = (value: number) => expect.closeTo(value, 6) as number

describe('a node explained', () => {
  test('its numbers are those of the drawing, with and without a hidden node', async () => {
    for (const hidden of [[], ['boston']]) {
      const drawn = await client.call('networks.draw', { network: cities, hidden })
      expect(drawn.nodes.length).toBe(4 - hidden.length)
      for (const node of drawn.nodes)
        for (const measure of NETWORK_MEASURES) {
          const told = await client.call('networks.explain', {
            ...{ network: cities, hidden, node: node.id, measure },
          })
          expect(told.value, `${node.id} ${measure}`).toBe(node[measure])
          expect(told.list?.residual, `${node.id} ${measure}`).toBe(measure === 'degree' ? null : 0)
          if (measure === 'degree') expect(told.list?.rows).toHaveLength(node.degree)
          if (measure === 'betweenness') expect(told.agrees).toBe(true)
        }
    }
  })

  test('the links of Beijing are named with their scores, each of which leads on', async () => {
    const told = await client.call('networks.explain', {
      ...{ network: cities, node: 'beijing', measure: 'weightedDegree' },
    })
    // Article 3 with Boston is 1; article 7 is 1/2 with each of the three others.
    expect(told).toMatchObject({ value: near(5 / 2), entity: { name: 'Beijing' }, kind: 'city' })
    expect(told.list?.rows.map(({ label, value, figure }) => [label.name, value, figure?.partner])).toEqual([
      ['Boston', near(3 / 2), 'boston'],
      ['Cambridge', near(1 / 2), 'cambridge'],
      ['Hong Kong', near(1 / 2), 'hong-kong'],
    ])
  })

  test('within a city a link is read in that city', async () => {
    const network = { of: 'institutions' as const, input: { dataset, city: 'Beijing', from: 2023, to: 2023 } }
    const told = await client.call('networks.explain', { network, node: 'I1', measure: 'degree' })
    expect(told.list?.rows[0]?.figure).toMatchObject({
      partner: 'I2',
      path: [{ by: 'city', id: 'beijing' }],
    })
  })

  test('a node that is not drawn is refused', async () => {
    const asked = { network: cities, hidden: ['boston'], node: 'boston', measure: 'degree' as const }
    await expect(client.call('networks.explain', asked)).rejects.toMatchObject({ code: 'node-unknown' })
  })
})
