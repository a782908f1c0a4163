// The text of `dis.code_info`: the fields of a code object, by name.
import { codeFlagNames } from '@pellucid/opcode-spec'
import type { CodeObject } from '@pellucid/opcode-spec'
import { namesOfKind } from './tables.ts'
import { looseText, reprCodeConstant, someAddress } from './values.ts'
import type { Address } from './values.ts'

/** co_flags in words: `OPTIMIZED, NEWLOCALS, 0x1000000`. */
export function prettyFlags(flags: number): string {
  const names: string[] = []
  for (let bit = 0; bit < 32; bit++) {
    const flag = 2 ** bit
    if (((flags >>> bit) & 1) === 1) names.push(codeFlagNames[flag] ?? `0x${flag.toString(16)}`)
  }
  return names.length === 0 ? '0x0' : names.join(', ')
}

function section(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  return [`${title}:`, ...items.map((item, index) => `${String(index).padStart(4)}: ${item}`)]
}

/**
 * What a code object is made of, as text (`dis.code_info`).
 * @example
 * const code = compileTree(parse(''), 'x.py')
 * codeInfo(code).split('\n')[0] // 'Name:              <module>'
 */
export function codeInfo(code: CodeObject, options: { address?: Address } = {}): string {
  const { address = someAddress } = options
  const variables = namesOfKind(code, 'CO_FAST_LOCAL')
  return [
    `Name:              ${code.name}`,
    `Filename:          ${looseText(code.filename)}`,
    `Argument count:    ${code.argcount}`,
    `Positional-only arguments: ${code.posonlyargcount}`,
    `Kw-only arguments: ${code.kwonlyargcount}`,
    `Number of locals:  ${variables.length}`,
    `Stack size:        ${code.stacksize}`,
    `Flags:             ${prettyFlags(code.flags)}`,
    ...section('Constants', code.consts.map(value => reprCodeConstant(value, address))),
    ...section('Names', code.names),
    ...section('Variable names', variables),
    ...section('Free variables', namesOfKind(code, 'CO_FAST_FREE')),
    ...section('Cell variables', namesOfKind(code, 'CO_FAST_CELL')),
  ].join('\n')
}
