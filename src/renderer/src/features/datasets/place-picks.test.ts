import { expect, test } from 'vitest'
import type { FoundPlace } from '../../../../shared/contract/recipes.ts'
import { askedOf, typedCities, typedCountries, withPlace } from './place-picks.ts'

const place = (ask: string) => ({ ask, name: ask }) as FoundPlace

test('codes apart by spaces, names by commas, semicolons and their Chinese kin', () => {
  expect(typedCountries('pt ES')).toEqual(['pt', 'ES'])
  expect(typedCountries('South Korea, 葡萄牙；Spain')).toEqual(['South Korea', '葡萄牙', 'Spain'])
  expect(typedCountries('  ')).toEqual([])
  expect(typedCities('Valencia, ES; Lisbon')).toEqual(['Valencia, ES', 'Lisbon'])
})

test('a place stands once, and what was typed is asked for as well', () => {
  const chosen = withPlace(withPlace([place('Lisbon, PT')], place('Porto, PT')), place('Lisbon, PT'))
  expect(chosen.map(({ ask }) => ask)).toEqual(['Lisbon, PT', 'Porto, PT'])
  expect(askedOf(chosen, ['Faro', 'Porto, PT'])).toEqual(['Lisbon, PT', 'Porto, PT', 'Faro'])
})
