// `pnpm fuzz [--count=N] [--seed=N] [TARGET…]`: broken input must end in a value or in one of our typed errors, soon.
// Inputs are mutations of real sources and real .pyc payloads; the same seed makes the same inputs.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dump } from '@pellucid/ast'
import { compileTree } from '@pellucid/compiler'
import { DisassemblyError, renderDis } from '@pellucid/dis'
import { losslessTokens, renderLossless, TokenError, tokenize, tokenizeTape } from '@pellucid/lexer'
import { dumpsCode, loads, MarshalError, readPycHeader } from '@pellucid/marshal'
import { CodeObject, verifyTree } from '@pellucid/opcode-spec'
import { parse } from '@pellucid/parser'
import { decodeSource, PyCompileError, PySyntaxError } from '@pellucid/source'
import { newRandom } from './mutations.ts'

const corpus = fileURLToPath(new URL('../../../corpus/', import.meta.url))
const slowLimit = 2000
/** By how many kilobytes one input may raise the most memory the process ever held. */
const memoryLimit = 256 * 1024
const shownEach = 5

const pieces = [
  '(', ')', '[', ']', '{', '}', ':', ';', ',', '.', '=', ':=', '->', '@', '*', '**', '/', '\\', '\n', '\r\n', '\t', '    ', '"', "'",
  '"""', "f'", 'f"{', '}', 'rb"', '#', 'if ', 'else', 'def f', 'class ', 'lambda', 'async ', 'await ', 'match x:', 'case ', 'try:',
  'except* ', 'yield', 'return', 'type X = ', 'for x in ', ' in ', ' not ', 'import ', 'from . ', 'global ', 'nonlocal x', '0x', '1_',
  '1e', '0b2', '\ufeff', '\u00e9', '\ud800', '\0', '\f', '\x1a', '😀', '\\N{', '\\u12', '!r}', '...', '<>', '# coding: x\n',
]

function mutateText(text: string, random: (below: number) => number): string {
  let result = text
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(result.length + 1)
    const length = random(12)
    const piece = pieces[random(pieces.length)]!
    const kind = random(4)
    if (kind === 0) result = result.slice(0, at) + piece + result.slice(at)
    else if (kind === 1) result = result.slice(0, at) + result.slice(at + length)
    else if (kind === 2) result = result.slice(0, at) + piece + result.slice(at + length)
    else result = result.slice(0, at) + result.slice(at, at + length).repeat(2 + random(20)) + result.slice(at)
  }
  return result
}

function mutateBytes(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const result = Uint8Array.from(bytes)
  for (let times = 1 + random(6); times > 0; times--) {
    const at = random(result.length)
    result[at] = random(3) === 0 ? random(256) : [0, 1, 0x7f, 0x80, 0xff, 0xe3, 0x72, 0x28, 0x5b][random(9)]!
  }
  return random(5) === 0 ? result.subarray(0, random(result.length + 1)) : result
}

type Target = (random: (below: number) => number) => void

function makeTargets(): Readonly<Record<string, Target>> {
  const sources = ['programs', 'errors'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith('.py'))
      .map((name) => readFileSync(join(corpus, folder, name), 'utf8')),
  )
  // Lines of programs, a few at a time: small inputs are many inputs.
  const snippets = sources.flatMap((source) => source.match(/(?:.*\n){1,8}/g) ?? [source])
  const payloads = snippets.flatMap((text) => {
    try {
      return [dumpsCode(compileTree(parse(text), 'x.py'))]
    } catch {
      return []
    }
  })
  const text = (random: (below: number) => number) => mutateText(snippets[random(snippets.length)]!, random)
  const bytes = (random: (below: number) => number) => mutateBytes(payloads[random(payloads.length)]!, random)
  const encoder = new TextEncoder()
  return {
    lexer: (random) => {
      const source = text(random)
      tokenizeTape(source)
      if (renderLossless(losslessTokens(source).tokens) !== source) throw new RangeError('lossless tokens do not give the source back')
      for (const _ of tokenize(source));
    },
    decode: (random) => void decodeSource(mutateBytes(encoder.encode(text(random)), random)),
    parser: (random) => void dump(parse(text(random))),
    compiler: (random) => void dumpsCode(compileTree(parse(text(random)), 'x.py')),
    marshal: (random) => void loads(bytes(random)),
    pyc: (random) => void readPycHeader(bytes(random)),
    verify: (random) => {
      const value = loads(bytes(random))
      if (value instanceof CodeObject) verifyTree(value)
    },
    dis: (random) => {
      const value = loads(bytes(random))
      if (value instanceof CodeObject) renderDis(value)
    },
  }
}

function isTyped(error: unknown): boolean {
  return [PySyntaxError, PyCompileError, TokenError, MarshalError, DisassemblyError].some((kind) => error instanceof kind)
}

function runTarget(name: string, target: Target, count: number, seed: number): number {
  const seen = new Set<string>()
  let failed = 0
  let slowest = 0
  let { maxRSS: most } = process.resourceUsage()
  for (let index = 0; index < count; index++) {
    const started = performance.now()
    try {
      target(newRandom(seed + index * 7919))
    } catch (error) {
      if (!isTyped(error)) {
        failed++
        const where = (error as Error).stack?.split('\n').slice(0, 3).join('\n') ?? String(error)
        if (!seen.has(where) && seen.size < shownEach) console.log(`${name} --seed=${seed + index * 7919} --count=1: ${where}`)
        seen.add(where)
      }
    }
    const { maxRSS } = process.resourceUsage()
    if (maxRSS - most > memoryLimit) {
      failed++
      console.log(`${name} --seed=${seed + index * 7919} --count=1: took ${((maxRSS - most) / 1024).toFixed(0)} MB`)
    }
    most = maxRSS
    const took = performance.now() - started
    slowest = Math.max(slowest, took)
    if (took > slowLimit) {
      failed++
      console.log(`${name} --seed=${seed + index * 7919} --count=1: took ${took.toFixed(0)} ms`)
    }
  }
  console.log(`${name}: ${count} inputs, ${failed} failures, slowest ${slowest.toFixed(0)} ms`)
  return failed
}

const args = process.argv.slice(2)
const option = (name: string, otherwise: number) =>
  Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const named = args.filter((arg) => !arg.startsWith('--'))
let failures = 0
for (const [name, target] of Object.entries(makeTargets())) {
  if (named.length === 0 || named.includes(name)) failures += runTarget(name, target, option('count', 20_000), option('seed', 1))
}
process.exitCode = failures === 0 ? 0 : 1
