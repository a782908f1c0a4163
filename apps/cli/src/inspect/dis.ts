// `pellucid dis`: what `python -m dis` prints.
import { dis, renderDis } from '@pellucid/dis'
import { CodeObject } from '@pellucid/opcode-spec'
import { showWarnings } from './errors.ts'
import { print, printJson, readInput } from './input.ts'
import { codeOf } from './stages.ts'

export interface DisOptions {
  readonly showCaches?: boolean
  readonly showOffsets?: boolean
  readonly json?: boolean
}

/** A code object and those in its constants, as data. */
export function codeToJson(code: CodeObject): object {
  return {
    name: code.name,
    qualname: code.qualname,
    firstLine: code.firstlineno,
    flags: code.flags,
    stackSize: code.stacksize,
    names: code.names,
    variables: code.localsplusnames,
    instructions: dis(code).instructions,
    children: code.consts.filter((value) => value instanceof CodeObject).map((value) => codeToJson(value as CodeObject)),
  }
}

/** Prints the bytecode of one file. */
export function showBytecode(file: string, options: DisOptions): void {
  const input = readInput(file)
  const code = codeOf(input, { onWarning: showWarnings(input) })
  if (options.json) return printJson(codeToJson(code))
  print(renderDis(code, { showCaches: options.showCaches ?? false, showOffsets: options.showOffsets ?? false }))
}
