// What our packages say of a source at each stage, in the form that the oracle's probes give.
import { dump, unparse } from '@pellucid/ast'
import { compileTree, renderSymbols, symtableTree } from '@pellucid/compiler'
import { renderDis } from '@pellucid/dis'
import { renderTokens, tokenize } from '@pellucid/lexer'
import { dumpsCode } from '@pellucid/marshal'
import type { CodeObject } from '@pellucid/opcode-spec'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { codeText } from './code-text.ts'

/** A complaint, as Python's `warnings` module records it. */
export interface Warned {
  readonly category: string
  readonly message: string
  readonly lineno: number
}

/** What is asked of a stage. */
export interface Request {
  readonly bytes: Uint8Array
  readonly filename: string
  readonly optimize?: number
  readonly mode?: 'exec' | 'eval' | 'single'
  readonly flags?: number
  readonly onWarning?: (warning: Warned) => void
}

function treeOf({ bytes, filename, mode = 'exec', onWarning }: Request) {
  return parse(bytes, { filename, mode, characterNames: characterByName, ...(onWarning && { onWarning }) })
}

/** Lines of the source for the errors of the compiler. */
function linesOf(bytes: Uint8Array): (lineno: number) => string | null {
  let lines: string[] | undefined
  return (lineno) => {
    lines ??= new TextDecoder().decode(bytes).split(/(?<=\n)|(?<=\r)(?!\n)/)
    return lines[lineno - 1] ?? null
  }
}

/** Source to code object. */
export function codeOf(request: Request): CodeObject {
  const { bytes, filename, optimize = 0, flags = 0, onWarning } = request
  return compileTree(treeOf(request), filename, {
    optimize,
    flags,
    sourceLine: linesOf(bytes),
    ...(onWarning && { onWarning }),
  })
}

const byPoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** CPython's order of free names depends on the hash seed: each run of symbols is sorted on both sides. */
export function sortSymbols(text: string): string {
  const sorted: string[] = []
  let group: string[] = []
  const flush = () => {
    sorted.push(...group.sort(byPoint))
    group = []
  }
  for (const line of text.split('\n')) {
    if (line.includes(" symbol '")) {
      group.push(line)
      continue
    }
    flush()
    sorted.push(line)
  }
  flush()
  return sorted.join('\n')
}

/** So does the order in a frozenset: its characters are sorted on both sides. */
export function sortSets(text: string): string {
  return text.replaceAll(/frozenset\(\{(.*)\}\)/g, (_, items: string) => `frozenset ${[...items].sort(byPoint).join('')}`)
}

/** Stage → text or bytes. */
export const stages = {
  tokens: ({ bytes }: Request) => renderTokens(tokenize(bytes)),
  'exact tokens': ({ bytes }: Request) => renderTokens(tokenize(bytes), { exact: true }),
  ast: (request: Request) => dump(treeOf(request), { includeAttributes: true }),
  'ast lines': (request: Request) => dump(treeOf(request), { indent: 2, includeAttributes: true }),
  'ast tool': (request: Request) => dump(treeOf(request), { indent: 3 }),
  unparse: (request: Request) => unparse(treeOf(request)),
  symtable: (request: Request) => sortSymbols(renderSymbols(symtableTree(treeOf(request), request.filename))),
  code: (request: Request) => `${codeText(codeOf(request))}\n`,
  dis: (request: Request) => sortSets(renderDis(codeOf(request)).replaceAll(/ at 0x[0-9a-f]+/g, ' at 0x0')),
  pyc: (request: Request) => dumpsCode(codeOf(request)),
} as const satisfies Record<string, (request: Request) => string | Uint8Array>
