import { expect, test } from 'vitest'
import { shownNames } from './shown-names.ts'

const place = (
  id: string,
  name: string,
  region: 'GB' | 'US' | 'ES',
  more: { nameZh?: string; division?: string } = {},
) => ({
  id,
  name,
  nameZh: more.nameZh ?? null,
  region,
  regionName: { GB: 'United Kingdom', US: 'United States', ES: 'Spain' }[region],
  regionNameZh: { GB: '英国', US: '美国', ES: '西班牙' }[region],
  division: more.division ?? null,
})
const shown = (...places: ReturnType<typeof place>[]) => {
  const names = shownNames(places)
  return places.map(({ id }) => [names.get(id)?.name, names.get(id)?.nameZh])
}

test('a name that one city has stays as it is', () => {
  expect(
    shown(
      place('a', 'Boston', 'US', { nameZh: '波士顿', division: 'Massachusetts' }),
      place('b', 'York', 'GB'),
    ),
  ).toEqual([
    ['Boston', '波士顿'],
    ['York', null],
  ])
})

test('cities of one name in two countries name the country, in either language', () => {
  expect(
    shown(
      place('a', 'Cambridge', 'GB', { nameZh: '剑桥' }),
      place('b', 'Cambridge', 'US', { nameZh: '剑桥' }),
    ),
  ).toEqual([
    ['Cambridge (United Kingdom)', '剑桥（英国）'],
    ['Cambridge (United States)', '剑桥（美国）'],
  ])
  // Told apart in Chinese already.
  expect(
    shown(
      place('a', 'Cambridge', 'GB', { nameZh: '剑桥' }),
      place('b', 'Cambridge', 'US', { nameZh: '坎布里奇' }),
    ),
  ).toEqual([
    ['Cambridge (United Kingdom)', '剑桥'],
    ['Cambridge (United States)', '坎布里奇'],
  ])
  expect(shown(place('a', 'León', 'ES'), place('b', 'Leon', 'US'))).toEqual([
    ['León (Spain)', 'León（西班牙）'],
    ['Leon (United States)', 'Leon（美国）'],
  ])
})

test('cities of one name in one country name the division, or the id where that does not tell', () => {
  const rochesters = [
    place('rochester', 'Rochester', 'US', { division: 'New York' }),
    place('rochester-us', 'Rochester', 'US', { division: 'Minnesota' }),
    place('rochester-gb', 'Rochester', 'GB', { division: 'England' }),
  ]
  expect(shown(...rochesters).map(([name]) => name)).toEqual([
    'Rochester (New York)',
    'Rochester (Minnesota)',
    'Rochester (United Kingdom)',
  ])
  expect(
    shown(
      place('a', 'Springfield', 'US', { division: 'Ohio' }),
      place('b', 'Springfield', 'US'),
      place('c', 'Springfield', 'US', { division: 'Illinois' }),
      place('d', 'Springfield', 'US', { division: 'Illinois' }),
    ).map(([name]) => name),
  ).toEqual(['Springfield (Ohio)', 'Springfield (b)', 'Springfield (c)', 'Springfield (d)'])
})
