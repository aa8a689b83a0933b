import { expect, test } from 'vitest'
import { contract } from '../shared/contract/index.ts'
import type { MethodName } from '../shared/contract/index.ts'
import { METHOD_KINDS } from './method-kinds.ts'
import { loadMethod } from './methods.ts'

test.each(Object.keys(METHOD_KINDS) as MethodName[])(
  '%s comes from its slice as the contract has it',
  async (name) => {
    expect(await loadMethod(name)).toBe(contract[name])
  },
)
