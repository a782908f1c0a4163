// `npm test`: installs, then runs every fast check. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { root } from './paths.mjs'

ensureInstalled()
const gates = fileURLToPath(new URL('tooling/lint/src/gates.ts', root))
const run = ['--conditions=@pellucid/source', '--import', 'tsx', gates, ...process.argv.slice(2)]
const done = spawnSync(process.execPath, run, { cwd: root, stdio: 'inherit' })
process.exit(done.status ?? 1)
