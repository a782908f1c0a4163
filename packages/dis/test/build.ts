// Code objects written by hand: the fields a test does not care about have the values of an empty module.
import { CodeObject, encodeLocationTable, encodeWordcode, opcodes } from '@pellucid/opcode-spec'
import type { CodeFields, OpcodeName } from '@pellucid/opcode-spec'

/** Wordcode of instructions given as name and argument. */
export function wordcode(...instructions: (readonly [OpcodeName, number?])[]): Uint8Array {
  return encodeWordcode(instructions.map(([name, oparg = 0]) => ({ op: opcodes[name], oparg })))
}

/** A location table in which every listed line covers so many bytes of code. */
export function lines(firstlineno: number, ...stretches: (readonly [number | null, number])[]): Uint8Array {
  let start = 0
  const entries = stretches.map(([lineno, bytes]) => {
    const [colOffset, endColOffset] = lineno === null ? [null, null] : [0, 4]
    const entry = { start, end: start + bytes, lineno, endLineno: lineno, colOffset, endColOffset }
    start += bytes
    return entry
  })
  return encodeLocationTable(entries, firstlineno)
}

export function codeObject(fields: Partial<CodeFields>): CodeObject {
  return new CodeObject({
    argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 1, flags: 0, code: new Uint8Array(),
    consts: [], names: [], localsplusnames: [], localspluskinds: new Uint8Array(), filename: 'x.py',
    name: '<module>', qualname: '<module>', firstlineno: 1, linetable: new Uint8Array(),
    exceptiontable: new Uint8Array(), ...fields,
  })
}
