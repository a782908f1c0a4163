// `pnpm --filter @pellucid/cli build`: makes apps/cli/dist/pellucid.js.
import { chmodSync } from 'node:fs'
import { appFile, bundleApp } from './app.mjs'

// Names stay: tracebacks of our own bugs must be readable.
await bundleApp(appFile, { minifyWhitespace: true, minifySyntax: true, legalComments: 'none' })
chmodSync(appFile, 0o755)
