// `pnpm py FILE`: runs the command from source. The bundle is made anew each time, which takes a fraction of a second.
import { mkdirSync, renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleApp } from './app.mjs'
import { root } from './paths.mjs'

// Bundled CommonJS dependencies call require(); an ES module has to make one.
const banner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url)"
const folder = new URL('apps/cli/.cache/', root)
const file = new URL('pellucid.js', folder)
const fresh = new URL(`pellucid-${process.pid}.js`, folder)

mkdirSync(folder, { recursive: true })
await bundleApp({ outfile: fileURLToPath(fresh), format: 'esm', banner: { js: banner }, sourcemap: 'inline', sourcesContent: false })
renameSync(fresh, file)
process.setSourceMapsEnabled(true)
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
process.argv[1] = fileURLToPath(file)
await import(file.href)
