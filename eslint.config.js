import js from '@eslint/js'
import { readdirSync } from 'node:fs'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/** Which folders of src a folder must not import: the direction of imports, proven. */
const forbid = (folders, why) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { group: folders.map((folder) => `**/${folder}/**`), message: why },
        ...(folders.includes('electron') ? [{ group: ['electron', 'electron/*'], message: why }] : []),
        ...(folders.includes('vue') ? [{ group: ['vue', 'vue-*', 'pinia'], message: why }] : []),
        ...(folders.includes('node') ? [{ group: ['node:*'], message: why }] : []),
      ],
    },
  ],
})
const hosts = ['main', 'preload', 'web', 'cli']

const WALL_OF_SCREENS = forbid(
  ['core', 'electron', 'node', ...hosts],
  'A screen reaches the core through the contract alone.',
)
/** The floors of src/renderer/src, from the ground: a folder imports from those before it. */
const SCREEN_FLOORS = ['transport', 'stores', 'i18n', 'ui', 'charts', 'graph', 'features', 'shell']
const FEATURES = readdirSync(new URL('src/renderer/src/features', import.meta.url))
/** A feature stands on no other one but these. */
const FEATURE_STANDS_ON = { networks: ['map', 'datasets'], map: ['datasets'] }

/** The wall of the screens, and these folders beside or above the file's own. */
function forbidFolders(files, folders, message) {
  const [level, { patterns }] = WALL_OF_SCREENS['no-restricted-imports']
  const regex = `^(\\.\\./)+(${folders.join('|')})/`
  return {
    files: [`src/renderer/src/${files}/**`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': [level, { patterns: [...patterns, { regex, message }] }] },
  }
}
const screenFloors = SCREEN_FLOORS.slice(0, -1).map((floor, index) =>
  forbidFolders(floor, SCREEN_FLOORS.slice(index + 1), `${floor} does not import from the floors above it.`),
)
const featureWalls = FEATURES.map((feature) => {
  const others = FEATURES.filter((each) => each !== feature && !FEATURE_STANDS_ON[feature]?.includes(each))
  return forbidFolders(
    `features/${feature}`,
    ['shell', ...others],
    'What features share stands in ui or lower, not in another feature.',
  )
})

const [wall, { patterns: hostWall }] = forbid(
  ['renderer', 'main', 'electron'],
  'Hosts do not import each other or a screen.',
)['no-restricted-imports']
/** What the command line writes to a file is made by the contract, so that it has the bytes of the app's own. */
const wallOfCommandLine = {
  'no-restricted-imports': [
    wall,
    {
      patterns: [
        ...hostWall,
        {
          group: ['**/core/export/**', '**/core/drawing/**', 'csv-stringify', 'csv-stringify/*'],
          message: 'The command line asks the contract for files (exports.*): it has no writer of its own.',
        },
      ],
    },
  ],
}

export default ts.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.as.ts', // AssemblyScript
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  {
    rules: {
      'no-undef': 'off', // the type checker knows better
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Formatting belongs to Prettier.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/require-default-prop': 'off',
      'no-console': 'off',
    },
  },
  {
    // A new kind (of file, of chart, of dataset) must be thought of wherever kinds are told apart.
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { project: ['tsconfig.node.json', 'tsconfig.web.json'] } },
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'error' },
  },
  {
    files: ['src/shared/**'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      ['core', 'renderer', 'node', 'electron', 'vue', ...hosts],
      'src/shared knows no Node, no DOM and no host.',
    ),
  },
  {
    files: ['src/core/**'],
    rules: forbid(['renderer', 'electron', 'vue', ...hosts], 'src/core knows no host and no screen.'),
  },
  {
    files: ['src/renderer/**'],
    rules: {
      ...WALL_OF_SCREENS,
      'no-console': 'error',
    },
  },
  ...screenFloors,
  ...featureWalls,
  {
    files: ['src/preload/**'],
    rules: forbid(
      ['core', 'renderer', 'web', 'cli', 'main'],
      'The preload imports types of src/shared alone.',
    ),
  },
  {
    files: ['src/main/**'],
    rules: forbid(['renderer', 'web', 'cli'], 'Hosts do not import each other or a screen.'),
  },
  {
    files: ['src/main/**'],
    ignores: ['src/main/security/open-external.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='openExternal']",
          message: 'Links leave through security/open-external.ts alone.',
        },
      ],
    },
  },
  {
    files: ['src/web/**'],
    rules: forbid(['renderer', 'main', 'cli', 'electron'], 'Hosts do not import each other or a screen.'),
  },
  {
    // The command line starts the loopback host (`serve`), so it may import it.
    files: ['src/cli/**'],
    rules: wallOfCommandLine,
  },
)
