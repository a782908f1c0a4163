// Installs the packed stages into an empty project and uses them as a stranger would: by import, by require, and
// bundled for a browser, where no global of Node exists. Needs built packages.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const stages = ['source', 'primitives', 'opcode-spec', 'lexer', 'ast', 'parser', 'compiler', 'marshal', 'dis']

const use = `
  const tree = parse('print(1 + 2)')
  const shown = dump(tree)
  const code = compileTree(tree, 'three.py')
  const payload = dumpsCode(code)
  answer([shown.length, payload[0], renderDis(code).includes('LOAD_CONST'), [...tokenize('x')].length].join())`
const names = {
  parse: '@pellucid/parser',
  dump: '@pellucid/ast',
  compileTree: '@pellucid/compiler',
  dumpsCode: '@pellucid/marshal',
  renderDis: '@pellucid/dis',
  tokenize: '@pellucid/lexer',
}
const entries = Object.entries(names)
const imports = entries.map(([name, from]) => `import { ${name} } from '${from}'`).join('\n')
const requires = entries.map(([name, from]) => `const { ${name} } = require('${from}')`).join('\n')
const wanted = '139,227,true,3'

function expect(how: string, got: string): void {
  if (got.trim() !== wanted) throw new Error(`${how}: expected ${wanted}, got ${got}`)
  console.log(`${how}: ok`)
}

const folder = mkdtempSync(join(tmpdir(), 'pellucid-installed-'))
try {
  for (const name of stages) execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: join(root, 'packages', name), stdio: 'ignore' })
  const tarballs = readdirSync(folder).map((file) => `./${file}`)
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true }\n')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], { cwd: folder, stdio: 'pipe' })

  writeFileSync(join(folder, 'use.mjs'), `${imports}\nconst answer = console.log\n${use}\n`)
  writeFileSync(join(folder, 'use.cjs'), `${requires}\nconst answer = console.log\n${use}\n`)
  const run = (file: string) => execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
  expect('import', run('use.mjs'))
  expect('require', execFileSync(process.execPath, ['--no-warnings', 'use.cjs'], { cwd: folder, encoding: 'utf8' }))

  writeFileSync(join(folder, 'page.mjs'), `${imports}\n${use}\n`)
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'page.mjs')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    logLevel: 'error',
  })
  let answer = ''
  const page = createContext({ answer: (text: string) => (answer = text), TextDecoder, TextEncoder })
  runInContext(outputFiles[0]!.text, page)
  expect('browser', answer)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
