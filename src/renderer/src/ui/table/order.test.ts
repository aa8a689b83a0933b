import { expect, it } from 'vitest'
import { orderAfter } from './order.ts'

it('turns an order by a second click, and begins figures with the largest', () => {
  expect(orderAfter({ by: 'share', descending: true }, 'share')).toEqual({ by: 'share', descending: false })
  expect(orderAfter({ by: 'share', descending: true }, 'name')).toEqual({ by: 'name', descending: false })
  expect(orderAfter({ by: 'name', descending: false }, 'degree')).toEqual({
    by: 'degree',
    descending: true,
  })
})
