// Builds the package in the current folder: each entry of src that package.json exports → dist/*.js,
// dependencies left as imports. Declarations come from `tsc -b`.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const entryPoints = Object.values(exports)
  .map((entry) => entry['@pellucid/source'])
  .filter((entry) => entry !== undefined)

await build({
  entryPoints,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: entryPoints.length > 1,
  packages: 'external',
  // Node's own modules are imported by the node.ts entries alone; eslint sees to that.
  external: ['node:*'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
})
