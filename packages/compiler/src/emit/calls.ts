// Calls: of methods, with keywords, with unpacked arguments.
import type { Attribute, Call, Located, expr, keyword } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { calls as messages } from '../errors.ts'
import { DEF_IMPORT } from '../symbols/scope.ts'
import { STACK_USE_GUIDELINE, emitArgumentTuple } from './containers.ts'
import type { Emitter } from './emitter.ts'
import { emitName, refuseDebug } from './names.ts'
import { atAttribute } from './targets.ts'
import { nowhere } from './unit.ts'

export function checkKeywords(c: Emitter, keywords: readonly keyword[]): void {
  if (keywords.length === 0) return
  const again = repetitions(keywords)
  keywords.forEach((keyword, index) => {
    if (keyword.arg === null) return
    refuseDebug(c, keyword.arg, 'Store', keyword)
    const other = again?.[index]
    if (other !== undefined) c.diagnostics.error(messages.repeatedKeyword(keyword.arg), other)
  })
}

/** For each keyword the next one of the same name; undefined when there is none at all. */
function repetitions(keywords: readonly keyword[]): (keyword | undefined)[] | undefined {
  const names = new Set<string | null>()
  let unnamed = 0
  for (const { arg } of keywords) {
    if (arg === null) unnamed++
    else names.add(arg)
  }
  if (names.size + unnamed === keywords.length) return undefined
  const next = new Map<string | null, keyword>()
  const again: (keyword | undefined)[] = keywords.map(() => undefined)
  for (let index = keywords.length - 1; index >= 0; index--) {
    const keyword = keywords[index] as keyword
    again[index] = next.get(keyword.arg)
    next.set(keyword.arg, keyword)
  }
  return again
}

function hasUnpacking(args: readonly expr[], keywords: readonly keyword[]): boolean {
  return args.some((arg) => arg.nodeType === 'Starred') || keywords.some((keyword) => keyword.arg === null)
}

/** The names of the keywords, for CALL_KW. */
function loadKeywordNames(c: Emitter, keywords: readonly keyword[], at: Located): void {
  c.loadConst(
    keywords.map((keyword) => keyword.arg),
    at,
  )
}

/** Whether `object.method(…)` can be called without making the bound method. */
export function isMethodCall(c: Emitter, node: Call): boolean {
  const { func, args, keywords } = node
  if (func.nodeType !== 'Attribute' || func.ctx.nodeType !== 'Load') return false
  const { value } = func
  // Functions of imported modules are no methods.
  if (value.nodeType === 'Name' && c.symbols.top.flagsOf(value.id) & DEF_IMPORT) return false
  const count = args.length + keywords.length + (keywords.length === 0 ? 0 : 1)
  return count < STACK_USE_GUIDELINE && !hasUnpacking(args, keywords)
}

/** The method of the object on the stack. */
export function loadMethod(c: Emitter, func: Attribute): void {
  c.opI(op.LOAD_ATTR, (c.nameIndex(func.attr) << 1) | 1, atAttribute(func, func))
}

/** Arguments and call of a method, which is on the stack. */
export function callMethod(c: Emitter, node: Call, func: Attribute): void {
  const { args, keywords } = node
  c.exprs(args)
  if (keywords.length > 0) {
    for (const keyword of keywords) c.expr(keyword.value)
    loadKeywordNames(c, keywords, atAttribute(func, func))
  }
  const count = args.length + keywords.length
  c.opI(keywords.length > 0 ? op.CALL_KW : op.CALL, count, atAttribute(node, func))
}

/** A run of `name=value` as a dict. */
function keywordDict(c: Emitter, keywords: readonly keyword[], at: Located): void {
  const count = keywords.length
  const big = count * 2 > STACK_USE_GUIDELINE
  if (count > 1 && !big) {
    for (const keyword of keywords) c.expr(keyword.value)
    loadKeywordNames(c, keywords, at)
    return c.opI(op.BUILD_CONST_KEY_MAP, count, at)
  }
  if (big) c.opI(op.BUILD_MAP, 0, nowhere)
  for (const keyword of keywords) {
    c.loadConst(keyword.arg, at)
    c.expr(keyword.value)
    if (big) c.opI(op.MAP_ADD, 1, nowhere)
  }
  if (!big) c.opI(op.BUILD_MAP, count, at)
}

function unpackedKeywords(c: Emitter, keywords: readonly keyword[], at: Located): void {
  let haveDict = false
  let seen = 0
  const flush = (end: number): void => {
    keywordDict(c, keywords.slice(end - seen, end), at)
    if (haveDict) c.opI(op.DICT_MERGE, 1, at)
    haveDict = true
    seen = 0
  }
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== null) {
      seen++
      return
    }
    if (seen > 0) flush(i)
    if (!haveDict) c.opI(op.BUILD_MAP, 0, at)
    haveDict = true
    c.expr(keyword.value)
    c.opI(op.DICT_MERGE, 1, at)
  })
  if (seen > 0) flush(keywords.length)
}

/**
 * The arguments of a call and the call itself; the callee and `pushed` arguments are on the stack, and
 * `injected` is a name that stands for one more positional argument.
 */
export function emitCall(
  c: Emitter,
  args: readonly expr[],
  keywords: readonly keyword[],
  at: Located,
  pushed = 0,
  injected: string | null = null,
): void {
  checkKeywords(c, keywords)
  if (args.length + keywords.length * 2 <= STACK_USE_GUIDELINE && !hasUnpacking(args, keywords)) {
    c.exprs(args)
    if (injected !== null) emitName(c, injected, 'Load', at)
    const count = pushed + args.length + (injected === null ? 0 : 1) + keywords.length
    if (keywords.length === 0) return c.opI(op.CALL, count, at)
    for (const keyword of keywords) c.expr(keyword.value)
    loadKeywordNames(c, keywords, at)
    return c.opI(op.CALL_KW, count, at)
  }
  const [only] = args
  if (pushed === 0 && args.length === 1 && only?.nodeType === 'Starred') c.expr(only.value)
  else emitArgumentTuple(c, args, at, pushed, injected)
  if (keywords.length > 0) unpackedKeywords(c, keywords, at)
  c.opI(op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0, at)
}
