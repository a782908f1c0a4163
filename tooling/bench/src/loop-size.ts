// `pnpm tool tooling/bench/src/loop-size.ts`: V8 never optimises a function above 61,440 bytes of bytecode; the
// evaluation loop has to stay well below, and its frame small, because native callbacks nest it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const LIMITS = { 'Bytecode length': 45_000, 'Frame size': 1_024 }

const folder = mkdtempSync(join(tmpdir(), 'pellucid-loop-'))
try {
  const outfile = join(folder, 'loop.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('../../../packages/vm/src/index.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    conditions: ['@pellucid/source'],
    outfile,
    logLevel: 'error',
  })
  const flags = ['--no-lazy', '--print-bytecode', '--print-bytecode-filter=run']
  const { stdout } = spawnSync(process.execPath, [...flags, outfile], { encoding: 'utf8', maxBuffer: 1 << 28 })
  for (const [name, limit] of Object.entries(LIMITS)) {
    // Other functions are called `run` too: the loop is the largest.
    const sizes = [...stdout.matchAll(new RegExp(`^${name}:? (\\d+)`, 'gm'))].map((match) => Number(match[1]))
    const size = Math.max(0, ...sizes)
    console.log(`run: ${name.toLowerCase()} ${size} of ${limit}`)
    if (size === 0 || size > limit) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
