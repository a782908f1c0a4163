// `pnpm bench [--pyodide] [--json] [--rounds=N] [--seconds=N] [NAME…]` and `pnpm bench front [--rounds=N]`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { closeOracle } from '@pellucid/oracle'
import { runBundled } from './bundled.ts'
import { benchPrograms } from './programs.ts'

const builder = fileURLToPath(new URL('../../build/src/build-app.mjs', import.meta.url))
const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const figure = (name: string, otherwise: number): number =>
  Number(args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise)

if (names[0] === 'front') {
  const status = await runBundled('front', [String(Math.max(figure('rounds', 5), 5))])
  process.exitCode = status === 0 ? await runBundled('growth', []) : status
} else {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  process.exitCode = await benchPrograms({
    names,
    rounds: figure('rounds', 5),
    seconds: figure('seconds', 240),
    pyodide: args.includes('--pyodide'),
    json: args.includes('--json'),
  })
}
closeOracle()
