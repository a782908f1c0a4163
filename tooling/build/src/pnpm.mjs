// Runs the pnpm version that package.json pins, whether or not a pnpm is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { root } from './paths.mjs'

const windows = process.platform === 'win32'

function pinned() {
  return JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).packageManager
}

function isInstalled(version) {
  const found = spawnSync('pnpm', ['--version'], { encoding: 'utf8', shell: windows })
  return found.status === 0 && `pnpm@${found.stdout.trim()}` === version
}

/** Runs pnpm in the repository's root and returns its exit status; output goes to stderr. */
export function pnpm(...args) {
  const version = pinned()
  const [command, ...prefix] = isInstalled(version) ? ['pnpm'] : ['npx', '-y', version]
  const done = spawnSync(command, [...prefix, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  return done.status ?? 1
}
