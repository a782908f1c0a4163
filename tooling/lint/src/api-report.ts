// Keeps `etc/NAME.api.md`: what each package exports, as the compiler sees it. A change of the public
// interface is then a change of a file, and a gate. `--write` records the present state.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { packages } from './layers.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const entries = Object.keys(packages).map((name) => join(root, 'packages', name, 'src/index.ts'))
const program = ts.createProgram(entries, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['@pellucid/source'],
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
})
const checker = program.getTypeChecker()
const printer = ts.createPrinter({ removeComments: true })

/** A declaration without what is inside: bodies of functions and values are not interface. */
function withoutBodies(node: ts.Node): ts.Node {
  const visit = (inner: ts.Node): ts.Node => {
    if (ts.isMethodDeclaration(inner)) {
      const { modifiers, name, questionToken, typeParameters, parameters, type } = inner
      return ts.factory.createMethodDeclaration(modifiers, undefined, name, questionToken, typeParameters, parameters, type, undefined)
    }
    if (ts.isConstructorDeclaration(inner)) return ts.factory.createConstructorDeclaration(inner.modifiers, inner.parameters, undefined)
    return ts.visitEachChild(inner, visit, undefined)
  }
  return ts.visitNode(node, visit) as ts.Node
}

function describe(name: string, symbol: ts.Symbol): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = target.declarations?.[0]
  if (declaration === undefined) return name
  if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) {
    const type = checker.getTypeOfSymbolAtLocation(target, declaration)
    const text = checker.typeToString(type, declaration, ts.TypeFormatFlags.None)
    return `${ts.isFunctionDeclaration(declaration) ? 'function' : 'const'} ${name}: ${text}`
  }
  if (ts.isSourceFile(declaration)) return `namespace ${name}`
  return printer.printNode(ts.EmitHint.Unspecified, withoutBodies(declaration), declaration.getSourceFile())
}

function report(name: string, entry: string): string {
  const source = program.getSourceFile(entry)
  const module_ = source && checker.getSymbolAtLocation(source)
  const symbols = module_ ? checker.getExportsOfModule(module_) : []
  const lines = symbols
    .map((symbol) => describe(symbol.name, symbol))
    .sort()
    .join('\n\n')
  return `# ${name}: what it exports\n\nMade by \`pnpm tool tooling/lint/src/api-report.ts --write\`.\n\n\`\`\`ts\n${lines}\n\`\`\`\n`
}

const write = process.argv.includes('--write')
let changed = 0
for (const [index, name] of Object.keys(packages).entries()) {
  const file = join(root, 'packages', name, 'etc', `${name}.api.md`)
  const text = report(name, entries[index]!)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  changed++
  console.log(`${write ? 'recorded' : 'changed'}: packages/${name}/etc/${name}.api.md`)
  if (!write) continue
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}
process.exitCode = changed > 0 && !write ? 1 : 0
