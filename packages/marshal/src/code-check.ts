// The checks CPython makes when it assembles a code object from its parts, in its order.
import { codeFlags, localKinds } from '@pellucid/opcode-spec'
import { faults } from './errors.ts'
import type { CodeParts } from './factory.ts'

/** How to look into objects of type `V`. */
export interface CodeViews<V> {
  /** Undefined when it is not a bytes object. */
  bytesLength(value: V): number | undefined
  byteAt(value: V, index: number): number
  /** Undefined when it is not a tuple. */
  tupleItems(value: V): readonly V[] | undefined
  isText(value: V): boolean
}

/** Raises what CPython raises for parts that make no code object. */
export function checkCode<V>(parts: CodeParts<V>, views: CodeViews<V>): void {
  const names = views.tupleItems(parts.names)
  const locals = views.tupleItems(parts.localsplusnames)
  const kinds = views.bytesLength(parts.localspluskinds)
  const size = views.bytesLength(parts.code)
  if (
    parts.argcount < parts.posonlyargcount || parts.posonlyargcount < 0 || parts.kwonlyargcount < 0
    || parts.stacksize < 0 || parts.flags < 0
    || size === undefined || views.tupleItems(parts.consts) === undefined || names === undefined
    || locals === undefined || kinds === undefined || locals.length !== kinds
    || !views.isText(parts.name) || !views.isText(parts.qualname) || !views.isText(parts.filename)
    || views.bytesLength(parts.linetable) === undefined
    || views.bytesLength(parts.exceptiontable) === undefined
  ) {
    throw faults.badCodeField()
  }
  if (!names.every(views.isText) || !locals.every(views.isText)) throw faults.nonStringSlot()
  if (size % 2 !== 0) throw faults.malformedCode()
  const { flags } = parts
  const stars = (flags & codeFlags.CO_VARARGS ? 1 : 0) + (flags & codeFlags.CO_VARKEYWORDS ? 1 : 0)
  let variables = 0
  for (let index = 0; index < kinds; index++) {
    if (views.byteAt(parts.localspluskinds, index) & localKinds.CO_FAST_LOCAL) variables++
  }
  if (parts.argcount + parts.kwonlyargcount + stars > variables) throw faults.fewLocals()
}
