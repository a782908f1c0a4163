// `pnpm bench [--pyodide] [--rounds=N] [NAME…]` and `pnpm bench front [--rounds=N]`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { closeOracle } from '@pellucid/oracle'
import { runBundled } from './bundled.ts'
import { benchPrograms } from './programs.ts'

const builder = fileURLToPath(new URL('../../build/src/build-app.mjs', import.meta.url))
const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.slice(9) ?? 3)

if (names[0] === 'front') process.exitCode = await runBundled('front', [String(Math.max(rounds, 5))])
else {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  process.exitCode = await benchPrograms({ names, rounds, pyodide: args.includes('--pyodide') })
}
closeOracle()
