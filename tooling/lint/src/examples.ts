// Runs the `@example` blocks of the packages. Every exported name of ours is in scope, the example's own file and
// package first. `EXPRESSION // VALUE` holds the expression to the value where that is a literal; lines of comment behind
// the last expression are the text it gives.
import { deepStrictEqual } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { packages } from './layers.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

interface Example {
  readonly place: string
  readonly path: string
  readonly lines: readonly string[]
}

/** The lines below an `@example`, up to a blank one, the next tag or the end of the comment. */
function examplesOf(path: string): Example[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const first = /^\s*\* @example(?: (.*))?$/.exec(line)
    if (first === null) return []
    const found = first[1] === undefined ? [] : [first[1]]
    for (let at = index + 1; ; at++) {
      const text = /^\s*\*(?: (.*))?$/.exec(lines[at] ?? '')?.[1]
      if (text === undefined || text.startsWith('@')) break
      found.push(text)
    }
    return [{ place: `${relative(root, path)}:${index + 1}`, path, lines: found }]
  })
}

const literal = /^(?:['"`[{]|-?\d|true\b|false\b|null\b|undefined\b)/
const expression = /^(?!(?:const|let|for|if|while|class|function|import|try|throw|return)\b|\s|[}/])/

/** The example as a program that calls `check(place, got, wanted)`. */
function programOf({ lines }: Example): string {
  const lastCode = lines.findLastIndex((line) => !line.trimStart().startsWith('//'))
  const tail = lines.slice(lastCode + 1).map((line) => line.replace(/^\s*\/\/ ?/, ''))
  const program = lines.slice(0, lastCode + 1).map((line, index) => {
    if (!expression.test(line)) return line
    if (index === lastCode && tail.length > 0) return `check(${line}, ${JSON.stringify(tail.join('\n'))})`
    const [, code, value] = /^(.*?\S)\s+\/\/ (.*)$/.exec(line) ?? []
    if (code === undefined || value === undefined || !literal.test(value)) return line
    const open = value.endsWith(', …]')
    return `check(${code}, ${open ? value.replace(', …]', ']') : value}, ${open})`
  })
  return program.join('\n')
}

function check(got: unknown, wanted: unknown, open = false): void {
  const plain = ArrayBuffer.isView(got) ? [...(got as unknown as Iterable<unknown>)] : got
  if (typeof plain === 'string' && plain === `${String(wanted)}\n`) return
  deepStrictEqual(open ? (plain as unknown[]).slice(0, (wanted as unknown[]).length) : plain, wanted)
}

type Names = Record<string, unknown>

/** What a package exports, under all its entries. */
async function exportsOf(name: string): Promise<Names> {
  const folder = join(root, 'packages', name)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>
  }
  const found: Names = {}
  for (const entry of Object.values(manifest.exports)) {
    const source = typeof entry === 'string' ? entry : entry['@pellucid/source']
    if (source?.endsWith('.ts')) Object.assign(found, await import(pathToFileURL(join(folder, source)).href))
  }
  return found
}

const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<void>

/** Runs an example; the reason when it fails. */
async function run(example: Example, scope: Names): Promise<string | undefined> {
  try {
    const { code } = await transform(programOf(example), { loader: 'ts', target: 'es2022', supported: { 'top-level-await': true } })
    // What an example only declares it cannot run with: it has to be well-formed.
    if (example.lines.some((line) => line.startsWith('declare '))) return undefined
    const used = Object.keys(scope).filter((name) => new RegExp(`\\b${name}\\b`).test(code))
    const free = used.filter((name) => !new RegExp(`\\b(?:const|let|class|function) ${name}\\b`).test(code))
    await new AsyncFunction('check', ...free, code)(check, ...free.map((name) => scope[name]))
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

const names = Object.keys(packages)
const exported = new Map<string, Names>()
for (const name of names) exported.set(name, await exportsOf(name))
const everything = Object.assign({}, ...[...exported.values()].reverse()) as Names
const print = console.log
let failed = 0
let count = 0
for (const name of names) {
  const scope = { ...everything, ...exported.get(name) }
  const folder = join(root, 'packages', name, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  for (const example of files.sort().flatMap((file) => examplesOf(join(folder, file)))) {
    count++
    console.log = () => {}
    const own = (await import(pathToFileURL(example.path).href)) as Names
    const reason = await run(example, { ...scope, ...own })
    console.log = print
    if (reason === undefined) continue
    failed++
    console.log(`${example.place}: ${reason}`)
  }
}
console.log(`${count - failed} of ${count} examples hold`)
process.exitCode = failed === 0 ? 0 : 1
