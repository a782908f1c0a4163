// The text of `python -m dis`: columns for line, label, offset, mark, name, argument and its meaning.
import { CodeObject } from '@pellucid/opcode-spec'
import { dis } from './instructions.ts'
import type { CacheEntry, Disassembly, DisOptions, Instruction } from './instructions.ts'
import { reprCode, someAddress } from './values.ts'

/** What the text shows. */
export interface RenderOptions extends DisOptions {
  /** Whether inline caches have lines of their own (`-C`). */
  showCaches?: boolean
  /** Whether each line has its offset (`-O`). */
  showOffsets?: boolean
  /** How many levels of nested code follow; all by default. */
  depth?: number
  /** The offset to mark with an arrow. */
  lasti?: number
}

const nameWidth = 20
const argumentWidth = 5
const noLine = '  --'

interface Layout {
  readonly lineWidth: number
  readonly labelWidth: number
  readonly offsetWidth: number
  readonly showCaches: boolean
}

function lineWidthOf(lineStarts: Disassembly['lineStarts']): number {
  let most = -1
  let missing = false
  for (const line of lineStarts.values()) {
    if (line === null) missing = true
    else if (line !== 0) most = Math.max(most, line)
  }
  if (most === -1) return 0
  const width = Math.max(3, String(most).length)
  return missing ? Math.max(width, noLine.length) : width
}

function lineColumn(instruction: Instruction, width: number): string {
  if (!instruction.startsLine) return ' '.repeat(width)
  return (instruction.lineNumber === null ? noLine : String(instruction.lineNumber)).padStart(width)
}

function instructionLine(instruction: Instruction, layout: Layout, current: boolean): string {
  const fields: string[] = []
  if (layout.lineWidth > 0) fields.push(lineColumn(instruction, layout.lineWidth))
  fields.push((instruction.label === null ? '' : `L${instruction.label}:`).padStart(layout.labelWidth))
  if (layout.offsetWidth > 0) fields.push(String(instruction.offset).padStart(layout.offsetWidth) + '  ')
  fields.push(current ? '-->' : '   ', instruction.opname.padEnd(nameWidth))
  if (instruction.arg !== null) {
    const excess = Math.max(0, instruction.opname.length - nameWidth)
    fields.push(String(instruction.arg).padStart(argumentWidth - excess))
    if (instruction.argrepr !== '') fields.push(`(${instruction.argrepr})`)
  }
  return fields.join(' ').trimEnd() + '\n'
}

const littleEndian = (data: Uint8Array): string =>
  String(data.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n))

const blank = { opname: 'CACHE', arg: 0, startsLine: false, label: null } as const

function cacheLines(instruction: Instruction, layout: Layout): string {
  const line = (offset: number, argrepr: string): string =>
    instructionLine({ ...instruction, ...blank, argrepr, offset }, layout, false)
  let offset = instruction.offset
  let text = ''
  instruction.caches.forEach(({ name, size, data }: CacheEntry) => {
    for (let word = 0; word < size; word++) {
      offset += 2
      text += line(offset, word === 0 ? `${name}: ${littleEndian(data)}` : '')
    }
  })
  return text
}

function exceptionTableText({ exceptionTable, labels }: Disassembly): string {
  if (exceptionTable.length === 0) return ''
  let text = 'ExceptionTable:\n'
  for (const { start, end, target, depth, lasti } of exceptionTable) {
    const labelled = `L${labels.get(start)} to L${labels.get(end)} -> L${labels.get(target)}`
    text += `  ${labelled} [${depth}]${lasti ? ' lasti' : ''}\n`
  }
  return text
}

/** The text of one code object alone (`dis.disassemble`). */
export function renderCode(code: CodeObject, options: RenderOptions = {}): string {
  const disassembly = dis(code, options)
  const layout: Layout = {
    lineWidth: lineWidthOf(disassembly.lineStarts),
    labelWidth: 4 + String(disassembly.labels.size).length,
    offsetWidth: options.showOffsets === true ? String(Math.max(code.code.length - 2, 9999)).length : 0,
    showCaches: options.showCaches ?? false,
  }
  const { lasti = -1 } = options
  let text = ''
  for (const instruction of disassembly.instructions) {
    if (layout.lineWidth > 0 && instruction.startsLine && instruction.offset > 0) text += '\n'
    const current = instruction.offset <= lasti && lasti <= instruction.endOffset - 2
    text += instructionLine(instruction, layout, current)
    if (layout.showCaches) text += cacheLines(instruction, layout)
  }
  return text + exceptionTableText(disassembly)
}

/**
 * The text of a code object and of those inside it: what `python -m dis` prints.
 * @example
 * renderDis(compileTree(parse('1'), 'x.py'))
 * //   0           RESUME                   0
 * //
 * //   1           RETURN_CONST             0 (None)
 */
export function renderDis(code: CodeObject, options: RenderOptions = {}): string {
  const { depth = Infinity, address = someAddress } = options
  // Code objects follow the one that holds them, depth first; a stack of our own, for code that nests deeply.
  const todo: { code: CodeObject; level: number }[] = [{ code, level: 0 }]
  let text = ''
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { code: current, level } = next
    if (level > 0) text += `\nDisassembly of ${reprCode(current, address)}:\n`
    // Only the code that was asked for can be running.
    text += renderCode(current, level === 0 ? options : { ...options, lasti: -1 })
    if (level >= depth) continue
    for (let index = current.consts.length - 1; index >= 0; index--) {
      const inner = current.consts[index]
      if (inner instanceof CodeObject) todo.push({ code: inner, level: level + 1 })
    }
  }
  return text
}
