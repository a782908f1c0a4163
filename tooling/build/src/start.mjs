// `npm start -- FILE`: installs and builds what is missing or stale, then runs the command on FILE.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { isStale } from './stale.mjs'
import { root } from './paths.mjs'

const command = fileURLToPath(new URL('apps/cli/dist/pellucid.js', root))

ensureInstalled()
if (isStale(command)) {
  const builder = fileURLToPath(new URL('build-app.mjs', import.meta.url))
  const built = spawnSync(process.execPath, [builder], { cwd: root, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
// npm runs scripts from the root; the caller's own folder is what a file name is relative to.
const cwd = process.env.INIT_CWD ?? process.cwd()
const child = spawn(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit', cwd })
// Ctrl-C reaches the child by itself; this process only waits for it.
process.on('SIGINT', () => {})
child.on('exit', (status, signal) => {
  if (signal) {
    process.removeAllListeners('SIGINT')
    process.kill(process.pid, signal)
  }
  process.exitCode = status ?? 1
})
