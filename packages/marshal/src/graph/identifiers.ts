// Which strs the source's identifiers made interned before its constants were, and which constants are
// identifiers themselves. Both are read off the code: the compiler need not hand anything over.
import { CodeObject, codeFlags, inlineCaches, opcodes, readWordcode } from '@pellucid/opcode-spec'
import type { CodeConstant } from '@pellucid/opcode-spec'
import { FrozenSetConstant } from '@pellucid/primitives'

/** The dotted module names a code tree imports. */
export function dottedNamesOf(root: CodeObject): Set<string> {
  const found = new Set<string>()
  const pending: CodeObject[] = [root]
  for (let code = pending.pop(); code !== undefined; code = pending.pop()) {
    for (const name of code.names) if (name.includes('.')) found.add(name)
    for (const constant of code.consts) if (constant instanceof CodeObject) pending.push(constant)
  }
  return found
}

/** The strs in frozensets of a code tree. */
export function frozensetTextsOf(root: CodeObject): Set<string> {
  const found = new Set<string>()
  const pending: (readonly [constants: readonly CodeConstant[], inSet: boolean])[] = [[root.consts, false]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [constants, inSet] = next
    for (const constant of constants) {
      if (typeof constant === 'string') {
        if (inSet) found.add(constant)
      } else if (constant instanceof CodeObject) pending.push([constant.consts, false])
      else if (constant instanceof FrozenSetConstant) pending.push([constant.items, true])
      else if (Array.isArray(constant)) pending.push([constant as readonly CodeConstant[], inSet])
    }
  }
  return found
}

/** Those of some strs that are identifiers of a code tree, dotted module names included. */
export function identifiersOf(root: CodeObject, among: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const add = (text: string) => void (among.has(text) && found.add(text))
  const pending: CodeObject[] = [root]
  for (let code = pending.pop(); code !== undefined; code = pending.pop()) {
    for (const name of code.names) add(name)
    for (const name of code.localsplusnames) add(name)
    add(code.name)
    if (mentions(code.consts, among)) {
      for (const [index, step] of nameConstants(code)) addTexts(code.consts[index], step, add)
    }
    for (const constant of code.consts) {
      if (constant instanceof CodeObject) pending.push(constant)
    }
  }
  return found
}

function addTexts(constant: CodeConstant | undefined, step: NameStep, add: (text: string) => void): void {
  if (typeof constant === 'string') add(constant)
  else if (Array.isArray(constant)) {
    constant.forEach((item: CodeConstant, at) => {
      if (typeof item === 'string' && stepAt(step, at) > 0) add(item)
    })
  }
}

/** Whether one of some strs is among constants, or in a tuple there. */
function mentions(constants: readonly CodeConstant[], texts: ReadonlySet<string>): boolean {
  for (const constant of constants) {
    if (typeof constant === 'string' ? texts.has(constant) : Array.isArray(constant) && mentions(constant, texts)) return true
  }
  return false
}

/**
 * Those of some strs whose object in the compiler's constant cache is an identifier's: it was an identifier, not
 * a literal, that brought each of them first.
 */
export function cachedNamesOf(root: CodeObject, among: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (constant: CodeConstant | undefined, step: NameStep): void => {
    if (typeof constant === 'string') {
      if (!among.has(constant)) return
      if (step > 0 && !seen.has(constant)) found.add(constant)
      seen.add(constant)
    } else if (Array.isArray(constant)) {
      constant.forEach((item: CodeConstant, at) => visit(item, stepAt(step, at)))
    } else if (constant instanceof FrozenSetConstant) {
      for (const item of constant.items) visit(item, 0)
    } else if (constant instanceof CodeObject) {
      const names = mentions(constant.consts, among) ? nameConstants(constant) : noNames
      // Folding appends what was loaded item by item before the function's code was.
      for (const [index, inner] of names) if (inner === 2) visit(constant.consts[index], inner)
      constant.consts.forEach((inner, index) => visit(inner, names.get(index) ?? 0))
    }
  }
  visit(root, 0)
  return found
}

/** Which items of a constant are identifiers: 0 none, 1 all, 2 every other, from the first. */
export type NameStep = 0 | 1 | 2

const noNames: ReadonlyMap<number, NameStep> = new Map()

/** Whether a part of such a constant is an identifier. */
export function stepAt(step: NameStep, at: number): NameStep {
  return step > 0 && at % step === 0 ? 1 : 0
}

/**
 * Indices of the constants that are identifiers, or tuples of them: keyword names of calls, names a
 * `from` import takes, attributes of class patterns, keys of annotations, type parameters, classes.
 */
