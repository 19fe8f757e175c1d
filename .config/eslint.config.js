import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Made by tools, or not ours. */
const generated = globalIgnores([
  'dist',
  '.data',
  'coverage',
  '**/.next',
  '**/next-env.d.ts',
  'src/migrations',
  'src/payload-types.ts',
  '**/importMap.js',
  // A host's app, which has the compiler and the packages of its own.
  'test/host/template',
])

export default defineConfig(
  generated,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A database row's values are `unknown`, and are text where we make text of them.
      '@typescript-eslint/no-base-to-string': 'off',
      // Payload's documents and hook arguments are `any`; its access functions may be async or not.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/admin/**/*.{ts,tsx}', 'src/app/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // Setting state after a load that began with the page is what the pages do.
    rules: { 'react-hooks/set-state-in-effect': 'off' },
  },
  {
    // What a person starts by hand speaks to that person.
    files: [
      'src/host/start.ts',
      'src/host/seed/**',
      'src/host/server.ts',
      'test/bench/**',
      '.config/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Declarations and suites are as long as what they declare.
    files: ['test/**', 'collections/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  prettier,
)
