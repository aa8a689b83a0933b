import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Arrangement } from './history.ts'
import { begin, push, redo, undo } from '../../stores/steps.ts'
import { hide, pin, release, show } from './history.ts'

const NONE: Arrangement = { pins: [], hidden: [] }

describe('history of gestures', () => {
  it('takes steps back and forward, and forgets what was undone with the next step', () => {
    let history = begin(NONE)
    const first = pin(NONE, [{ id: 'a', x: 1, y: 2 }])
    const second = hide(first, ['b'])
    history = push(push(history, first), second)
    history = undo(history)
    expect(history.present).toEqual(first)
    expect(redo(history).present).toEqual(second)
    history = push(history, hide(first, ['c']))
    expect(redo(history)).toEqual(history)
    expect(undo(undo(history)).present).toEqual(NONE)
  })

  it('is no step where nothing changes, and stays at its ends', () => {
    const history = begin(NONE)
    expect(push(history, { pins: [], hidden: [] })).toBe(history)
    expect(undo(history)).toEqual(history)
    expect(redo(history)).toEqual(history)
  })

  it('comes back by as many undos as there were steps, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 90 }), (steps) => {
        const whole = steps.reduce((history, step) => push(history, step), begin(0))
        const back = whole.past.reduce((history) => undo(history), whole)
        expect(back.present).toBe(0)
        expect(back.future.reduce((history) => redo(history), back)).toEqual(whole)
      }),
    )
  })
})

describe('an arrangement', () => {
  it('moves a pin that stands and adds one that is new', () => {
    const once = pin(NONE, [
      { id: 'a', x: 1, y: 2 },
      { id: 'b', x: 3, y: 4 },
    ])
    expect(
      pin(once, [
        { id: 'a', x: 5, y: 6 },
        { id: 'c', x: 7, y: 8 },
      ]).pins,
    ).toEqual([
      { id: 'a', x: 5, y: 6 },
      { id: 'b', x: 3, y: 4 },
      { id: 'c', x: 7, y: 8 },
    ])
  })

  it('lets go and shows again one or all', () => {
    const full = hide(
      pin(NONE, [
        { id: 'a', x: 1, y: 2 },
        { id: 'b', x: 3, y: 4 },
      ]),
      ['x', 'y', 'x'],
    )
    expect(full.hidden).toEqual(['x', 'y'])
    expect(release(full, ['a']).pins.map(({ id }) => id)).toEqual(['b'])
    expect(release(full).pins).toEqual([])
    expect(show(full, ['x']).hidden).toEqual(['y'])
    expect(show(full)).toEqual({ pins: full.pins, hidden: [] })
  })
})
