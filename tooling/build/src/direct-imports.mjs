// What a file imports from a package comes from the file that declares it, past the package's index: so late-texts.mjs
// sees which file needs which. An index is made of lines `export { names } from './file.ts'`.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

const packages = join(fileURLToPath(root), 'packages')
const reExport = /^export \{([^}]*)\} from '(\.\/[^']+)'/gm

/** `a, b as c, type D` → `[['a', 'a'], ['b', 'c']]`: types are gone when the text runs. */
const valuesOf = (list) =>
  list.split(',').map((item) => item.trim()).filter((item) => item !== '' && !item.startsWith('type ')).map((item) => {
    const [name, as = name] = item.split(' as ')
    return [name, as]
  })

const importsIn = (names, file) => `import { ${names.map(([name, as]) => name === as ? as : `${name} as ${as}`).join(', ')} } from ${JSON.stringify(file)}`

const known = new Map()

/** Where the values come from that an index hands on: name → `[file, name there]`. */
function declarations(index) {
  let found = known.get(index)
  if (found === undefined) {
    found = new Map()
    for (const [, list, from] of readFileSync(index, 'utf8').matchAll(reExport)) {
      const file = join(dirname(index), from)
      for (const [name, as] of valuesOf(list)) found.set(as, declarations(file).get(name) ?? [file, name])
    }
    known.set(index, found)
  }
  return found
}

/** The source of a file that imports from files what it imported from packages. */
export const directImports = (source) =>
  source.replaceAll(/^import \{([^}]*)\} from '@pellucid\/([\w-]+)'/gm, (statement, list, name) => {
    const declared = declarations(join(packages, name, 'src/index.ts'))
    const byFile = new Map()
    for (const [imported, as] of valuesOf(list)) {
      const origin = declared.get(imported)
      if (origin === undefined) return statement
      const [file, there] = origin
      byFile.set(file, [...(byFile.get(file) ?? []), [there, as]])
    }
    return [...byFile].map(([file, names]) => importsIn(names, file)).join('\n')
  })

/** The source of `path` with each import of names from one of our files replaced: `replace(statement, file, names)`. */
export const importsFrom = (source, path, replace) =>
  source.replaceAll(/^import \{([^}]*)\} from ["']((?:\.\.?)?\/[^"']+)["']/gm, (statement, list, from) => replace(statement, resolve(dirname(path), from), valuesOf(list)))
