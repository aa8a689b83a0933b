import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listenForDrops } from './drops.ts'

let stop = () => {}
let taken: DataTransfer[] = []
beforeEach(() => {
  document.body.innerHTML = '<main><p></p></main>'
  taken = []
  stop = listenForDrops((data) => taken.push(data))
})
afterEach(() => stop())

const element = (name: string): Element => {
  const found = document.querySelector(name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

function drag(type: string, target: Element, types = ['Files']): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types } })
  target.dispatchEvent(event)
  return event
}

describe('files dropped on the page', () => {
  it('are taken once where they fall, and a page is told that they may', () => {
    const place = element('p')
    expect(drag('dragenter', place).defaultPrevented).toBe(true)
    expect(drag('dragover', place).defaultPrevented).toBe(true)
    expect(drag('drop', place).defaultPrevented).toBe(true)
    expect(taken).toHaveLength(1)
  })

  it('are taken once on what another view has replaced under the pointer', () => {
    const place = element('p')
    drag('dragover', place)
    element('main').remove()
    expect(drag('drop', place).defaultPrevented).toBe(true)
    drag('drop', place)
    expect(taken).toHaveLength(1)
  })

  it('are left to what takes them itself, as is text that is dragged', () => {
    const place = element('p')
    drag('dragover', place, ['text/plain'])
    drag('drop', place, ['text/plain'])
    element('main').addEventListener('drop', (event) => event.preventDefault())
    drag('drop', place)
    expect(taken).toEqual([])
  })

  it('are no longer heard once nobody listens', () => {
    const place = element('p')
    drag('dragover', place)
    stop()
    drag('drop', place)
    element('main').remove()
    drag('drop', place)
    expect(taken).toEqual([])
  })
})
