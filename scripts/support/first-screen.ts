/**
 * Builds what draws the first screen for the hosts: the screens' components for Vue's server renderer, in one file beside
 * the screens' own. Whatever they would fetch later is no part of it.
 */
import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import type { InlineConfig, Plugin, UserConfig } from 'vite'
import { build } from 'vite'
import { thirdPartyNotices } from '../notices/plugin.ts'
import { LATER_WORDS } from './later-words.ts'

const NOTHING = 'src/renderer/src/nothing.server.ts'
/** Views and dialogs that a page fetches are empty: the one view that is drawn is no such import. */
const nothingLater = (root: string): Plugin => ({
  name: 'nothing-later',
  enforce: 'pre',
  resolveId: (_source, _importer, { kind }) => (kind === 'dynamic-import' ? join(root, NOTHING) : null),
})

/** Words that only they say are none. */
const wordsNow: Plugin = {
  name: 'words-now',
  enforce: 'pre',
  load(id) {
    const [, file = ''] = /\/shared\/i18n\/(?:en|zh)\/(.+)\.ts$/.exec(id) ?? []
    const name = LATER_WORDS[file]
    return name === undefined ? null : `export const ${name} = {}`
  },
}

const bundlerBuild = (name: string) => `@vue/${name}/dist/${name}.esm-bundler.js`

const config = (root: string, screens: UserConfig): InlineConfig => ({
  configFile: false,
  root: join(root, 'src/renderer'),
  logLevel: 'warn',
  publicDir: false,
  plugins: [nothingLater(root), wordsNow, vue(), thirdPartyNotices(root, 'first-screen')],
  define: { ...screens.define, 'process.env.NODE_ENV': '"production"' },
  resolve: {
    alias: {
      ...(screens.resolve?.alias as Record<string, string>),
      // The packages' own builds for Node hold the developer's half as well.
      'vue/server-renderer': bundlerBuild('server-renderer'),
      ...Object.fromEntries(
        ['shared', 'reactivity', 'runtime-core', 'runtime-dom'].map((name) => [
          `@vue/${name}`,
          bundlerBuild(name),
        ]),
      ),
      vue: bundlerBuild('runtime-dom'),
      'vue-router': 'vue-router/dist/vue-router.js',
    },
  },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    minify: true,
    outDir: join(root, 'out/first-screen'),
    emptyOutDir: true,
    rollupOptions: {
      input: { 'first-screen': join(root, 'src/renderer/src/first-screen.server.ts') },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})

/** Follows each build of the screens. `screens`: what both share. */
export function firstScreen(root: string, screens: UserConfig): Plugin {
  return {
    name: 'first-screen',
    apply: 'build',
    closeBundle: async () => void (await build(config(root, screens))),
  }
}
