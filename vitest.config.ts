import vue from '@vitejs/plugin-vue'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { THREADS_FROM_SOURCE } from './tests/support/threads-from-source.ts'

/** Limits end what hangs and measure nothing: a busy machine may take ten times as long as a quiet one. */
const patient = {
  setupFiles: ['tests/support/patience.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
}

export default defineConfig({
  test: {
    // Many tests wait for processes that they start: on two processors one file at a time leaves half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: [
            'src/{shared,core,hosting,web,main,cli}/**/*.test.ts',
            'tests/{contract,shell}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          ...patient,
          execArgv: [THREADS_FROM_SOURCE],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.ts'],
          ...patient,
        },
      },
    ],
  },
})
