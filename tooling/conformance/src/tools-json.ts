// Whether what `--json` prints is whole: the text of the tool, or the tree, can be made of it again, and of it alone.
import { compare, fromJson, type Json, type mod } from '@pellucid/ast'
import { compileTree, renderSymbols, symtableTree } from '@pellucid/compiler'
import { renderDis } from '@pellucid/dis'
import { renderTokens, tokenize } from '@pellucid/lexer'
import { parse } from '@pellucid/parser'
import { reprText } from '@pellucid/primitives'
import { characterByName } from '@pellucid/primitives/unicode-names'

interface TokenJson {
  readonly type: string
  readonly exactType: string
  readonly string: string
  readonly start: readonly [number, number]
  readonly end: readonly [number, number]
}

interface TableJson {
  readonly type: string
  readonly name: string
  readonly nested: boolean
  readonly symbols: readonly { readonly name: string; readonly scope: string; readonly flags: readonly string[] }[]
  readonly children: readonly TableJson[]
}

interface CodeJson {
  readonly name: string
  readonly file: string
  readonly firstLine: number
  readonly instructions: readonly {
    readonly opname: string
    readonly arg: number | null
    readonly argrepr: string
    readonly offset: number
    readonly startsLine: boolean
    readonly lineNumber: number | null
    readonly jumpTarget: number | null
  }[]
  readonly exceptionTable: readonly { start: number; end: number; target: number; depth: number; lasti: boolean }[]
  readonly children: readonly CodeJson[]
}

function tokensText(tokens: readonly TokenJson[], exact: boolean): string {
  return tokens.map(({ type, exactType, string, start, end }) => {
    const range = `${start.join()}-${end.join()}:`
    const shown = reprText(string)
    return `${range.padEnd(20)}${(exact ? exactType : type).padEnd(15)}${shown}${' '.repeat(Math.max(0, 15 - [...shown].length))}\n`
  }).join('')
}

function tableText(table: TableJson, filename: string, level = 0): string {
  const indent = '    '.repeat(level)
  const what = table.type === 'module' ? `from file ${reprText(filename)}` : reprText(table.name)
  const symbols = table.symbols.map(({ name, scope, flags }) => `    ${indent}${scope} symbol ${reprText(name)}: ${flags.join(', ')}\n`)
  const children = table.children.map((child) => tableText(child, filename, level + 1))
  return `${indent}symbol table for ${table.nested ? 'nested ' : ''}${table.type} ${what}:\n${symbols.join('')}\n${children.join('')}`
}

/** Targets of jumps and borders of the exception table are numbered in order. */
function labelsOf({ instructions, exceptionTable }: CodeJson): Map<number, number> {
  const offsets = new Set<number>()
  for (const { jumpTarget } of instructions) if (jumpTarget !== null) offsets.add(jumpTarget)
  for (const { start, end, target } of exceptionTable) for (const offset of [start, end, target]) offsets.add(offset)
  return new Map([...offsets].sort((a, b) => a - b).map((offset, index) => [offset, index + 1]))
}

function codeText(code: CodeJson): string {
  const labels = labelsOf(code)
  const starts = code.instructions.filter(({ startsLine }) => startsLine).map(({ lineNumber }) => lineNumber)
  const most = Math.max(-1, ...starts.filter((line) => line !== null && line !== 0).map(Number))
  const width = most === -1 ? 0 : Math.max(3, String(most).length, starts.includes(null) ? 4 : 0)
  let text = ''
  for (const { opname, arg, argrepr, offset, startsLine, lineNumber } of code.instructions) {
    if (width > 0 && startsLine && offset > 0) text += '\n'
    const label = labels.get(offset)
    const line = !startsLine ? '' : lineNumber === null ? '  --' : String(lineNumber)
    const fields = [
      ...(width > 0 ? [line.padStart(width)] : []), (label === undefined ? '' : `L${label}:`).padStart(4 + String(labels.size).length), '   ', opname.padEnd(20),
      ...(arg === null ? [] : [String(arg).padStart(5 - Math.max(0, opname.length - 20)), ...(argrepr === '' ? [] : [`(${argrepr})`])]),
    ]
    text += `${fields.join(' ').trimEnd()}\n`
  }
  const rows = code.exceptionTable.map(({ start, end, target, depth, lasti }) =>
    `  L${labels.get(start)} to L${labels.get(end)} -> L${labels.get(target)} [${depth}]${lasti ? ' lasti' : ''}\n`)
  if (rows.length > 0) text += `ExceptionTable:\n${rows.join('')}`
  for (const child of code.children) {
    text += `\nDisassembly of <code object ${child.name} at 0x0, file "${child.file}", line ${child.firstLine}>:\n${codeText(child)}`
  }
  return text
}

type Check = (document: never, bytes: Uint8Array, filename: string) => boolean

const zeroed = (text: string): string => text.replaceAll(/ at 0x[0-9a-f]+/g, ' at 0x0')

const treeOf = (bytes: Uint8Array, filename: string, typeComments = false) =>
  parse(bytes, { filename, typeComments, characterNames: characterByName })

const checks: Readonly<Record<string, Check>> = {
  tokens: (document: readonly TokenJson[], bytes) =>
    [false, true].every((exact) => tokensText(document, exact) === renderTokens(tokenize(bytes), { exact })),
  ast: (document: Json, bytes, filename) => compare(fromJson(document) as mod, treeOf(bytes, filename, true), { attributes: true }),
  symtable: (document: TableJson, bytes, filename) =>
    tableText(document, filename) === renderSymbols(symtableTree(treeOf(bytes, filename), filename)),
  dis: (document: CodeJson, bytes, filename) =>
    zeroed(codeText(document)) === zeroed(renderDis(compileTree(treeOf(bytes, filename), filename))),
}

/** What is wrong with a document; undefined when nothing is. */
export function jsonFault(tool: string, text: string, bytes: Uint8Array, filename: string): string | undefined {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    return `no JSON: ${(error as Error).message}`
  }
  return checks[tool]?.(document as never, bytes, filename) === true ? undefined : 'the document does not give the text back'
}
