import { expect, it } from 'vitest'
import { reopenTrial } from '../trials/reopen.ts'

it('views of every kind come back from files, and from their requests', async () => {
  const { reopened, wrong } = await reopenTrial(12, 7, [
    'json',
    'csv-excel',
    'svg',
    'graph gexf',
    'report html',
  ])
  expect(wrong).toEqual([])
  expect(reopened['derived']).toBeGreaterThan(6)
  expect(reopened['svg']).toBeGreaterThan(1)
}, 120_000)
