// Bundles the command: apps/cli and every package it uses, from source, into one text.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

export const appFile = new URL('apps/cli/dist/pellucid.js', root)

/** Bundles apps/cli with the options that every build of it shares. */
export function bundleApp(options) {
  return build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['apps/cli/src/bin.ts'],
    bundle: true,
    conditions: ['@pellucid/source'],
    platform: 'node',
    target: 'node20.19',
    external: ['pyodide'],
    logLevel: 'warning',
    ...options,
  })
}
