import { describe, expect, it } from 'vitest'
import { actOf } from './useNetworkKeys.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => actOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('keys of the Networks view', () => {
  it('takes letters of either case', () => {
    expect(['f', 'P', 'h', 't', 'd', 'Escape'].map((key) => press(key))).toEqual([
      'focus',
      'pin',
      'hide',
      'tables',
      'why',
      'leave',
    ])
  })

  it('leaves the keys of the browser and of the app alone', () => {
    expect(press('f', { ctrlKey: true })).toBeNull()
    expect(press('p', { metaKey: true })).toBeNull()
    expect(press('z', { ctrlKey: true })).toBeNull()
    expect(press('z')).toBeNull()
    expect(press('1')).toBeNull()
    expect(press('f', { altKey: true })).toBeNull()
  })
})
