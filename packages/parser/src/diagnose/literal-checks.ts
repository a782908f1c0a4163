// Literals in a source that does not parse: their errors count, their values do not.
import type { CharacterNames, EscapeFault } from '../literals/escapes.ts'
import { decodeText } from '../literals/escapes.ts'
import { invalidEscapeMessage } from '../literals/escape-warning.ts'
import { parseNumber } from '../literals/numbers.ts'
import { readString } from '../literals/string-token.ts'
import { TokenKind } from '@pellucid/lexer'
import { Complex, digitLimit } from '@pellucid/primitives'
import type { Actions } from './peg-actions.ts'
import type { PegMachine, PegNode, PegValue } from './peg-machine.ts'

export class LiteralChecks {
  private readonly actions: Actions
  private readonly names: CharacterNames | undefined

  constructor(actions: Actions, names: CharacterNames | undefined) {
    this.actions = actions
    this.names = names
  }

  private text(token: number): string {
    const { tape } = this.actions
    return tape.source.slice(tape.start[token], tape.end[token])
  }

  number(machine: PegMachine, token: number): PegValue {
    const { tape, featureVersion } = this.actions
    const text = this.text(token)
    if (parseNumber(text, featureVersion) === undefined) {
      if (featureVersion < 6 && text.includes('_')) {
        const message = 'Underscores in numeric literals are only supported in Python 3.6 and greater'
        this.actions.atLast(machine, message)
      }
      const digits = text.replaceAll('_', '').length
      const message =
        `Exceeds the limit (${digitLimit.maximum} digits) for integer string conversion: value has ${digits} ` +
        'digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge ' +
        'integer literals to avoid decimal conversion limits.'
      const line = tape.line[token] as number
      this.actions.throwAt(machine, message, { line, column: 0, endLine: line, endColumn: 0 })
    }
    return machine.tokenNode(token, 'Constant')
  }

  /** Whether a number literal is imaginary. */
  isImaginary(token: number): boolean {
    return parseNumber(this.text(token), 13) instanceof Complex
  }

  string(machine: PegMachine, token: number): PegNode {
    const read = readString(this.text(token), this.names, this.actions.tape.escaped)
    if ('kind' in read) {
      if (read.kind === 'ascii') {
        const node = machine.tokenNode(token)
        this.actions.atNodes(machine, node, node, 'bytes can only contain ASCII literal characters')
      }
      this.decodeError(machine, read)
    }
    if (read.invalid >= 0) this.warn(machine, token, read.content, read.invalid)
    const type = read.value instanceof Uint8Array ? 'Bytes' : 'Constant'
    return { type, start: token, end: token, parts: [] }
  }

  /** Text of an f-string, warned of at the line of `token`. */
  fstringText(machine: PegMachine, part: number, token: number): void {
    const content = this.text(part)
    if (!content.includes('\\')) return
    const decoded = decodeText(content, this.names)
    if ('kind' in decoded) this.decodeError(machine, decoded)
    if (decoded.invalid >= 0) this.warn(machine, token, content, decoded.invalid)
  }

  private decodeError(machine: PegMachine, fault: EscapeFault): never {
    return this.actions.atLast(machine, `(${fault.kind} error) ${fault.message}`)
  }

  private warn(machine: PegMachine, token: number, content: string, invalid: number): void {
    if (machine.invalidRules) return
    const { tape, featureVersion, warnings } = this.actions
    const message = invalidEscapeMessage(content, invalid, tape.kind[token] !== TokenKind.STRING)
    if (message === undefined) return
    const lineno = tape.line[token] as number
    const category = featureVersion >= 12 ? 'SyntaxWarning' : 'DeprecationWarning'
    warnings.push({ category, message, lineno, filename: tape.filename, token })
  }
}
