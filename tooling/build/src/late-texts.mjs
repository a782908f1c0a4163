// The command in several texts. Most programs need a fraction of it, and what a start reads it pays for. So what is
// imported late, or made late by `lazyModules`, is a text of its own, read when it is first needed:
//
//   core       what the others share                            function (require, module, exports, __filename, __late)
//   machine    what runs programs                               function (require, __filename, __late, __given) → exports
//   frontend   what parses and compiles them                    the same
//   others     what the machine or the core need now and then   the same
//
// A text inlines its own files. What it needs of the first three they hand out by its name, `give(name)`.
import { build, transform } from 'esbuild'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { lazyModules } from './lazy-modules.mjs'

const entry = 'apps/cli/src/command.ts'
const machine = 'apps/cli/src/run.ts'
const frontend = 'packages/pellucid/src/frontend.ts'
/** Files that are late together: below this many bytes a text of its own costs more than it saves. */
const SMALL = 6_000
const FEW = 'few'

const isLate = ({ kind }, importer) => (kind === 'require-call' || kind === 'dynamic-import') && !importer.includes('node_modules/')

/** The name of the text of what is imported late from `file`. */
const nameOf = (file) => basename(file) === 'index.ts' ? basename(dirname(file)) : basename(file, '.ts')

/** Which files each text has: `{ core: Set, texts: Map name → { entries, files } }`, the machine's first. */
function partition({ inputs, outputs }) {
  const [{ inputs: written }] = Object.values(outputs)
  const imports = (file, late) => inputs[file].imports.filter((edge) => edge.path in inputs && isLate(edge, file) === late).map(({ path }) => path)
  const reached = (...roots) => {
    const found = new Set(roots)
    for (const file of found) for (const path of imports(file, false)) found.add(path)
    return found
  }
  const start = reached(entry)
  const running = reached(entry, machine)
  const compiling = [...reached(frontend)].filter((file) => !running.has(file))
  const all = new Set([...running, ...compiling])
  const late = [...new Set(Object.keys(inputs).flatMap((file) => imports(file, true)))].filter((file) => !all.has(file)).sort()
  const needs = new Map(late.map((file) => [file, [...reached(file)]]))
  // What the core can ask for without the machine must not need it.
  const beside = new Set([...start].flatMap((file) => imports(file, true)).filter((file) => needs.has(file)).flatMap((file) => needs.get(file)))
  for (const file of reached(frontend)) beside.add(file)
  const users = new Map()
  for (const files of needs.values()) for (const file of files) users.set(file, (users.get(file) ?? 0) + 1)
  const own = new Map(late.filter((file) => users.get(file) === 1).map((file) => [file, needs.get(file).filter((path) => !all.has(path) && users.get(path) === 1)]))
  const texts = new Map([
    ['machine', { entries: [machine], files: new Set() }],
    ['frontend', { entries: [frontend], files: new Set(compiling) }],
  ])
  for (const [file, files] of own) {
    const size = files.reduce((sum, path) => sum + (written[path]?.bytesInOutput ?? 0), 0)
    const compiles = needs.get(file).some((path) => compiling.includes(path))
    const name = size < SMALL && file.includes('/modules/') && !compiles ? FEW : nameOf(file)
    const text = texts.get(name) ?? { entries: [], files: new Set() }
    if (text.entries.length > 0 && name !== FEW) throw new Error(`two late texts are called ${name}`)
    text.entries.push(file)
    for (const path of files) text.files.add(path)
    texts.set(name, text)
  }
  const placed = new Set([...own.values()].flat().concat(compiling))
  const core = new Set(start)
  for (const file of Object.keys(inputs)) {
    if (placed.has(file) || start.has(file)) continue
    if (beside.has(file)) core.add(file)
    else texts.get('machine').files.add(file)
  }
  return { core, texts }
}

const importStatement = /import\s*(?:(?!from\b)([\w$]+)\s*,?\s*)?(?:\*as ([\w$]+)\s*)?(?:\{([^}]*)\}\s*)?(?:from\s*)?"((?:given:|node:)[^"]+)";/g
const pairs = (list, glue) => list.split(',').map((item) => item.split(' as ')).map(([name, local = name]) => [name, local].join(glue)).join(',')

/** A text with short names inside its functions. Their own names stay: tracebacks of our own bugs must be readable. */
const shortened = async (text) => (await transform(text, { minifyIdentifiers: true, minifyWhitespace: true, charset: 'ascii' })).code

