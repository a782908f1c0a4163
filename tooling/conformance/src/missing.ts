// `pnpm missing MODULE…`: what CPython's module has and ours lacks, the attributes of its classes included.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask, closeOracle } from '@pellucid/oracle'

const built = fileURLToPath(new URL('../../../apps/cli/dist/pellucid.js', import.meta.url))
const builder = fileURLToPath(new URL('../../build/src/build-app.mjs', import.meta.url))

/** Prints every public name of a module, and `Class.attribute` for what its own classes have. */
const listing = (module_: string) => `
import importlib
module = importlib.import_module(${JSON.stringify(module_)})
for name in sorted(dir(module)):
    print(name)
    value = getattr(module, name, None)
    if isinstance(value, type) and getattr(value, "__module__", None) == module.__name__:
        for attribute in sorted(dir(value)):
            print(f"{name}.{attribute}")
`

const modules = process.argv.slice(2)
if (modules.length === 0) {
  console.error('usage: pnpm missing MODULE...      for example: pnpm missing itertools')
  process.exitCode = 2
} else {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  for (const name of modules) {
    const [theirs] = await ask([{ stage: 'evaluate', source: listing(name) }])
    const ours = spawnSync(process.execPath, [built, '-c', listing(name)], { encoding: 'utf8' })
    if (ours.status !== 0) {
      console.log(`${name}: does not import here\n${ours.stderr.trimEnd()}`)
      process.exitCode = 1
      continue
    }
    const have = new Set(ours.stdout.split('\n'))
    const lacking = (theirs?.text ?? '').split('\n').filter((line) => line !== '' && !have.has(line))
    console.log(lacking.length === 0 ? `${name}: nothing missing` : `${name}: ${lacking.length} missing\n  ${lacking.join('\n  ')}`)
    if (lacking.length > 0) process.exitCode = 1
  }
  closeOracle()
}
