import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatBytes, formatNumber, formatSigned } from './numbers.ts'

it('writes numbers as Intl.NumberFormat does in both languages, with a true minus', () => {
  const decimals = fc.integer({ min: 0, max: 4 })
  const number = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer({ min: -(10 ** 7), max: 10 ** 7 }).map((n) => n / 1000), // with ties: 0.125, 2.5
  )
  fc.assert(
    fc.property(number, decimals, fc.constantFrom('en-GB', 'zh-CN'), (value, digits, locale) => {
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      const expected = new Intl.NumberFormat(locale, options).format(value).replace('-', '−')
      expect(formatNumber(value, digits)).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

it('groups by thousands, keeps decimals and signs', () => {
  expect([0, 999, 1000, 1234567.891, -4321.5].map((value) => formatNumber(value, 2))).toEqual([
    '0.00',
    '999.00',
    '1,000.00',
    '1,234,567.89',
    '−4,321.50',
  ])
  expect([12, -7.4, 0].map((value) => formatSigned(value, 1))).toEqual(['+12.0', '−7.4', '0.0'])
  expect(formatBytes(12_100_000)).toBe('12.1 MB')
})
