import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeTypedAhead } from './typed-ahead.ts'

const seen: string[] = []
const view = (event: KeyboardEvent) => seen.push(event.key)
const ahead = makeTypedAhead()
window.addEventListener('keydown', view)

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.body.dispatchEvent(event)
  return event
}
const type = (...keys: string[]) => keys.forEach((key) => press(key))

afterEach(() => {
  ahead.take()
  seen.length = 0
})

describe('keys that come before the palette', () => {
  it('are kept in order and reach no view; none is kept afterwards', () => {
    ahead.begin(vi.fn())
    type('b', 'j', ' ', '北')
    expect(ahead.take()).toEqual({ text: 'bj 北', enter: false })
    expect(seen).toEqual([])
    type('i')
    expect(seen).toEqual(['i'])
    expect(ahead.take()).toEqual({ text: '', enter: false })
  })

  it('take a letter back, and remember Enter after the last one', () => {
    ahead.begin(vi.fn())
    type('Enter', 'b', 'x', 'Backspace', 'j')
    expect(press('Enter').defaultPrevented).toBe(true)
    type('i')
    expect(ahead.take()).toEqual({ text: 'bj', enter: true })
  })

  it('are forgotten with Esc, which gives the palette up once', () => {
    const giveUp = vi.fn()
    ahead.begin(giveUp)
    type('b', 'Escape', 'Escape', 'j')
    expect(giveUp).toHaveBeenCalledOnce()
    expect(seen).toEqual(['Escape', 'j'])
    expect(ahead.take().text).toBe('')
  })

  it('are left alone where a command or an input method is meant', () => {
    ahead.begin(vi.fn())
    press('k', { ctrlKey: true })
    press('n', { isComposing: true })
    expect(press('Process').defaultPrevented).toBe(false)
    type('Tab')
    expect(seen).toEqual(['k', 'n', 'Process', 'Tab'])
    expect(ahead.take()).toEqual({ text: '', enter: false })
  })

  it('write what a field would hold, whatever is typed', () => {
    const keys = fc.array(fc.constantFrom('a', 'ö', '京', ' ', 'Backspace'), { maxLength: 30 })
    fc.assert(
      fc.property(keys, (pressed) => {
        ahead.begin(vi.fn())
        type(...pressed)
        const field = pressed.reduce(
          (text, key) => (key === 'Backspace' ? text.slice(0, -1) : text + key),
          '',
        )
        return ahead.take().text === field
      }),
    )
  })
})
