// Rules that need no types, so that the whole tree is read in seconds; the compiler checks the rest.
import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

const hostGlobals = ['process', 'Buffer', 'window', 'document', 'require', '__dirname', 'global', 'setImmediate']

const pure = {
  'no-restricted-globals': ['error', ...hostGlobals],
  'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'packages run in browsers too' }] }],
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.cache/**', '**/*.generated.ts', '**/*.cjs'] },
  {
    files: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts', 'tooling/*/src/**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      'max-lines': ['error', { max: 500 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'prefer-const': ['error', { destructuring: 'all' }],
      eqeqeq: 'error',
      // The compiler knows what is defined, and generators of tables use empty bodies on purpose.
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: true }],
      'no-constant-condition': ['error', { checkLoops: false }],
      // Text is full of control characters: that is what a lexer reads.
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      'no-misleading-character-class': 'off',
      'no-useless-assignment': 'off',
      'no-fallthrough': 'off',
      // Numeric code spells constants as the papers it follows do.
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: pure },
  {
    files: ['packages/pellucid/src/node.ts', 'packages/pellucid/src/node/**', 'packages/stdlib/src/node.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' },
  },
  // Tables are data: their length is the length of what they list.
  {
    files: ['packages/opcode-spec/src/versions/**', 'packages/*/src/**/tables/**'],
    rules: { 'max-lines': 'off' },
  },
  // Configuration files export what their tool asks for.
  { files: ['**/*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
)
