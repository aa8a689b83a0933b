import { expect, it } from 'vitest'
import type { MapCity } from '../../../../shared/contract/drawings.ts'
import { cityAt } from './hit.ts'

const city = (id: string, x: number, y: number, r: number) => ({ id, r, at: [{ view: 0, x, y }] }) as MapCity
const cities = [city('large', 100, 100, 20), city('small', 110, 100, 4), city('far', 300, 100, 5)]

it('meets the circle on top, else the nearest within reach', () => {
  expect(cityAt(cities, 95, 100)?.id).toBe('large')
  expect(cityAt(cities, 111, 100)?.id).toBe('small')
  expect(cityAt(cities, 308, 100)?.id).toBe('far')
  expect(cityAt(cities, 308, 100, 4)).toBeNull()
  expect(cityAt(cities, 200, 200)).toBeNull()
})
