/** Before each test file: what is waited for may take long on a busy machine. Limits end what hangs; they measure nothing. */
import { vi } from 'vitest'

/** ms; see `expect.poll` in vitest.config.ts, which has a setting of its own. */
const PATIENCE_MS = 15_000

const waitFor = vi.waitFor
vi.waitFor = (check, options = PATIENCE_MS) => waitFor(check, options)