export function nameConstants(code: CodeObject): Map<number, NameStep> {
  const found = new Map<number, NameStep>()
  const bytes = code.code
  let constant = -1
  let annotations = false
  let extended = 0
  const loads = new Loads()
  /** The code of the function that is being made. */
  let made: CodeObject | undefined
  /** The code of the last function made. */
  let latest: CodeObject | undefined
  for (let at = 0; at + 1 < bytes.length;) {
    const op = bytes[at]!
    const oparg = extended | bytes[at + 1]!
    at += 2 + 2 * inlineCaches[op]!
    extended = op === opcodes.EXTENDED_ARG ? oparg << 8 : 0
    if (op === opcodes.EXTENDED_ARG) continue
    if (constant >= 0 && takesNames(code, op, oparg, annotations)) found.set(constant, 1)
    if (op === opcodes.SET_FUNCTION_ATTRIBUTE) {
      if (oparg === KEYWORD_DEFAULTS && made !== undefined) addKeywordNames(code, made, found)
      if (oparg === ANNOTATIONS && made !== undefined) addAnnotationKeys(code, made, loads, found)
      continue
    }
    if (op === opcodes.LOAD_CONST) {
      if (made !== undefined && code.consts[oparg] === made.name && isClassBody(made)) found.set(oparg, 1)
      made = undefined
      constant = oparg
      loads.add(code.consts[oparg])
      continue
    }
    made = undefined
    if (op === opcodes.MAKE_FUNCTION) {
      const body = code.consts[constant]
      if (body instanceof CodeObject) latest = made = body
    }
    if (op === opcodes.CALL_INTRINSIC_1 && oparg === TYPE_ALIAS && latest !== undefined) {
      const name = code.consts.indexOf(latest.name)
      if (name >= 0) found.set(name, 1)
    }
    constant = -1
    annotations = op === opcodes.LOAD_NAME && code.names[oparg] === '__annotations__'
  }
  return found
}

/** SET_FUNCTION_ATTRIBUTE's argument for a dict of keyword-only parameters' defaults. */
const KEYWORD_DEFAULTS = 2
/** SET_FUNCTION_ATTRIBUTE's argument for a tuple of parameters' names and annotations in turn. */
const ANNOTATIONS = 4
/** CALL_INTRINSIC_1's argument for making a type alias of a name, parameters and a function. */
const TYPE_ALIAS = 11

/** How often a code object loaded each str so far, alone or in a tuple. */
class Loads {
  readonly #counts = new Map<string, number>()

  add(constant: CodeConstant | undefined): void {
    if (typeof constant === 'string') this.#counts.set(constant, this.of(constant) + 1)
    else if (Array.isArray(constant)) for (const item of constant as readonly CodeConstant[]) this.add(item)
  }

  of(text: string): number {
    return this.#counts.get(text) ?? 0
  }
}

function isClassBody(code: CodeObject): boolean {
  return (code.flags & codeFlags.CO_OPTIMIZED) === 0
}

function addKeywordNames(code: CodeObject, made: CodeObject, found: Map<number, NameStep>): void {
  const names = new Set<unknown>(made.localsplusnames.slice(made.argcount, made.argcount + made.kwonlyargcount))
  code.consts.forEach((constant, index) => {
    if (!Array.isArray(constant) || constant.length === 0) return
    if ((constant as readonly CodeConstant[]).every((item) => names.has(item))) found.set(index, 1)
  })
}

function addAnnotationKeys(code: CodeObject, made: CodeObject, loads: Loads, found: Map<number, NameStep>): void {
  const { flags } = made
  const stars = (flags & codeFlags.CO_VARARGS ? 1 : 0) + (flags & codeFlags.CO_VARKEYWORDS ? 1 : 0)
  const keys = new Set(made.localsplusnames.slice(0, made.argcount + made.kwonlyargcount + stars)).add('return')
  code.consts.forEach((constant, index) => {
    // Annotations that are constants themselves are one constant with their keys.
    // A default that is loaded before its key makes the literal the constant.
    if (typeof constant === 'string') {
      if (keys.has(constant) && loads.of(constant) < 2) found.set(index, 1)
    } else if (Array.isArray(constant) && isAnnotations(constant as readonly CodeConstant[], keys)) {
      found.set(index, 2)
    }
  })
}

function isAnnotations(items: readonly CodeConstant[], keys: ReadonlySet<unknown>): boolean {
  return items.length > 0 && items.length % 2 === 0 && items.every((item, at) => at % 2 === 1 || keys.has(item))
}

function takesNames(code: CodeObject, op: number, oparg: number, toAnnotations: boolean): boolean {
  switch (op) {
    case opcodes.CALL_KW:
    case opcodes.IMPORT_NAME:
    case opcodes.MATCH_CLASS: return true
    case opcodes.STORE_SUBSCR: return toAnnotations
    case opcodes.STORE_NAME: return code.names[oparg] === '__static_attributes__'
    case opcodes.CALL_INTRINSIC_1: return oparg >= 7 && oparg <= 9
    default: return false
  }
}

/** The index of the constant that a class body stores as `__qualname__`, or -1. */
export function qualnameConstant(code: CodeObject): number {
  if (code.flags & codeFlags.CO_OPTIMIZED) return -1
  const name = code.names.indexOf('__qualname__')
  if (name < 0 || !code.names.includes('__module__')) return -1
  let constant = -1
  for (const { op, oparg } of readWordcode(code.code)) {
    if (op === opcodes.STORE_NAME && oparg === name) return constant
    constant = op === opcodes.LOAD_CONST ? oparg : -1
  }
  return -1
}
