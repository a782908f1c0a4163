// The repr of what co_consts holds: constants, code objects, and tuples of both.
import { reprConstant, reprNested } from '@pellucid/primitives'
import type { Constant, TextConstant } from '@pellucid/primitives'
import { CodeObject } from '@pellucid/opcode-spec'
import type { CodeConstant } from '@pellucid/opcode-spec'

/** The address that a code object's repr shows. */
export type Address = (code: CodeObject) => string

/** An address that looks like one, the same for every object. */
export const someAddress: Address = () => '0x7f0000000000'

/** Text for a terminal: surrogates, which no JavaScript string keeps apart, as they are. */
export const looseText = (text: TextConstant): string =>
  typeof text === 'string' ? text : text.codePoints.map(point => String.fromCodePoint(point)).join('')

/** `<code object f at 0x…, file "x.py", line 1>` */
export function reprCode(code: CodeObject, address: Address): string {
  const line = code.firstlineno === 0 ? -1 : code.firstlineno
  return `<code object ${code.name} at ${address(code)}, file "${looseText(code.filename)}", line ${line}>`
}

/** Python's repr of a value in co_consts. */
export function reprCodeConstant(value: CodeConstant, address: Address): string {
  return reprNested(value, leaf =>
    leaf instanceof CodeObject ? reprCode(leaf, address) : reprConstant(leaf as Constant),
  )
}
