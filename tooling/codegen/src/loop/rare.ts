// Writes `rare`, what the loop does not do itself: one case an instruction, from the template where it has the
// instruction, otherwise a call of the typed handler with its operands taken off the stack as its effect says.
import { parseEffect } from '@pellucid/opcode-spec'
import { instructions, real } from '@pellucid/opcode-spec/instructions'
import type { EffectItem, EffectText, Instruction } from '@pellucid/opcode-spec'
import { header, Writer } from '../writer.ts'
import { SPLIT } from './fusions.ts'
import type { Template } from './read.ts'

const count = (items: readonly EffectItem[]): { fixed: number; sized: string[] } => ({
  fixed: items.filter((item) => item.form === 'value').length,
  sized: items.flatMap((item) => (item.form === 'value' ? [] : [sizeText(item)])),
})
const sizeText = (item: EffectItem): string => (item.size ?? '0').replace(/oparg/g, 'arg').replace('arg == 3', '(arg === 3 ? 1 : 0)')

/** `sp - 2 - (arg)`: where an item starts, counted from the top. */
function place(items: readonly EffectItem[], from: number): string {
  const { fixed, sized } = count(items.slice(from))
  return ['sp', ...(fixed > 0 ? [String(fixed)] : []), ...sized.map((size) => `(${size})`)].join(' - ')
}

/** A case that calls the handler: operands by name, then what the outputs add. */
function handlerCase(opcode: string, instruction: Instruction): string[] {
  const { inputs, outputs } = parseEffect(instruction.effect as EffectText)
  const lines: string[] = []
  const operands: string[] = []
  inputs.forEach((item, i) => {
    if (item.name === 'unused') return
    const at = place(inputs, i)
    if (item.form === 'array') operands.push(`s.slice(${at}, ${place(inputs, i + 1)}) as Value[]`)
    else if (item.form === 'optional') operands.push(`${sizeText(item)} ? (s[${at}] as Value) : undefined`)
    else operands.push(`s[${at}] as Value`)
  })
  let kept = 0
  const same = (a: EffectItem | undefined, b: EffectItem | undefined): boolean => a !== undefined && b !== undefined && a.name === b.name && a.size === b.size
  while (kept < outputs.length && same(inputs[kept], outputs[kept])) kept++
  const added = outputs.slice(kept)
  const base = place(inputs, kept)
  const call = `ops.${opcode}(${['py', ...operands, 'arg', 'frame'].join(', ')})`
  if (added.length === 0) lines.push(call, ...(base === 'sp' ? [] : [`sp = ${base}`]))
  else if (added.length === 1 && added[0]?.form === 'value') lines.push(`const value = ${call} as Value`, `sp = ${base} + 1`, 's[sp - 1] = value')
  else {
    lines.push(`const several = ${call} as readonly Value[]`, `sp = ${base}`, 'for (let i = 0; i < several.length; i++) s[sp++] = several[i]')
  }
  return lines
}


const imports = `import { PyBaseException } from '../data/exception.ts'
import type { PyDict } from '../data/dict.ts'
import type { PyFrame } from '../data/frame.ts'
import { typeOf } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { closeIterator } from '../protocols/owned.ts'
import { invariant, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { buildMap } from './calls.ts'
import { handlers as ops } from './ops/index.ts'
import { callExit } from './raising.ts'
import { unboundLocal } from './unbound.ts'
import { mergeKeywords, unpackWithRest } from './unpack.ts'`

/** The whole file; `loop` are the instructions that `run` does itself. */
export function emitRare(template: Template, loop: ReadonlySet<number>, source: string): string {
  const w = new Writer()
  w.line(imports).line()
  w.line('/** Do one instruction in a frame whose `ip` is stored; the new top of its stack. */')
  w.block('export function rare(code: number, py: Thread, frame: PyFrame, s: (Value | undefined)[], sp: number, arg: number): number {', () => {
    w.block('switch (code) {', () => {
      for (const [name, instruction] of Object.entries(instructions) as [string, Instruction][]) {
        if (!(name in real) || name === 'ENTER_EXECUTOR' || loop.has(instruction.code) || name === 'BINARY_OP' || name === 'COMPARE_OP') continue
        const body = template.get(name) ?? handlerCase(name, instruction)
        w.block(`case ${instruction.code}: {`, () => {
          w.line(`// ${name}`)
          for (const line of body) if (line !== 'SAVE') w.line(line.replace('SAVE; ', '').replace(/\bTypeError_\b/g, 'PyTypeError'))
          w.line('return sp')
        }, '}')
      }
      w.block(`case ${SPLIT.DROP_ITERATOR}: {`, () => {
        for (const line of template.get('DROP_ITERATOR') ?? []) w.line(line)
        w.line('return sp')
      }, '}')
      w.line('default: invariant(false, `no such instruction: ${code}`)')
    }, '}')
    w.line('return sp')
  }, '}')
  return header('loop', source) + w.toString()
}
