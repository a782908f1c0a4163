// Installs dependencies when the lock file changed since the last time. Needs Node and npm, nothing else.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { pnpm } from './pnpm.mjs'
import { root } from './paths.mjs'

const stamp = new URL('node_modules/.pellucid/installed', root)

/** Every manifest counts: a new workspace dependency needs links even when the lock file stays. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(new URL(file, root)))
  for (const folder of ['packages', 'apps', 'tooling']) {
    for (const name of readdirSync(new URL(folder, root)).sort()) {
      const manifest = new URL(`${folder}/${name}/package.json`, root)
      if (existsSync(manifest)) hash.update(readFileSync(manifest))
    }
  }
  return hash.digest('hex')
}

/** Makes node_modules match the lock file; exits when that fails. */
export function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write('pellucid: installing dependencies\n')
  const status = pnpm('install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn')
  if (status !== 0) {
    process.stderr.write('pellucid: the dependencies could not be installed; is the npm registry reachable?\n')
    process.exit(status)
  }
  mkdirSync(new URL('.', stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
