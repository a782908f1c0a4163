// Runs a script of this folder as a bundle of built code. A loader that rewrites sources as it loads them adds to each
// function what the published packages do not have, and would be measured with them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { peers } from './peers.ts'

/** Runs `name`.ts with arguments and answers its exit status. */
export async function runBundled(name: string, args: readonly string[]): Promise<number> {
  const outfile = fileURLToPath(new URL(`../dist/${name}.mjs`, import.meta.url))
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    conditions: ['@pellucid/source'],
    external: ['esbuild', ...peers],
    logLevel: 'error',
  })
  return spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1
}
