import { expect, test } from 'vitest'
import { addressOn, requestOn } from './on-dataset.ts'

test('an address names the other dataset, and keeps the rest as it is written', () => {
  expect(addressOn('/rankings?dataset=old&year=2023', 'new')).toBe('/rankings?year=2023&dataset=new')
  expect(addressOn('/', 'new')).toBe('/?dataset=new')
  expect(addressOn('/?dataset=old', 'science-cities-2024')).toBe('/')
  expect(addressOn('/?q=a%3Fb&cities=x,y', 'science-cities-2024')).toBe('/?q=a%3Fb&cities=x,y')
})

test('a request names it wherever it named the old one, and nowhere else', () => {
  const asked = {
    dataset: 'old',
    search: 'old',
    panels: [{ input: { dataset: 'old' } }, { dataset: 'third' }],
  }
  expect(requestOn(asked, 'old', 'new')).toEqual({
    dataset: 'new',
    search: 'old',
    panels: [{ input: { dataset: 'new' } }, { dataset: 'third' }],
  })
})
