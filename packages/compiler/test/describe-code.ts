// A code object in the form that `__oracle__/record.py` writes.
import { constantToJson } from '@pellucid/ast'
import { CodeObject } from '@pellucid/opcode-spec'
import type { CodeConstant } from '@pellucid/opcode-spec'
import { FrozenSetConstant, reprConstant } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function describeConstant(value: CodeConstant): unknown {
  if (value instanceof CodeObject) return { code: describeCode(value) }
  if (value instanceof FrozenSetConstant) {
    const items = [...value.items].sort((a, b) => (reprConstant(a) < reprConstant(b) ? -1 : 1))
    return { frozenset: items.map(describeConstant) }
  }
  return constantToJson(value as Constant)
}

const HIDDEN = 0x10

/** All fields but the file name, nested code objects included. */
export function describeCode(code: CodeObject): object {
  return {
    name: code.name,
    qualname: code.qualname,
    firstlineno: code.firstlineno,
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    stacksize: code.stacksize,
    flags: code.flags,
    code: hex(code.code),
    consts: code.consts.map(describeConstant),
    names: code.names,
    localsplusnames: code.localsplusnames,
    // Python shows the kinds of names only by co_varnames and its like: hidden locals look like any other.
    localspluskinds: hex(code.localspluskinds.map((kind) => kind & ~HIDDEN)),
    linetable: hex(code.linetable),
    exceptiontable: hex(code.exceptiontable),
  }
}
