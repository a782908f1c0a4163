// Builds the command: apps/cli and every package it uses, from source, into one file.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

export const appFile = new URL('apps/cli/dist/pellucid.js', root)

const banner = [
  '#!/usr/bin/env node',
  // Bundled CommonJS dependencies call require(); an ES module has to make one.
  `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url)`,
].join('\n')

/** Bundles apps/cli into `outfile`; the caller chooses a readable or a small result. */
export async function bundleApp(outfile, options = {}) {
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['apps/cli/src/bin.ts'],
    outfile: fileURLToPath(outfile),
    bundle: true,
    conditions: ['@pellucid/source'],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['pyodide'],
    banner: { js: banner },
    logLevel: 'warning',
    ...options,
  })
}
