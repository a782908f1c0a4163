// V8 does not optimise a function of more than 60 KB of bytecode; the evaluation loop stays well below.
// Asks V8 itself: `--print-bytecode` with a filter prints each function's size as it is first compiled.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const limit = 45_000
const root = fileURLToPath(new URL('../../../', import.meta.url))
const loop = join(root, 'packages/vm/src/eval/loop.generated.ts')

const folder = mkdtempSync(join(tmpdir(), 'pellucid-loop-'))
try {
  const { outputFiles } = await build({
    entryPoints: [loop],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['@pellucid/source'],
    logLevel: 'error',
  })
  const file = join(folder, 'loop.mjs')
  writeFileSync(file, outputFiles[0]!.text)
  // Eager compilation makes V8 print functions that are never called.
  const flags = ['--no-lazy', '--print-bytecode', '--print-bytecode-filter=run']
  const printed = spawnSync(process.execPath, [...flags, file], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const sizes = [...printed.stdout.matchAll(/Bytecode length: (\d+)/g)].map((match) => Number(match[1]))
  const size = Math.max(...sizes, 0)
  console.log(`run: ${size} bytes of V8 bytecode, limit ${limit}`)
  if (size === 0) console.log(printed.stderr.slice(-2000))
  process.exitCode = size > 0 && size <= limit ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
