// What the front end promises its users about a source, beyond being equal to CPython: each function answers what is
// wrong, undefined when nothing is.
import { compare, dump, type stmt } from '@pellucid/ast'
import { compileTree, explainTree } from '@pellucid/compiler'
import { losslessTokens, renderLossless } from '@pellucid/lexer'
import { verifyTree } from '@pellucid/opcode-spec'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { decodeSource, PyCompileError, PySyntaxError } from '@pellucid/source'
import { codeText } from './code-text.ts'
import { unexplained } from './explanations.ts'
import { mutationsOf, type Mutation } from './mutations.ts'

type Source = string | Uint8Array

const options = { characterNames: characterByName }

/** The value, or the typed error that there is instead. */
function attempt<T>(make: () => T): { readonly value: T } | { readonly error: PySyntaxError | PyCompileError } {
  try {
    return { value: make() }
  } catch (error) {
    if (error instanceof PySyntaxError || error instanceof PyCompileError) return { error }
    throw error
  }
}

/** The text of a source; undefined when its bytes are none. */
export function textOf(source: Source): string | undefined {
  if (typeof source === 'string') return source
  const decoded = attempt(() => decodeSource(source))
  return 'value' in decoded ? decoded.value.text : undefined
}

/** The text that the lossless tokens give back is the text, and every character is in one token. */
export function lossless(source: Source): string | undefined {
  const text = textOf(source)
  if (text === undefined) return undefined
  const { tokens } = losslessTokens(text)
  if (renderLossless(tokens) !== text) return 'the tokens do not give the text back'
  let at = 0
  for (const { leading, text: own, offset } of tokens) {
    at += leading.length
    if (offset !== at) return `a token says it is at ${offset}, and is at ${at}`
    at += own.length
  }
  return undefined
}

/** With `recover` there is a tree and, exactly when strict parsing fails, an error; else the tree is the strict one. */
export function recovered(source: Source): string | undefined {
  const strict = attempt(() => parse(source, options))
  const tree = parse(source, { ...options, recover: true })
  if ('error' in strict) {
    return tree.errors.length > 0 ? undefined : `strict parsing refuses it (${String(strict.error)}), recovery says nothing`
  }
  if (tree.errors.length > 0) return `strict parsing takes it, recovery says ${String(tree.errors[0])}`
  return compare(tree, strict.value, { attributes: true }) ? undefined : 'recovery gives another tree'
}

const firstLine = (statement: stmt): number =>
  Math.min(statement.lineno, ...('decorator_list' in statement ? statement.decorator_list : []).map(({ lineno }) => lineno))

/** After small accidents, recovery keeps its word and every top-level statement in which none happened. */
export function recoveredBroken(source: Source, seed: number): string | undefined {
  const text = textOf(source)
  const whole = text === undefined ? undefined : attempt(() => parse(text, options))
  if (text === undefined || whole === undefined || 'error' in whole) return undefined
  const { body } = whole.value
  const shown = body.map((statement) => dump(statement))
  for (const mutation of mutationsOf(text, seed)) {
    const wrong = recovered(mutation.text) ?? lossless(mutation.text) ?? lost(body, shown, mutation)
    if (wrong !== undefined) return `${mutation.name}, line ${mutation.line}: ${wrong}`
  }
  return undefined
}

/** A statement apart from the accident that is not in the tree any more. */
function lost(body: readonly stmt[], shown: readonly string[], { text, line, cutOff }: Mutation): string | undefined {
  const left = new Map<string, number>()
  for (const statement of parse(text, { ...options, recover: true }).body) {
    const key = dump(statement)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  for (const [index, statement] of body.entries()) {
    const first = firstLine(statement)
    if ((line >= first && line <= (statement.end_lineno ?? first)) || (cutOff && first > line)) continue
    const key = shown[index] as string
    const count = left.get(key) ?? 0
    if (count === 0) return `the ${statement.nodeType} on line ${first} is lost`
    left.set(key, count - 1)
  }
  return undefined
}

/** What is shown between the passes is explained, and ends in the code that compileTree makes. */
export function explained(source: Source, filename: string): string | undefined {
  const code = attempt(() => compileTree(parse(source, options), filename))
  const report = attempt(() => explainTree(parse(source, options), filename))
  if ('error' in code || 'error' in report) {
    return 'error' in code === 'error' in report ? undefined : 'one of compileTree and explainTree refuses it'
  }
  if (codeText(report.value.code) !== codeText(code.value)) return 'the code explained is not the code compiled'
  for (const unit of report.value.units) {
    const wrong = unexplained(unit)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** The verifier has no complaint about code that the compiler made. */
export function verified(source: Source, filename: string): string | undefined {
  for (const optimize of [0, 2] as const) {
    const code = attempt(() => compileTree(parse(source, options), filename, { optimize }))
    if ('error' in code) return undefined
    const [first] = verifyTree(code.value)
    if (first !== undefined) return `${first.code.qualname}, offset ${first.offset}: ${first.reason}`
  }
  return undefined
}
