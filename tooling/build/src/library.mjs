// Builds the package in the current folder: each file of src → a file of dist, so that a bundler drops the files a
// user does not need (`sideEffects`). Declarations come from `tsc -b`.
import { build } from 'esbuild'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => join('src', file))

/** Imports stay imports: of packages as they are, of files by the name they have in dist. */
const oneFileAFile = {
  name: 'one-file-a-file',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/^(\..*)\.ts$/, '$1.js'), external: true },
    )
  },
}

// A file that src no longer has must not be published.
mkdirSync('dist', { recursive: true })
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (/\.js(\.map)?$/.test(file)) rmSync(join('dist', file))
}

await build({
  entryPoints: sources,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  plugins: [oneFileAFile],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
})
