import { defineConfig } from 'vitest/config'

// Packages are read from src through the source condition: no build before a test.
const conditions = ['@pellucid/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'tooling/*/test/**/*.test.ts'],
    environment: 'node',
  },
})
