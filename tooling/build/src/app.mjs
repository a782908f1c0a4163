// Bundles the command: apps/cli and every package it uses, from source, into one text.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

export const appFile = new URL('apps/cli/dist/pellucid.js', root)
export const packFile = new URL('pellucid.pack', appFile)

/** What every build of the command shares. */
export const bundleOptions = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  conditions: ['@pellucid/source'],
  platform: 'node',
  target: 'node20.19',
  external: ['pyodide'],
  logLevel: 'warning',
}

/** Bundles apps/cli. */
export function bundleApp(options) {
  return build({ ...bundleOptions, entryPoints: ['apps/cli/src/bin.ts'], ...options })
}
