// Installs each package alone into an empty project, from its packed tarball, and uses it as a stranger would: checked
// by TypeScript, by import, by require, and bundled in a page of a real browser. Needs built packages.
// Without a browser (see browser.ts) the bundle runs in a bare context instead, and a line says `skipped: …`.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { findBrowser, readPage } from './browser.ts'
import { npmName, packages } from './layers.ts'
import { Registry } from './registry.ts'
import { strangers, type Stranger } from './strangers.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const browser = findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'pellucid-installed-'))
const registry = new Registry(folder)
const browserProfile = join(folder, 'profile')

const importsOf = ({ imports }: Stranger) =>
  Object.entries(imports).map(([from, names]) => `import { ${names.join(', ')} } from '${from}'`).join('\n')
const requiresOf = ({ imports }: Stranger) =>
  Object.entries(imports).map(([from, names]) => `const { ${names.join(', ')} } = require('${from}')`).join('\n')
/** TypeScript's few words are taken out by the compiler; the rest is as written. */
const plain = (body: string) => body.replaceAll(' as const', '')

function expect(how: string, got: string, wanted: string): void {
  if (got.trim() !== wanted) throw new Error(`${how}: expected ${wanted}, got ${got}`)
}

async function checkTypes(place: string, program: Stranger): Promise<void> {
  const declared = 'declare function answer(text: string): void\n'
  writeFileSync(join(place, 'use.mts'), `${importsOf(program)}\n${declared}${program.body}\n`)
  // Declarations are read, not skipped: a stranger's own settings may be as strict as this.
  const options = [
    '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false', '--module', 'nodenext',
    '--target', 'es2022', '--lib', 'es2022,dom',
  ]
  try {
    await run(process.execPath, [tsc, ...options, 'use.mts'], { cwd: place })
  } catch (error) {
    throw new Error(`types: ${(error as { stdout: string }).stdout}`)
  }
}

async function inNode(place: string, program: Stranger): Promise<void> {
  const body = `const answer = console.log\n${plain(program.body)}\n`
  writeFileSync(join(place, 'use.mjs'), `${importsOf(program)}\n${body}`)
  writeFileSync(join(place, 'use.cjs'), `${requiresOf(program)}\n${body}`)
  expect('import', (await run(process.execPath, ['use.mjs'], { cwd: place })).stdout, program.answer)
  expect('require', (await run(process.execPath, ['--no-warnings', 'use.cjs'], { cwd: place })).stdout, program.answer)
}

async function inPage(place: string, name: string, program: Stranger): Promise<void> {
  writeFileSync(join(place, 'page.mjs'), `${importsOf(program)}\n${plain(program.body)}\n`)
  const { outputFiles } = await build({
    entryPoints: [join(place, 'page.mjs')], bundle: true, write: false, platform: 'browser', format: 'iife', logLevel: 'error',
  })
  const script = outputFiles[0]!.text
  if (browser === undefined) {
    if (program.onlyBrowser) return
    let answer = ''
    runInContext(script, createContext({ answer: (text: string) => (answer = text), TextDecoder, TextEncoder }))
    expect('bundle', answer, program.answer)
    return
  }
  const shell = [
    '<!doctype html><meta charset="utf-8"><p id="answer"></p><script>',
    "const answer = (text) => { document.getElementById('answer').textContent = text }",
    'addEventListener(\'error\', (event) => answer(event.message))',
    'addEventListener(\'unhandledrejection\', (event) => answer(String(event.reason)))',
    `</script><script src="/${name}.js"></script>`,
  ].join('\n')
  registry.pages.set(`/${name}.html`, { type: 'text/html', body: shell })
  registry.pages.set(`/${name}.js`, { type: 'text/javascript; charset=utf-8', body: script })
  expect('page', await readPage(browser, `${registry.url}/${name}.html`, browserProfile), program.answer)
}

async function check(name: string): Promise<void> {
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, 'package.json'), '{ "name": "stranger", "private": true }\n')
  const settings = ['--no-audit', '--no-fund', `--registry=${registry.url}`, `--cache=${join(folder, 'cache')}`]
  await run('npm', ['install', ...settings, npmName(name)], { cwd: place })
  const programs = strangers[name] ?? []
  if (programs.length === 0) throw new Error(`strangers.ts has no program for ${name}`)
  for (const [index, program] of programs.entries()) {
    await checkTypes(place, program)
    if (!program.onlyBrowser) await inNode(place, program)
    if (!program.onlyNode) await inPage(place, `${name}-${index}`, program)
  }
}

let failed = 0
try {
  const names = process.argv.slice(2)
  for (const name of Object.keys(packages)) await registry.add(join(root, 'packages', name), true)
  await registry.listen()
  const library = createRequire(join(root, 'packages/stdlib/package.json')).resolve('pyodide/python_stdlib.zip')
  registry.pages.set('/library.zip', { type: 'application/zip', body: readFileSync(library) })
  for (const name of Object.keys(packages).filter((one) => names.length === 0 || names.includes(one))) {
    try {
      await check(name)
      console.log(`${npmName(name)}: types, import, require, ${browser === undefined ? 'bundle' : 'page'} ok`)
    } catch (error) {
      failed++
      console.log(`${npmName(name)}: ${(error as Error).message}`)
    }
  }
  if (browser === undefined) console.log('skipped: pages in a browser, for none is found; apt-get install chromium, or CHROMIUM=COMMAND')
} finally {
  registry.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exitCode = failed === 0 ? 0 : 1
