// Packs every public package and checks the tarball as npm would serve it: publint --strict, and attw for
// the types. Needs built packages.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packages } from './layers.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))

function check(command: string, args: readonly string[], cwd: string): boolean {
  const done = spawnSync(bin(command), args, { cwd, encoding: 'utf8' })
  if (done.status === 0) return true
  console.log(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`)
  return false
}

let failed = 0
const folder = mkdtempSync(join(tmpdir(), 'pellucid-packed-'))
try {
  for (const name of Object.keys(packages)) {
    const place = join(root, 'packages', name)
    const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { name: string }
    execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: place, stdio: 'ignore' })
    const prefix = manifest.name.replace('@', '').replace('/', '-')
    const tarball = readdirSync(folder).find((file) => new RegExp(`^${prefix}-\\d`).test(file))
    if (tarball === undefined) throw new Error(`${manifest.name} was not packed`)
    const lint = check('publint', ['run', join(folder, tarball), '--strict'], place)
    const types = check('attw', [join(folder, tarball), '--profile', 'esm-only', '--format', 'ascii'], place)
    if (!lint || !types) failed++
    else console.log(`${manifest.name} ok`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
