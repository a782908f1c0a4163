// An esbuild plugin: each builtin module of the machine is evaluated when Python first imports it, not when the command
// starts. In the bundle, the table of modules requires the files that it imports in the source.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const importLine = /^import \{ ([\w, ]+) \} from '(\.\.?\/[^']+)'$/gm
const entryLine = /^ {2}\['(\w+)', (\w+)\],$/gm

/** Modules that every start fills, or of which the machine has nearly all: a bundle gains nothing by waiting for them. */
const always = new Set(['builtins', 'sys', '_warnings', '_io', 'time', '_signal', '_abc', '_codecs', '_weakref'])

function lazyTable(source, stays) {
  const files = new Map()
  for (const [, names, file] of source.matchAll(importLine)) {
    for (const name of names.split(', ')) if (!always.has(name) && !stays(file)) files.set(name, file)
  }
  return source
    .replaceAll(importLine, (line, names) => (names.split(', ').every((name) => files.has(name)) ? '' : line))
    .replaceAll(entryLine, (line, key, name) =>
      files.has(name) ? `  ['${key}', (py, module) => require('${files.get(name)}').${name}(py, module)],` : line)
}

/**
 * Files whose functions wait likewise, by who imports them: the front end, the compiler of the second tier, what is said
 * of instructions, names of characters.
 */
const lazyFunctions = [
  [/packages\/pellucid\/src\/(node|frozen)\.ts$/, './frontend.ts'],
  [/packages\/pellucid\/src\/node\/unpack\.ts$/, '../frontend.ts'],
  [/packages\/pellucid\/src\/modules\/ast-tools\.ts$/, './_ast/index.ts'],
  [/packages\/vm\/src\/jit\/index\.ts$/, './tier.ts'],
  [/packages\/opcode-spec\/src\/versions\/3\.13\/index\.ts$/, './described.ts'],
  [/packages\/primitives\/src\/unicode\/names\.ts$/, './names.generated.ts'],
]

const waiting = (source, file) =>
  source.replaceAll(importLine, (line, names, from) =>
    from === file ? names.split(', ').map((name) => `const ${name} = (...args) => require('${file}').${name}(...args)`).join('\n') : line)

/** `stays(file)`: it is evaluated at the start whatever this does. */
export const lazyModules = (stays = () => false) => ({
  name: 'lazy-modules',
  setup(build) {
    build.onLoad({ filter: /packages\/(vm|pellucid)\/src\/modules\/index\.ts$/ }, async ({ path }) => ({
      contents: lazyTable(await readFile(path, 'utf8'), (file) => stays(join(dirname(path), file))),
      loader: 'ts',
    }))
    for (const [filter, file] of lazyFunctions) {
      build.onLoad({ filter }, async ({ path }) => ({ contents: waiting(await readFile(path, 'utf8'), file), loader: 'ts' }))
    }
  },
})
