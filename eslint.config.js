import js from '@eslint/js'
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
      ...forbid(
        ['core', 'electron', 'node', ...hosts],
        'A screen reaches the core through the contract alone.',
      ),
      'no-console': 'error',
    },
  },
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
    rules: forbid(['renderer', 'main', 'electron'], 'Hosts do not import each other or a screen.'),
  },
)
