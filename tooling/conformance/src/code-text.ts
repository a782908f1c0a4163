// A code object as text, one fact a line: the form that the oracle's probe gives too.
import { CodeObject, localKinds, type CodeConstant } from '@pellucid/opcode-spec'
import { FrozenSetConstant, reprConstant, WideText, type Constant } from '@pellucid/primitives'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function textForm(value: CodeConstant): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof WideText) return `wide:${value.codePoints.join(',')}`
  if (value instanceof Uint8Array) return `b:${hex(value)}`
  if (value instanceof CodeObject) return '<code>'
  if (Array.isArray(value)) return `(${(value as CodeConstant[]).map(textForm).join(', ')})`
  if (value instanceof FrozenSetConstant) return `frozenset{${value.items.map(textForm).sort(byCodePoint).join(', ')}}`
  return reprConstant(value as Constant)
}

/** Python sorts str by code points, JavaScript by UTF-16 units. */
function byCodePoint(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Every field of a code object, and of those in its constants. */
export function codeText(code: CodeObject): string {
  const named = (kind: number) => textForm(code.localsplusnames.filter((_, at) => (code.localspluskinds[at]! & kind) !== 0))
  const lines = [
    `code ${code.qualname}`,
    `argcount ${code.argcount}`,
    `posonlyargcount ${code.posonlyargcount}`,
    `kwonlyargcount ${code.kwonlyargcount}`,
    `stacksize ${code.stacksize}`,
    `flags ${code.flags}`,
    `firstlineno ${code.firstlineno}`,
    `name ${textForm(code.name)}`,
    `filename ${textForm(code.filename)}`,
    `names ${textForm(code.names)}`,
    `varnames ${named(localKinds.CO_FAST_LOCAL)}`,
    `cellvars ${named(localKinds.CO_FAST_CELL)}`,
    `freevars ${named(localKinds.CO_FAST_FREE)}`,
    ...code.consts.map((value, index) => `const ${index} ${textForm(value)}`),
    `code ${hex(code.code)}`,
    `linetable ${hex(code.linetable)}`,
    `exceptiontable ${hex(code.exceptiontable)}`,
    ...code.consts.filter((value) => value instanceof CodeObject).map((value) => codeText(value as CodeObject)),
  ]
  return lines.join('\n')
}
