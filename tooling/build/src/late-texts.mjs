// The command in several texts. Most programs need a fraction of it, and what a start reads it pays for: so what
// `lazyModules` requires late is no part of the core, but a text of its own, read when it is first required.
//
//   core   function (require, module, exports, __url, __late) — its `give(name)` hands out what a late text imports
//   late   function (require, __url, __late, __core) → exports
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const entry = 'apps/cli/src/command.ts'
/** What every program runs, though it is imported late. */
const always = ['apps/cli/src/run.ts']
/** Below this many bytes a text of its own costs more than it saves. */
const SMALL = 6_000

const isLate = ({ kind }, importer) => (kind === 'require-call' || kind === 'dynamic-import') && !importer.includes('node_modules/')

/** Which files are in no core, by the file that is required late: those that it alone needs. */
function partition({ inputs, outputs }) {
  const [{ inputs: written }] = Object.values(outputs)
  const imports = (file, late) => inputs[file].imports.filter((edge) => edge.path in inputs && isLate(edge, file) === late).map(({ path }) => path)
  const reached = (roots) => {
    const found = new Set(roots)
    for (const file of found) for (const path of imports(file, false)) found.add(path)
    return found
  }
  const core = reached([entry, ...always])
  const entries = new Set(Object.keys(inputs).flatMap((file) => imports(file, true)).filter((file) => !core.has(file)))
  const needs = new Map([...entries].map((file) => [file, [...reached([file])].filter((path) => !core.has(path))]))
  const users = new Map()
  for (const files of needs.values()) for (const file of files) users.set(file, (users.get(file) ?? 0) + 1)
  const late = new Map()
  for (const [file, files] of needs) {
    const own = files.filter((path) => users.get(path) === 1)
    const size = own.reduce((sum, path) => sum + (written[path]?.bytesInOutput ?? 0), 0)
    if (users.get(file) === 1 && size >= SMALL) late.set(file, new Set(own))
  }
  return late
}

/** A late text's name: its folder's, or its file's. */
const nameOf = (file) => file.replace(/\/index\.ts$/, '').replace(/\.ts$/, '').split('/').pop()

/** A plugin that asks `decide(file, edge)` what becomes of each import, whose file a survey has found; undefined: nothing special. */
const resolving = (root, { inputs }, decide) => ({
  name: 'late-texts',
  setup(builder) {
    builder.onResolve({ filter: /./, namespace: 'file' }, ({ path, importer, ...edge }) => {
      const file = relative(root, importer)
      const found = inputs[file]?.imports.find(({ original, kind }) => original === path && kind === edge.kind)
      return found === undefined || found.external ? undefined : decide(found.path, { ...edge, importer: file })
    })
    builder.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: `module.exports = __late(${JSON.stringify(nameOf(path))})` }))
  },
})

const importStatement = /import\s*(?:(?!from\b)([\w$]+)\s*,?\s*)?(?:\*as ([\w$]+)\s*)?(?:\{([^}]*)\}\s*)?(?:from\s*)?"((?:core:|node:)[^"]+)";/g
const pairs = (list, glue) => list.split(',').map((item) => item.split(' as ')).map(([name, local = name]) => [name, local].join(glue)).join(',')

