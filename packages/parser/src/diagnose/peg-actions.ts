// What an alternative does when it matches: makes a node, or throws the error its directive in `grammar.ts`
// words.
import type { TokenTape } from '@pellucid/lexer'
import { PyCompileError } from '@pellucid/source'
import type { SyntaxErrorName } from '@pellucid/source'
import { bracketLevels, expressionName } from './expression-names.ts'
import { LiteralChecks } from './literal-checks.ts'
import type { PegActions, PegMachine, PegNode, PegValue } from './peg-machine.ts'
import { cursorColumn, syntaxError, tokenizerState, tokenRange } from './place.ts'
import type { ByteRange } from './place.ts'
import { specialActions } from './special-actions.ts'
import type { CharacterNames } from '../literals/escapes.ts'
import type { PendingWarning } from '../window.ts'

/** The options that decide what is an error. */
export interface DiagnosisSettings {
  readonly featureVersion: number
  readonly characterNames: CharacterNames | undefined
}

export class Actions implements PegActions {
  readonly tape: TokenTape
  readonly featureVersion: number
  readonly literals: LiteralChecks
  readonly warnings: PendingWarning[] = []
  readonly barryAsBdfl: boolean
  private levels: Int32Array | undefined = undefined

  constructor(tape: TokenTape, settings: DiagnosisSettings, barryAsBdfl: boolean) {
    this.tape = tape
    this.featureVersion = settings.featureVersion
    this.barryAsBdfl = barryAsBdfl
    this.literals = new LiteralChecks(this, settings.characterNames)
  }

  /** The brackets open behind a token. */
  bracketLevel(token: number): number {
    this.levels ??= bracketLevels(this.tape)
    return this.levels[token] as number
  }

  act(machine: PegMachine, action: string, start: number, values: readonly PegValue[]): PegValue {
    if (action.startsWith('!')) return this.raise(machine, action, values)
    if (action.startsWith('$')) {
      const [name, ...operands] = action.slice(1).split(' ') as [string, ...string[]]
      const special = specialActions[name]
      if (special === undefined) throw new Error(`no action ${name}`)
      return special(this, machine, { start, values, operands })
    }
    const [, type, version, what] = /^(\w+)(?: v(\d+) (.*))?$/.exec(action) as unknown as string[]
    if (version !== undefined) this.require(machine, Number(version), what as string)
    return this.node(machine, type as string, start, values)
  }

  node(machine: PegMachine, type: string, start: number, parts: readonly PegValue[]): PegNode {
    return { type, start, end: machine.lastToken(), parts }
  }

  /** Throws when the syntax is newer than the version asked for. */
  require(machine: PegMachine, minor: number, what: string): void {
    if (this.featureVersion >= minor) return
    this.atLast(machine, `${what} only supported in Python 3.${minor} and greater`)
  }

  private raise(machine: PegMachine, action: string, values: readonly PegValue[]): never {
    const text = action.slice(action.indexOf(' ') + 1)
    const place = action.slice(1, action.indexOf(' '))
    if (place === '+') return this.atNext(machine, text)
    if (place.startsWith('^')) {
      const head = values[Number(place.slice(1)) - 1] as PegNode | undefined
      const message = head === undefined ? text : text.replace('%d', String(this.tape.line[head.start]))
      return this.atLast(machine, message, 'IndentationError')
    }
    if (place === '') {
      const version = /^v(\d+) (.*)$/.exec(text)
      if (version === null) return this.atLast(machine, text)
      this.require(machine, Number(version[1]), 'Pattern matching is')
      return this.atLast(machine, version[2] as string)
    }
    const [, from, to] = /^@(\d+)(.*)$/.exec(place) as unknown as [string, string, string]
    const first = ends(values[Number(from) - 1])[0]
    const message = text.includes('%s') ? text.replace('%s', expressionName(first)) : text
    if (to === '..') return this.startingFrom(machine, first, message)
    const last = to === '' ? first : ends(values[Number(to.slice(1)) - 1])[1]
    return this.atNodes(machine, first, last, message)
  }

  /** An error over the range of two nodes. */
  atNodes(machine: PegMachine, first: PegNode, last: PegNode, message: string): never {
    const { tape } = this
    return this.throwAt(machine, message, {
      line: tape.line[first.start] as number,
      column: (tape.column[first.start] as number) + 1,
      endLine: tape.endLine[last.end] as number,
      endColumn: (tape.endColumn[last.end] as number) + 1,
    })
  }

  /** An error from a node to where the tokenizer stands. */
  startingFrom(machine: PegMachine, first: PegNode, message: string): never {
    const { tape } = this
    const state = tokenizerState(tape, machine.fill)
    return this.throwAt(machine, message, {
      line: tape.line[first.start] as number,
      column: (tape.column[first.start] as number) + 1,
      endLine: state.line,
      endColumn: cursorColumn(tape, state),
    })
  }

  /** An error at the last token read. */
  atLast(machine: PegMachine, message: string, name: SyntaxErrorName = 'SyntaxError'): never {
    const range = tokenRange(this.tape, machine.fill, machine.fill - 1)
    throw syntaxError(this.tape, machine.fill, name, message, range)
  }

  /** An error at the token at the mark. */
  atNext(machine: PegMachine, message: string): never {
    machine.readAhead()
    return this.throwAt(machine, message, tokenRange(this.tape, machine.fill, machine.mark))
  }

  throwAt(machine: PegMachine, message: string, range: ByteRange): never {
    throw syntaxError(this.tape, machine.fill, 'SyntaxError', message, range)
  }

  number(machine: PegMachine, token: number): PegValue {
    return this.literals.number(machine, token)
  }

  missing(machine: PegMachine, word: string): never {
    machine.readAhead()
    const node = machine.tokenNode(machine.mark)
    return this.atNodes(machine, node, node, `expected '${word}'`)
  }

  refused(_machine: PegMachine): never {
    throw this.tape.error ?? new PyCompileError('SystemError', 'the tape ends in an error it does not have')
  }
}

/** First and last node of a value. */
function ends(value: PegValue): readonly [PegNode, PegNode] {
  if (!Array.isArray(value)) return [value as PegNode, value as PegNode]
  return [ends(value[0])[0], ends(value[value.length - 1])[1]]
}
