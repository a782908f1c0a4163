// An esbuild plugin: each builtin module of the machine is evaluated when Python first imports it, not when the command
// starts. In the bundle, the table of modules requires the files that it imports in the source.
import { readFile } from 'node:fs/promises'

const importLine = /^import \{ ([\w, ]+) \} from '(\.\/[^']+)'$/gm
const entryLine = /^ {2}\['(\w+)', (\w+)\],$/gm

/** Modules that every start imports: a bundle gains nothing by waiting for them. */
const always = new Set(['builtins', 'sys'])

function lazyTable(source) {
  const files = new Map()
  for (const [, names, file] of source.matchAll(importLine)) {
    for (const name of names.split(', ')) if (!always.has(name)) files.set(name, file)
  }
  return source
    .replaceAll(importLine, (line, names) => (names.split(', ').every((name) => files.has(name)) ? '' : line))
    .replaceAll(entryLine, (line, key, name) =>
      files.has(name) ? `  ['${key}', (py) => require('${files.get(name)}?only=${name}').${name}(py)],` : line)
}

/** The compiler of the second tier waits likewise, until there is something to compile. */
const compilerLine = /^import \{ ([\w, ]+) \} from '(\.\/tier\.ts)'$/gm

function lazyCompiler(source) {
  return source.replaceAll(compilerLine, (_, names, file) =>
    names.split(', ').map((name) => `const ${name} = (...args) => require('${file}').${name}(...args)`).join('\n'))
}

export const lazyModules = {
  name: 'lazy-modules',
  setup(build) {
    // What is required is copied export by export: one is enough.
    build.onResolve({ filter: /\?only=\w+$/ }, ({ path, resolveDir }) => ({ path, namespace: 'only', pluginData: resolveDir }))
    build.onLoad({ filter: /./, namespace: 'only' }, ({ path, pluginData }) => {
      const [file, name] = path.split('?only=')
      return { contents: `export { ${name} } from '${file}'`, resolveDir: pluginData }
    })
    build.onLoad({ filter: /packages\/(vm|pellucid)\/src\/modules\/index\.ts$/ }, async ({ path }) => ({
      contents: lazyTable(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
    build.onLoad({ filter: /packages\/vm\/src\/jit\/index\.ts$/ }, async ({ path }) => ({
      contents: lazyCompiler(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}
