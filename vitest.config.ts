import vue from '@vitejs/plugin-vue'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

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
          testTimeout: 30_000,
          // Threads begun from source strip types in WebAssembly, and V8 13.6 may crash when two of them replace
          // the same wrapper of an imported function by its faster form at once: no wrapper is replaced here.
          execArgv: ['--wasm-wrapper-tiering-budget=2000000000'],
        },
      },
      {
        plugins: [vue()],
        test: { name: 'renderer', environment: 'happy-dom', include: ['src/renderer/**/*.test.ts'] },
      },
    ],
  },
})
