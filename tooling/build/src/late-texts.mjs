// The command in several texts. Most programs need a fraction of it, and what a start reads it pays for. So what is
// imported late, or made late by `lazyModules`, is a text of its own, read when it is first needed:
//
//   core       what the others share                            function (require, module, exports, __filename, __late)
//   machine    what runs programs                               function (require, __filename, __late, __given) → exports
//   frontend   what parses and compiles them                    the same
//   others     what the machine or the core need now and then   the same
//   shared-*   what several of the others need, by folder       the same
//   symbols    what the short names in the others stand for     function () → { readable }
//
// A text inlines its own files. What it needs of others they hand out by its name, `give(name)`.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { lazyModules, waiting } from './lazy-modules.mjs'
import { readableText, shortNames } from './short-names.mjs'

const entry = 'apps/cli/src/command.ts'
const machine = 'apps/cli/src/run.ts'
const frontend = 'packages/pellucid/src/frontend.ts'
/** Files that are late together: below this many bytes a text of its own costs more than it saves. */
const SMALL = 6_000
const FEW = 'few'

const isLate = ({ kind }, importer) => (kind === 'require-call' || kind === 'dynamic-import') && !importer.includes('node_modules/')

/** The name of the text of what is imported late from `file`. */
const nameOf = (file) => waiting.get(file) ?? (basename(file) === 'index.ts' ? basename(dirname(file)) : basename(file, '.ts'))

/** Lists of what has the same key: key → items. */
function byKey(items, keyOf) {
  const lists = new Map()
  for (const item of items) lists.set(keyOf(item), [...(lists.get(keyOf(item)) ?? []), item])
  return lists
}

/**
 * Which files each text has, `{ core: Set, texts: Map name → { entries, files, needs } }`. What it `needs` are the texts to
 * evaluate before it, beside the core and the machine, which are there.
 */
function partition({ inputs, outputs }) {
  const [{ inputs: written }] = Object.values(outputs)
  const imports = (file, late) => inputs[file].imports.filter((edge) => edge.path in inputs && isLate(edge, file) === late).map(({ path }) => path)
  const bytes = (files) => files.reduce((sum, path) => sum + (written[path]?.bytesInOutput ?? 0), 0)
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
  /** Of each late text to be: what it starts with, and all that these need. */
  const uses = new Map([...byKey(late, nameOf)].map(([name, entries]) => [name, { entries, reach: [...reached(...entries)] }]))
  // What the core can ask for without the machine must not need it.
  const beside = new Set([...start, ...reached(frontend)])
  for (const file of beside) for (const path of imports(file, true)) for (const needed of late.includes(path) ? reached(path) : []) beside.add(needed)
  /** How many late texts need a file. */
  const users = new Map()
  for (const { reach } of uses.values()) for (const file of reach) users.set(file, (users.get(file) ?? 0) + 1)
  const shared = [...users.keys()].filter((file) => users.get(file) > 1 && !all.has(file))
  // A small folder is the machine's, unless it needs a larger one.
  const large = new Set([...byKey(shared, dirname)].flatMap(([, files]) => bytes(files) < SMALL ? [] : files))
  const folders = byKey(shared.filter((file) => [...reached(file)].some((path) => large.has(path))), dirname)
  const texts = new Map([
    ...[...folders].map(([folder, files]) => [`shared-${relative('packages', folder).replace('/src', '').replaceAll('/', '-')}`, { entries: files.filter((file) => late.includes(file)), files: new Set(files) }]),
    ['frontend', { entries: [frontend], files: new Set(compiling) }],
  ])
  const owners = () => new Map([...texts].flatMap(([name, { files }]) => [...files].map((file) => [file, name])))
  const outside = owners()
  for (const [name, { entries, reach }] of uses) {
    if (entries.some((file) => users.get(file) > 1)) continue
    if (entries.length > 1 && !waiting.has(entries[0])) throw new Error(`two late texts are called ${name}`)
    const own = reach.filter((path) => !all.has(path) && users.get(path) === 1)
    const isFew = bytes(own) < SMALL && entries[0].includes('/modules/') && !reach.some((path) => outside.has(path))
    const text = texts.get(isFew ? FEW : name) ?? { entries: [], files: new Set() }
    texts.set(isFew ? FEW : name, { entries: [...text.entries, ...entries], files: new Set([...text.files, ...own]) })
  }
  const owner = owners()
  const core = new Set(Object.keys(inputs).filter((file) => start.has(file) || (!owner.has(file) && beside.has(file))))
  texts.set('machine', { entries: [machine], files: new Set(Object.keys(inputs).filter((file) => !owner.has(file) && !core.has(file))) })
  for (const [name, text] of texts) {
    const from = [...text.files].flatMap((file) => imports(file, false)).map((path) => owner.get(path))
    text.needs = [...new Set(from)].filter((other) => other !== undefined && other !== name)
  }
  return { core, texts }
}

const importStatement = /import\s*(?:(?!from\b)([\w$]+)\s*,?\s*)?(?:\*as ([\w$]+)\s*)?(?:\{([^}]*)\}\s*)?(?:from\s*)?"((?:given:|node:)[^"]+)";/g
const pairs = (list, glue) => list.split(',').map((item) => item.split(' as ')).map(([name, local = name]) => [name, local].join(glue)).join(',')

