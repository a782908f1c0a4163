// An esbuild plugin: what a program may never need is evaluated when it is first asked for, not when the command starts.
// Such are the builtin modules of the machine, each until Python imports it, and files of functions, until one is called.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { directImports, importsFrom } from './direct-imports.mjs'
import { root } from './paths.mjs'

const moduleTable = /packages\/(vm|pellucid)\/src\/modules\/index\.ts$/
const entryLine = /^ {2}\['(\w+)', (\w+)\],$/gm

/** Modules that a program which prints, or imports one of them, looks into: to wait for them gains nothing. */
const always = new Set(['builtins', 'sys', '_warnings', '_io', '_signal', '_weakref'])

/** The table of modules: it requires the files that it imports in the source. `stays(file)`: it is there from the start. */
function lazyTable(source, path, stays) {
  const files = new Map()
  const kept = importsFrom(source, path, (statement, file, names) => {
    if (names.some(([name]) => always.has(name)) || stays(file)) return statement
    for (const [name] of names) files.set(name, file)
    return ''
  })
  return kept.replaceAll(entryLine, (line, key, name) =>
    files.has(name) ? `  ['${key}', (py, module) => require(${JSON.stringify(files.get(name))}).${name}(py, module)],` : line)
}

/** Files that export functions only, which wait until one is called: file → the text that it is late in. */
export const waiting = new Map(Object.entries({
  frontend: ['pellucid/src/frontend.ts'],
  _ast: ['pellucid/src/modules/_ast/index.ts'],
  // The compiler of the second tier.
  tier: ['vm/src/jit/tier.ts'],
  // What is said of instructions.
  described: ['opcode-spec/src/versions/3.13/described.ts'],
  // Code from `.pyc` files, and to them.
  reading: ['marshal/src/loads.ts', 'marshal/src/plain-factory.ts', 'opcode-spec/src/verify/index.ts'],
  dumps: ['marshal/src/dumps.ts'],
  // The image of a start.
  saving: ['vm/src/image/save.ts'],
  // The loop that tells a debugger.
  tracing: ['vm/src/eval/traced-loop.generated.ts', 'vm/src/eval/trace/assign-line.ts'],
  interactive: ['vm/src/startup/interactive.ts'],
  libm: ['primitives/src/math/power.ts', 'primitives/src/float/complex.ts'],
  characters: ['primitives/src/unicode/tables.generated.ts'],
  names: ['primitives/src/unicode/names.generated.ts'],
  encodings: ['unicode-escape', 'utf7', 'utf16-32', 'single-byte'].map((name) => `primitives/src/codecs/${name}.ts`),
  time_format: ['vm/src/modules/time/format.ts'],
}).flatMap(([text, files]) => files.map((file) => [`packages/${file}`, text])))
for (const file of waiting.keys()) if (!existsSync(new URL(file, root))) throw new Error(`${file}, which should wait, is not there`)

const fileOf = (path) => relative(fileURLToPath(root), path)
const isValue = (file, name) => new RegExp(`^export (?:(?:class|let) ${name}\\b|const ${name}\\b[^=]*= (?:new |[^\\w(]))`, 'm').test(readFileSync(file, 'utf8'))

/** The imports of a file from those that wait: functions that stand in, of which the first call makes the real ones. */
const standIns = (source, path) =>
  importsFrom(source, path, (statement, file, names) => {
    const text = waiting.get(fileOf(file))
    if (text === undefined || text === waiting.get(fileOf(path))) return statement
    return names.map(([name, as]) => {
      if (isValue(file, name)) throw new Error(`${name} of ${file} is no function: it cannot wait`)
      return `let ${as} = (...args) => (${as} = require(${JSON.stringify(file)}).${name})(...args)`
    }).join('; ')
  })

/**
 * Literals that are read once, as dictionaries: declarations of classes, their slots, constants of modules. Of another
 * literal V8 makes a hidden class for each property that none before has in this place, 900 in all.
 */
const withoutShapes = (source) =>
  source
    .replaceAll(/\bslots: \{(?=\s*[\w.])/g, 'slots: { __proto__: null,')
    .replaceAll(/([(,]\s*)\{(?=\s*doc: )/g, '$1{ __proto__: null,')
    .replaceAll(/\bconstants: (\([\w, ]*\)(?:: [\w<>, ]+)?) => \(\{/g, 'constants: $1 => ({ __proto__: null,')

/** `stays(file)`: it is evaluated at the start whatever this does. */
export const lazyModules = (stays = () => false) => ({
  name: 'lazy-modules',
  setup(build) {
    build.onLoad({ filter: /\/(packages|apps)\/[\w-]+\/src\/.*\.ts$/ }, async ({ path }) => {
      const source = directImports(await readFile(path, 'utf8'))
      const late = moduleTable.test(path) ? lazyTable(source, path, stays) : source
      return { contents: withoutShapes(standIns(late, path)), loader: 'ts' }
    })
  },
})
