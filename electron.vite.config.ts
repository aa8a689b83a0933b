import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import type { Bundle } from './scripts/notices/plugin.ts'
import { thirdPartyNotices } from './scripts/notices/plugin.ts'
import { nativeModules } from './scripts/package/native-modules.ts'
import { firstScreen } from './scripts/support/first-screen.ts'

const at = (path: string) => resolve(import.meta.dirname, path)
const notices = (bundle: Bundle) => thirdPartyNotices(at('.'), bundle)

/** What both builds of the screens have: for the page, and for the hosts, which draw its first screen. */
const screens = {
  // The build without the parser of messages: src/renderer/src/i18n/make-i18n.ts fills them in.
  resolve: { alias: { 'vue-i18n': 'vue-i18n/dist/vue-i18n.runtime.mjs' } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
}

/** The command line is not packed with the window: its chunk has a name that the packer's settings can tell. */
const chunkFileNames = ({ facadeModuleId }: { facadeModuleId?: string | null }): string =>
  facadeModuleId === at('src/cli/main.ts') ? 'cli-main.js' : '[name].js'

/** The page and the view that it opens with; what both import comes with them. */
const FIRST_PAGE = /[\\/](index\.html|Rankings\.vue)$/

/**
 * main: the desktop shell, the command line and the core's worker thread, as ES modules beside each other in
 * out/main, where each finds the others by relative address. preload: one CommonJS file, as a sandboxed preload
 * must be. renderer: the screens, the same files for the desktop window and the loopback host, and what draws their first
 * screen for both (out/first-screen).
 */
export default defineConfig({
  main: {
    plugins: [notices('main')],
    define: { NATIVE_MODULES: JSON.stringify(nativeModules(at('.'))) },
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          cli: at('src/cli/index.ts'),
          worker: at('src/core/threads/worker.ts'),
          'parse-worker': at('src/core/import/parse/parse-worker.ts'),
          'raster-worker': at('src/core/export/figure/raster-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames },
      },
    },
  },
  preload: {
    plugins: [notices('preload')],
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    ...screens,
    // A view's address is a path (/cities/beijing), so scripts are found from the root, not beside it.
    plugins: [
      vue(),
      notices('renderer'),
      firstScreen(at('.'), screens),
      { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) },
      {
        // The frame is drawn while the end of the page, with the first answers, is still on its way.
        name: 'script-beside-page',
        transformIndexHtml: {
          order: 'post',
          handler: (html) => html.replace('<script type="module"', '<script type="module" async'),
        },
      },
    ],
    build: {
      minify: true,
      outDir: at('out/renderer'),
      rollupOptions: {
        input: { index: at('src/renderer/index.html') },
        // One file for the first page with all that it needs: each further request costs more than the bytes that it
        // saves. Rankings is loaded as every view is, and is there already.
        output: { codeSplitting: { groups: [{ name: 'first', test: FIRST_PAGE }] } },
      },
    },
  },
})
