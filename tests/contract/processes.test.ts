/** Two and three processes at one data folder, in short; at length by `npm run trials -- processes`. */
import { describe, expect, test } from 'vitest'
import type { Act, Kind, State } from '../trials/processes/model.ts'
import { busyForNobody, explain } from '../trials/processes/model.ts'
import { processesTrial } from '../trials/processes/rounds.ts'

test('a core, a page and the command line lose no change of each other', { timeout: 240_000 }, async () => {
  const { wrong, ...found } = await processesTrial(4, 5)
  expect(wrong).toEqual([])
  expect(found.rounds).toBe(4)
  expect(found.by['command line']).toBe(1)
})

describe('what the trial would find', () => {
  const articlesOf = (file: number) => file * 10
  const act = (pid: number, kind: Kind, file: number, from: number, to: number, came: Act['came']): Act => ({
    ...{ kind, file, by: String(pid), pid, from, to, came },
  })
  const before: State = { revision: 1, files: [1] }
  const stored = (revision: number, articles: number) => ({ ok: true, revision, articles }) as const

  test('adds at once, both done, end with both or are not explained', () => {
    const adds = [act(1, 'add', 2, 0, 9, stored(2, 30)), act(2, 'add', 3, 1, 8, stored(3, 60))]
    expect(explain(before, adds, articlesOf)).toEqual([{ revision: 3, files: [1, 2, 3] }])
    const lost = [act(1, 'add', 2, 0, 9, stored(2, 30)), act(2, 'add', 3, 1, 8, stored(2, 40))]
    expect(explain(before, lost, articlesOf)).toEqual([])
  })

  test('nothing stands before what had ended when it began', () => {
    const acts = [
      act(1, 'remove', 0, 0, 1, { ok: true, revision: null, articles: null }),
      act(2, 'read', 0, 2, 3, stored(1, 10)),
    ]
    expect(explain(before, acts, articlesOf)).toEqual([])
    const overlapping = acts.map((each) => ({ ...each, from: 0, to: 3 }))
    expect(explain(before, overlapping, articlesOf)).toEqual([null])
  })

  test('a refusal has its reason', () => {
    const refused = (kind: Kind, code: string) => act(1, kind, 1, 0, 1, { ok: false, code })
    expect(explain(before, [refused('create', 'dataset-exists')], articlesOf)).toEqual([before])
    expect(explain(null, [refused('create', 'dataset-exists')], articlesOf)).toEqual([])
    expect(explain(before, [refused('add', 'dataset-unknown')], articlesOf)).toEqual([])
    expect(explain(before, [refused('add', 'internal')], articlesOf)).toEqual([])
    const busy = refused('add', 'dataset-busy')
    expect(busyForNobody([busy, act(1, 'add', 2, 0, 1, stored(2, 30))])).toEqual([busy])
    expect(busyForNobody([busy, act(2, 'add', 2, 0, 1, stored(2, 30))])).toEqual([])
  })
})
