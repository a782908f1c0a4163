// `from __future__ import …`: the features a module asks for
// (https://docs.python.org/3.13/reference/simple_stmts.html#future-statements).
import type { ImportFrom, Located, mod } from '@pellucid/ast'
import { codeFlags } from '@pellucid/opcode-spec'
import type { Diagnostics } from './diagnostics.ts'
import { docstringOf } from './emit/docstring.ts'
import { future as messages } from './errors.ts'

/** Features that are always on in Python 3.13: naming them changes nothing. */
const mandatory: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
])

const optional: { readonly [name: string]: number } = {
  annotations: codeFlags.CO_FUTURE_ANNOTATIONS,
  barry_as_FLUFL: codeFlags.CO_FUTURE_BARRY_AS_BDFL,
}

export interface FutureFeatures {
  /** CO_FUTURE_… bits. */
  readonly flags: number
  /** The last future statement; lines are -1 when there is none. */
  readonly at: Located
}

function featuresOf(node: ImportFrom, diagnostics: Diagnostics): number {
  let flags = 0
  for (const alias of node.names) {
    if (mandatory.has(alias.name)) continue
    if (alias.name === 'braces') diagnostics.errorAtStart(messages.braces, node)
    const flag = Object.hasOwn(optional, alias.name) ? optional[alias.name] : undefined
    if (flag === undefined) diagnostics.errorAtStart(messages.unknown(alias.name), node)
    flags |= flag
  }
  return flags
}

/** Read the future statements at the start of a tree; only a docstring may stand before them. */
export function futureFeatures(tree: mod, diagnostics: Diagnostics): FutureFeatures {
  let flags = 0
  let at: Located = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 }
  if (tree.nodeType !== 'Module' && tree.nodeType !== 'Interactive') return { flags, at }
  const { body } = tree
  for (let i = docstringOf(body) === null ? 0 : 1; i < body.length; i++) {
    const node = body[i]
    if (node?.nodeType !== 'ImportFrom' || node.level !== 0 || node.module !== '__future__') break
    flags |= featuresOf(node, diagnostics)
    at = node
  }
  return { flags, at }
}