/** Modules of Node as they are: esbuild copies each property of one (`fs` has 130) at each file that imports from it. */
const withoutCopies = (text) =>
  `const __node=(mod)=>Object.create(mod,{default:{value:mod}});${text.replaceAll(/__toESM\((require\("node:[\w/]+"\)),1\)/g, '__node($1)')}`

/** A late text from what esbuild makes of it: imports become constants; what they name has its last value by then. */
function asFunction(text, imported) {
  const body = text.replaceAll(importStatement, (statement, whole, all, names, from) => {
    if (from.startsWith('node:')) {
      return [whole ?? all, names && `{${pairs(names, ':')}}`].filter(Boolean).map((target) => `const ${target}=require("${from}");`).join('')
    }
    const file = from.slice('given:'.length)
    if (whole !== undefined) throw new Error(`a late text imports a default: ${statement}`)
    if (all !== undefined) {
      for (const [, name] of text.matchAll(new RegExp(`\\b${all}\\.(\\w+)`, 'g'))) imported(file, name)
      return `const ${all}=__given[${file}];`
    }
    if (names === undefined) return ''
    for (const item of names.split(',')) imported(file, item.split(' as ')[0])
    return `const{${pairs(names, ':')}}=__given[${file}];`
  })
  const exports = /export\{([^}]*)\};?\s*$/.exec(body)
  const inner = body.slice(0, exports?.index)
  const code = inner.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
  if (exports === null || /\bimport[{"*]|\bexport[{ ]/.test(code)) throw new Error('a late text has an import or export that is not understood')
  const result = exports[1].split(',').map((item) => item.split(' as ').reverse().join(':')).join(',')
  return `(function(require,__filename,__late,__given){"use strict";${inner}return{${result}}})`
}

/** Files whose variables have their last value before anything is late. */
const settled = /\/hot-types\.ts$/

function checkConstant(file, name) {
  if (settled.test(file)) return
  if (new RegExp(`^(export )?let ([\\w, ]*\\b)?${name}\\b`, 'm').test(readFileSync(file, 'utf8'))) throw new Error(`${name} of ${file} changes: a late text cannot import it`)
}

/** What the core asks for where there may be no machine needs nothing of the machine. */
function checkApart({ core, texts, needed, files, inputs }) {
  const owner = new Map([...texts].flatMap(([name, text]) => [...text.files].map((file) => [file, name])))
  const apart = new Set()
  const ask = (file) => {
    for (const edge of inputs[file].imports) if (isLate(edge, file)) apart.add(owner.get(edge.path))
    apart.delete('machine')
  }
  for (const file of core) ask(file)
  for (const name of apart) {
    if (!texts.has(name)) continue
    const { files: own, needs } = texts.get(name)
    for (const other of needs) apart.add(other)
    for (const file of own) ask(file)
    for (const file of needed.get(name).keys()) if (owner.get(files[file]) === 'machine') throw new Error(`${name} is asked for without the machine and needs ${files[file]}`)
  }
}

/** The texts, `{ name, text, needs }`: the core's, the machine's, the others. `options` are esbuild's. */
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
    const table = givesTo.map(([name], at) => `[${JSON.stringify(name)}, give${at}],`)
    const give = `const gives = new Map([\n${table.join('\n')}\n])\nexport const give = (name) => gives.get(name)?.()`
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
    const text = asFunction(await make(entries.map((file) => `export * from './${file}'`).join('\n'), (file) => own.has(file), 'esm'), (file, imported) => {
      checkConstant(join(root, files[file]), imported)
      from.set(file, (from.get(file) ?? new Set()).add(imported))
    })
    return [name, text, from]
  }

  // A text hands out what others need of it, so these come first.
  const made = new Map()
  const left = new Set(texts.keys())
  while (left.size > 0) {
    const asked = new Set([...left].flatMap((name) => texts.get(name).needs))
    const next = [...left].filter((name) => !asked.has(name) && (name !== 'machine' || left.size === 1))
    if (next.length === 0) throw new Error(`late texts need each other: ${[...left].join(', ')}`)
    for (const [name, text, from] of await Promise.all(next.map(makeLate))) {
      needed.set(name, from)
      made.set(name, { text, needs: texts.get(name).needs })
      left.delete(name)
    }
  }
  checkApart({ core, texts, needed, files, inputs })
  const first = `(function(require,module,exports,__filename,__late){${withoutCopies(await make(`export * from './${entry}'`, (file) => core.has(file), 'cjs'))}})`
  const whole = [['core', { text: first, needs: [] }], ...[...made].reverse()]
  const short = await Promise.all(whole.map(async ([name, { text, needs }]) => ({ name, needs, ...(await shortNames(text)) })))
  const symbols = readableText(Object.fromEntries(short.map(({ name, names }) => [name, names])))
  return [...short.map(({ name, code, needs }) => ({ name, text: code, needs })), { name: 'symbols', text: symbols, needs: [] }]
}
