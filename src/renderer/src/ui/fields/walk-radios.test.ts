import { expect, test } from 'vitest'
import { walkRadios } from './walk-radios.ts'

function group() {
  const chosen: number[] = []
  const element = document.createElement('div')
  element.innerHTML = '<button role="radio"></button><i></i><button role="radio"><svg></svg></button>'
  element.addEventListener('keydown', (event) => walkRadios(event, (index) => chosen.push(index)))
  document.body.replaceChildren(element)
  const radios = [...element.querySelectorAll('button')]
  const press = (at: number, key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    radios[at]?.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { chosen, radios, press }
}

test('arrows choose the next one and give it the focus', () => {
  const { chosen, radios, press } = group()
  expect([press(0, 'ArrowRight'), press(1, 'ArrowUp'), press(0, 'ArrowDown'), press(1, 'ArrowLeft')]).toEqual(
    [true, true, true, true],
  )
  expect(chosen).toEqual([1, 0, 1, 0])
  expect(document.activeElement).toBe(radios[0])
})

test('at the ends nothing changes, and other keys go on', () => {
  const { chosen, press } = group()
  expect(press(0, 'ArrowLeft')).toBe(true)
  expect(press(1, 'ArrowRight')).toBe(true)
  expect(press(0, 'Enter')).toBe(false)
  expect(chosen).toEqual([])
})
