// `pellucid pyc`: what a .pyc file holds.
//
//   f3 0d 0d 0a | flags | mtime and size, or the source's hash | marshalled code
import { codeInfo, renderDis } from '@pellucid/dis'
import { loads, PYC_HEADER_SIZE, readPycHeader, type PycHeader } from '@pellucid/marshal'
import { CodeObject } from '@pellucid/opcode-spec'
import { Failure } from '../failure.ts'
import { codeToJson } from './code-json.ts'
import { print, printJson, readInput } from './input.ts'

export interface PycOptions {
  readonly hex?: boolean
  readonly dis?: boolean
  readonly json?: boolean
}

function describeHeader(header: PycHeader): string {
  if (header.kind === 'timestamp') {
    return `valid while the source keeps mtime ${header.mtime} (${new Date(header.mtime * 1000).toISOString()}) and size ${header.size}`
  }
  const hash = Buffer.from(header.hash).toString('hex')
  return `${header.kind === 'checked-hash' ? 'valid while the source keeps' : 'never checked against'} hash ${hash}`
}

function tree(code: CodeObject, depth: number, lines: string[]): void {
  const { qualname, firstlineno, code: bytes, consts, stacksize } = code
  lines.push(`${'  '.repeat(depth)}${qualname} (line ${firstlineno}): ${bytes.length} bytes, ${consts.length} constants, stack ${stacksize}`)
  for (const value of consts) if (value instanceof CodeObject) tree(value, depth + 1, lines)
}

/** Sixteen bytes a line, with offsets and the printable characters. */
function hexDump(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)]
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${at.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  ${text}`)
  }
  return lines.join('\n')
}

/** Prints header and code of one .pyc file. */
export function showPyc(file: string, options: PycOptions): void {
  const { bytes, name } = readInput(file)
  const header = readPycHeader(bytes, name)
  const code = loads(bytes.subarray(PYC_HEADER_SIZE))
  if (!(code instanceof CodeObject)) throw new Failure(`pellucid: ${name} holds no code object`, 1)
  if (options.json) return printJson({ header, code: codeToJson(code) })
  const lines = [`magic   3571 (CPython 3.13)`, `header  ${describeHeader(header)}`, '', 'code']
  tree(code, 1, lines)
  if (options.hex) lines.push('', hexDump(bytes))
  if (options.dis) lines.push('', codeInfo(code), '', renderDis(code).trimEnd())
  print(`${lines.join('\n')}\n`)
}
