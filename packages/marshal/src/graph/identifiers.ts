// Which strs the source's identifiers made interned before its constants were, and which constants are
// identifiers themselves. Both are read off the code: the compiler need not hand anything over.
import { CodeObject, codeFlags, inlineCaches, opcodes, readWordcode } from '@pellucid/opcode-spec'
import type { CodeConstant } from '@pellucid/opcode-spec'

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

/** The identifiers a code tree shows, dotted module names included. */
export function identifiersOf(root: CodeObject): Set<string> {
  const found = new Set<string>()
  const pending: CodeObject[] = [root]
  for (let code = pending.pop(); code !== undefined; code = pending.pop()) {
    for (const name of code.names) found.add(name)
    for (const name of code.localsplusnames) found.add(name)
    found.add(code.name)
    for (const index of nameConstants(code)) addTexts(code.consts[index], found)
    for (const constant of code.consts) {
      if (constant instanceof CodeObject) pending.push(constant)
    }
  }
  return found
}

function addTexts(constant: CodeConstant | undefined, found: Set<string>): void {
  if (typeof constant === 'string') found.add(constant)
  else if (Array.isArray(constant)) {
    for (const item of constant as readonly CodeConstant[]) if (typeof item === 'string') found.add(item)
  }
}

/**
 * Indices of the constants that are identifiers, or tuples of them: keyword names of calls, names a
 * `from` import takes, attributes of class patterns, keys of annotations, type parameters.
 */
export function nameConstants(code: CodeObject): Set<number> {
  const found = new Set<number>()
  const bytes = code.code
  let constant = -1
  let annotations = false
  let extended = 0
  for (let at = 0; at + 1 < bytes.length;) {
    const op = bytes[at]!
    const oparg = extended | bytes[at + 1]!
    at += 2 + 2 * inlineCaches[op]!
    extended = op === opcodes.EXTENDED_ARG ? oparg << 8 : 0
    if (op === opcodes.EXTENDED_ARG) continue
    if (constant >= 0 && takesNames(code, op, oparg, annotations)) found.add(constant)
    if (op === opcodes.LOAD_CONST) constant = oparg
    else {
      constant = -1
      annotations = op === opcodes.LOAD_NAME && code.names[oparg] === '__annotations__'
    }
  }
  return found
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