/** A late text from what esbuild makes of its module: imports become constants, which the core has finished by then. */
function asFunction(text, imported) {
  const body = text.replaceAll(importStatement, (statement, whole, all, names, from) => {
    if (from.startsWith('node:')) {
      const source = `require("${from}")`
      return [whole ?? all, names && `{${pairs(names, ':')}}`].filter(Boolean).map((target) => `const ${target}=${source};`).join('')
    }
    const file = from.slice('core:'.length)
    if (all !== undefined) {
      for (const [, name] of text.replace(statement, '').matchAll(new RegExp(`\\b${all.replaceAll('$', '\\$')}\\b(?:\\.([\\w$]+))?`, 'g'))) {
        if (name === undefined) throw new Error(`a late text does not say what it needs of ${all}`)
        imported(file, name)
      }
      return `const ${all}=__core[${file}];`
    }
    if (whole !== undefined) throw new Error(`a late text can import names of the core alone: ${statement}`)
    if (names === undefined) return ''
    for (const item of names.split(',')) imported(file, item.split(' as ')[0])
    return `const{${pairs(names, ':')}}=__core[${file}];`
  })
  const exported = body.replace(/export\{([^}]*)\};?\s*$/, (_, names) => `return{${names.split(',').map((item) => item.split(' as ').reverse().join(':')).join(',')}}`)
  if (exported === body || /\bimport[{"*]|\bexport[{ ]/.test(exported.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, ''))) {
    throw new Error('a late text has an import or export that is not understood')
  }
  return `(function(require,__url,__late,__core){"use strict";${exported}})`
}

/** Files whose variables have their last value before anything is late. */
const settled = /\/hot-types\.ts$/

/** A constant of a late text would keep a variable's first value. */
function checkConstant(file, name) {
  if (settled.test(file)) return
  if (new RegExp(`^(export )?let ([\\w, ]*\\b)?${name}\\b`, 'm').test(readFileSync(file, 'utf8'))) throw new Error(`${name} of ${file} changes: a late text cannot import it`)
}

/** The core's text, and the late ones by name. `options` are esbuild's, for a bundle of functions. */
export async function texts(options) {
  const root = options.absWorkingDir
  const make = (more) => build({ ...options, write: false, bundle: true, ...more, plugins: [...(more.plugins ?? []), ...options.plugins] })
  const { metafile: survey } = await make({ entryPoints: [entry], format: 'cjs', metafile: true })
  const late = partition(survey)
  const inLate = new Set([...late.values()].flatMap((files) => [...files]))
  const toLate = (file, edge) => (late.has(file) && isLate(edge, edge.importer) ? { path: file, namespace: 'late' } : undefined)

  const files = Object.keys(survey.inputs).sort()
  const made = await Promise.all([...late].map(async ([file, own]) => {
    const needed = new Map()
    const { outputFiles } = await make({
      entryPoints: [file],
      format: 'esm',
      plugins: [resolving(root, survey, (path, edge) => {
        if (own.has(path) || path.startsWith('node_modules/')) return toLate(path, edge)
        if (inLate.has(path)) return toLate(path, edge)
        return { path: `core:${files.indexOf(path)}`, external: true }
      })],
    })
    const text = asFunction(outputFiles[0].text, (place, name) => {
      checkConstant(join(root, files[place]), name)
      needed.set(place, (needed.get(place) ?? new Set()).add(name))
    })
    return { name: nameOf(file), text, needed }
  }))
  const gives = new Map(made.map(({ name, needed }) => [name, needed]))
  if (gives.size !== late.size) throw new Error('two late texts have one name')

  const giving = {
    name: 'giving',
    setup(builder) {
      builder.onResolve({ filter: /^give:/ }, ({ path }) => ({ path: path.slice('give:'.length), namespace: 'give' }))
      builder.onLoad({ filter: /./, namespace: 'give' }, ({ path }) => {
        const needed = [...gives.get(path)].map(([place, names]) => [place, [...names]])
        const lines = needed.map(([place, names]) => `import { ${names.map((name) => `${name} as _${place}_${name}`).join(', ')} } from './${files[place]}'`)
        const objects = needed.map(([place, names]) => `${place}: { ${names.map((name) => `${name}: _${place}_${name}`).join(', ')} }`)
        return { contents: `${lines.join('\n')}\nexport const give = () => ({ ${objects.join(', ')} })`, resolveDir: root, loader: 'js' }
      })
    },
  }
  const table = [...gives.keys()].map((name) => `  '${name}': () => require('give:${name}').give(),`)
  const { outputFiles } = await make({
    stdin: {
      contents: `export * from './${entry}'\nconst gives = {\n${table.join('\n')}\n}\nexport const give = (name) => gives[name]()\n`,
      resolveDir: root,
      loader: 'js',
    },
    format: 'cjs',
    plugins: [giving, resolving(root, survey, toLate)],
  })
  return { core: outputFiles[0].text, late: new Map(made.map(({ name, text }) => [name, text])) }
}