/** A late text from what esbuild makes of it: imports become constants; what they name has its last value by then. */
async function asFunction(text, imported) {
  const body = text.replaceAll(importStatement, (statement, whole, all, names, from) => {
    if (from.startsWith('node:')) {
      return [whole ?? all, names && `{${pairs(names, ':')}}`].filter(Boolean).map((target) => `const ${target}=require("${from}");`).join('')
    }
    const file = from.slice('given:'.length)
    if (whole !== undefined || all !== undefined) throw new Error(`a late text imports names: ${statement}`)
    if (names === undefined) return ''
    for (const item of names.split(',')) imported(file, item.split(' as ')[0])
    return `const{${pairs(names, ':')}}=__given[${file}];`
  })
  const exports = /export\{([^}]*)\};?\s*$/.exec(body)
  const inner = body.slice(0, exports?.index)
  const code = inner.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
  if (exports === null || /\bimport[{"*]|\bexport[{ ]/.test(code)) throw new Error('a late text has an import or export that is not understood')
  const result = exports[1].split(',').map((item) => item.split(' as ').reverse().join(':')).join(',')
  return `(function(require,__filename,__late,__given){"use strict";${await shortened(inner)}return{${result}}})`
}

/** Files whose variables have their last value before anything is late. */
const settled = /\/hot-types\.ts$/

function checkConstant(file, name) {
  if (settled.test(file)) return
  if (new RegExp(`^(export )?let ([\\w, ]*\\b)?${name}\\b`, 'm').test(readFileSync(file, 'utf8'))) throw new Error(`${name} of ${file} changes: a late text cannot import it`)
}

/** The core's text, the late ones by name, and which of them need the front end. `options` are esbuild's. */
export async function commandTexts(options) {
  const root = options.absWorkingDir
  const { metafile } = await build({ ...options, write: false, entryPoints: [entry], format: 'cjs', metafile: true, plugins: [lazyModules()] })
  const { inputs } = metafile
  const { core, texts } = partition(metafile)
  const files = Object.keys(inputs).sort()
  const textOf = new Map([...texts].flatMap(([name, { entries }]) => entries.map((file) => [file, name])))
  const stays = (file) => !textOf.has(relative(root, file))
  /** What each text needs of others: name → file → names. */
  const needed = new Map()

  /** Makes a text of what `own` says is its own; its `give` hands out its part of what others need. */
  async function make(contents, own, format) {
    const givesTo = [...needed].filter(([, from]) => [...from.keys()].some((file) => own(files[file])))
    const imports = givesTo.map(([name], at) => `import { give as give${at} } from 'give:${name}'`)
    const table = givesTo.map(([name], at) => `${JSON.stringify(name)}: give${at},`)
    const give = `const gives = {\n${table.join('\n')}\n}\nexport const give = (name) => gives[name]?.()`
    const parts = {
      name: 'late-texts',
      setup(builder) {
        builder.onResolve({ filter: /^give:/ }, ({ path }) => ({ path: path.slice('give:'.length), namespace: 'give' }))
        builder.onLoad({ filter: /./, namespace: 'give' }, ({ path }) => {
          const from = [...needed.get(path)].filter(([file]) => own(files[file])).map(([file, names]) => [file, [...names]])
          const lines = from.map(([file, names]) => `import { ${names.map((name) => `${name} as _${file}_${name}`).join(', ')} } from './${files[file]}'`)
          const objects = from.map(([file, names]) => `${file}: { ${names.map((name) => `${name}: _${file}_${name}`).join(', ')} }`)
          return { contents: `${lines.join('\n')}\nexport const give = () => ({ ${objects.join(', ')} })`, resolveDir: root, loader: 'js' }
        })
        builder.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: `module.exports = __late(${JSON.stringify(path)})` }))
        builder.onResolve({ filter: /./, namespace: 'file' }, ({ path, importer, kind }) => {
          const from = relative(root, importer)
          const found = inputs[from]?.imports.find((edge) => edge.original === path && edge.kind === kind)
          if (found === undefined || found.external) return undefined
          if (isLate({ kind }, from) && textOf.has(found.path)) return { path: textOf.get(found.path), namespace: 'late' }
          return own(found.path) || found.path.startsWith('node_modules/') ? undefined : { path: `given:${files.indexOf(found.path)}`, external: true }
        })
      },
    }
    const { outputFiles } = await build({
      ...options,
      write: false,
      format,
      stdin: { contents: `${imports.join('\n')}\n${contents}\n${givesTo.length > 0 ? give : ''}`, resolveDir: root, loader: 'js' },
      plugins: [parts, lazyModules(stays)],
    })
    return outputFiles[0].text
  }

  async function makeLate(name) {
    const { entries, files: own } = texts.get(name)
    const from = new Map()
    const text = await asFunction(await make(entries.map((file) => `export * from './${file}'`).join('\n'), (file) => own.has(file), 'esm'), (file, imported) => {
      checkConstant(join(root, files[file]), imported)
      from.set(file, (from.get(file) ?? new Set()).add(imported))
    })
    return [name, text, from]
  }

  const shared = ['frontend', 'machine']
  const made = await Promise.all([...texts.keys()].filter((name) => !shared.includes(name)).map(makeLate))
  for (const [name, , from] of made) needed.set(name, from)
  for (const name of shared) {
    const one = await makeLate(name)
    made.unshift(one)
    needed.set(name, one[2])
  }
  const compiles = texts.get('frontend').files
  return {
    core: await shortened(await make(`export * from './${entry}'`, (file) => core.has(file), 'cjs')),
    late: new Map(made.map(([name, text]) => [name, text])),
    /** Those that need the front end. */
    compiling: made.filter(([, , from]) => [...from.keys()].some((file) => compiles.has(files[file]))).map(([name]) => name),
  }
}
