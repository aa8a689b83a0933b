import { expect, test } from 'vitest'
import { comparedYears } from './compared-years.ts'

test('what is not said is the last year, the one before it that the index has, and the last as base', () => {
  const years = [2019, 2021, 2023]
  expect(comparedYears({}, years)).toEqual({ from: 2021, to: 2023, base: 2023 })
  expect(comparedYears({ to: 2021 }, years)).toEqual({ from: 2019, to: 2021, base: 2021 })
  expect(comparedYears({ from: 2019, base: 2021 }, years)).toEqual({ from: 2019, to: 2023, base: 2021 })
  // Of a year without articles, and of the first, the core says what is wrong.
  expect(comparedYears({ to: 2020 }, years)?.from).toBe(2019)
  expect(comparedYears({ to: 2019 }, years)?.from).toBe(2018)
  expect(comparedYears({}, [])).toBeNull()
})
