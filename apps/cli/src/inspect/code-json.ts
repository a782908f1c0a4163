// Code objects as JSON: everything that `dis` shows, and what it makes it from.
import { constantToJson } from '@pellucid/ast'
import { dis, type Instruction } from '@pellucid/dis'
import { CodeObject } from '@pellucid/opcode-spec'

/** A constant, an argument's value: code objects by their place among `children`. */
function valueToJson(value: unknown, children: readonly CodeObject[]): unknown {
  if (value instanceof CodeObject) return { code: children.indexOf(value) }
  return constantToJson(value as Parameters<typeof constantToJson>[0])
}

function instructionToJson(instruction: Instruction, children: readonly CodeObject[]): object {
  const { argval, caches, ...rest } = instruction
  return {
    ...rest,
    argval: valueToJson(argval, children),
    caches: caches.map(({ name, size, data }) => ({ name, size, data: Buffer.from(data).toString('hex') })),
  }
}

/** A code object and those in its constants, as data. */
export function codeToJson(code: CodeObject): object {
  const children = code.consts.filter((value) => value instanceof CodeObject)
  const { instructions, exceptionTable } = dis(code)
  return {
    name: code.name,
    qualname: code.qualname,
    file: valueToJson(code.filename, children),
    firstLine: code.firstlineno,
    argCount: code.argcount,
    posOnlyArgCount: code.posonlyargcount,
    kwOnlyArgCount: code.kwonlyargcount,
    flags: code.flags,
    stackSize: code.stacksize,
    names: code.names,
    variables: code.localsplusnames,
    variableKinds: [...code.localspluskinds],
    consts: code.consts.map((value) => valueToJson(value, children)),
    instructions: instructions.map((instruction) => instructionToJson(instruction, children)),
    exceptionTable,
    children: children.map(codeToJson),
  }
}
