// Compiled replacement templates: literals and group numbers in turn.
import { PyObject, type Visit } from '../../data/object.ts'
import { asInt, asStr, narrowStr, type Value } from '../../data/values.ts'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { newList, type PyList } from '../../data/sequences.ts'
import { defineType } from '../../object/define-type.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { importModule } from '../../protocols/import-module.ts'
import { copyOfBuffer } from '../../types/bytes/construct.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'

export class PyTemplate extends PyObject {
  readonly literal: Value
  /** (group number, literal behind it), in order. */
  readonly items: readonly (readonly [number, Value])[]
  constructor(literal: Value, items: readonly (readonly [number, Value])[]) {
    super()
    this.literal = literal
    this.items = items
  }
  override traverse(visit: Visit): void {
    visit(this.literal)
    for (const [, literal] of this.items) visit(literal)
  }
}

export const templateType = defineType('re._parser.Template', { doc: 'A replacement with groups to fill in.', instance: PyTemplate })
templateType.name = 'SRE_Template'
templateType.qualname = 'SRE_Template'
templateType.module = '_sre'

/** From the list that `re._parser.parse_template` makes. */
export function templateOf(list: PyList): PyTemplate {
  const { items } = list
  const parts: [number, Value][] = []
  if (items.length % 2 === 0) raise(PyTypeError, 'invalid template')
  for (let i = 1; i + 1 < items.length; i += 2) {
    const group = asInt(items[i] as Value) ?? raise(PyTypeError, 'an integer is required')
    if (group < 0) raise(PyTypeError, 'invalid template')
    parts.push([Number(group), items[i + 1] as Value])
  }
  return new PyTemplate(items[0] as Value, parts)
}

/** A template, read by `re`, which remembers it; what cannot be hashed is given as the str or bytes that it is like. */
export function compileTemplate(pattern: Value, template: Value, py: Thread): PyTemplate {
  const compile = getAttr(importModule('re', py), narrowStr('_compile_template'), py)
  let made: Value
  try {
    made = call(compile, [pattern, template], py)
  } catch (caught) {
    const plain = asStr(template) ?? (template instanceof PyBytes ? undefined : copyOfBuffer(template, py))
    if (!isRaised(caught, PyTypeError) || plain === undefined || plain === template) throw caught
    made = call(compile, [pattern, plain instanceof Uint8Array ? newBytes(plain) : plain], py)
  }
  if (made instanceof PyTemplate) return made
  return raise(RuntimeError, `the result of compiling a replacement string is ${typeOf(made).tpName}, not _sre.SRE_Template`)
}

export interface Groups {
  readonly subject: { readonly isBytes: boolean }
  group(number: number, missing: Value): Value
}

/** The replacement for a match; groups that took no part are empty. */
export function expandTemplate(template: PyTemplate, match: Groups, py: Thread): Value {
  if (template.items.length === 0) return template.literal
  const empty = match.subject.isBytes ? newBytes(new Uint8Array(0)) : narrowStr('')
  const pieces: Value[] = [template.literal]
  for (const [group, literal] of template.items) pieces.push(match.group(group, empty), literal)
  return join(empty, pieces, py)
}

/** `''.join(pieces)`. */
export function join(empty: Value, pieces: Value[], py: Thread): Value {
  if (typeof empty === 'string' && pieces.every((piece) => typeof piece === 'string')) return narrowStr((pieces as unknown as string[]).join(''))
  return callMethod(empty, 'join', [newList(pieces)], py)
}
