import { describe, expect, it } from 'vitest'
import { SCAN_BINARY } from '../../src/core/scan/scan-binary.ts'
import { compileScanner } from './build.ts'

const compiler = await import('assemblyscript/asc').catch(() => null)

describe.skipIf(!compiler)('the scanner in the tree', () => {
  it('is what its source compiles to', async () => {
    expect(Buffer.from(await compileScanner()).toString('base64')).toBe(SCAN_BINARY)
  })
})
