// Why a source does not parse: runs CPython's grammar over the tokens, in CPython's order, until an error is
// raised.
import type { TokenTape } from '@pellucid/lexer'
import { TokenKind } from '@pellucid/lexer'
import { PySyntaxError } from '@pellucid/source'
import type { ParseMode, ParseOptions } from '../parse.ts'
import { deliverWarnings } from '../warning-delivery.ts'
import type { PendingWarning } from '../window.ts'
import { grammar } from './grammar.ts'
import { buildGrammar } from './peg-builder.ts'
import type { Rule } from './peg-builder.ts'
import { Actions } from './peg-actions.ts'
import { PegMachine } from './peg-machine.ts'
import { lineOf, syntaxError, textFrom, tokenizerState, tokenRange } from './place.ts'

const startRules = { exec: 'file', single: 'interactive', eval: 'eval', func_type: 'func_type' } as const

let rules: ReadonlyMap<string, Rule> | undefined

function ruleNamed(name: string): Rule {
  rules ??= buildGrammar(grammar)
  return rules.get(name) as Rule
}

function newActions(tape: TokenTape, options: ParseOptions): Actions {
  const { featureVersion = 13, barryAsBdfl = false, characterNames } = options
  return new Actions(tape, { featureVersion, characterNames }, barryAsBdfl)
}

function prepare(tape: TokenTape, options: ParseOptions, mark: number, statementEnds?: Int32Array) {
  const actions = newActions(tape, options)
  return { actions, machine: new PegMachine(tape, actions, mark, statementEnds) }
}

/** What the productions found out about a source that they refused. */
export interface Survey {
  /** First token of the top-level statement in which they gave up. */
  readonly mark: number
  /**
   * For the first token of a statement that parsed, the token behind its last; negative when it holds
   * a type alias, in which the second pass can find fault.
   */
  readonly statementEnds: Int32Array
  /** As `mark`, for the second pass. */
  readonly secondMark: number
  readonly warnings: readonly PendingWarning[]
}

/** Throws CPython's error for a source that the productions refused. */
export function diagnose(tape: TokenTape, mode: ParseMode, options: ParseOptions, survey: Survey): never {
  const { mark, secondMark, statementEnds } = survey
  const { actions, machine } = prepare(tape, options, mark, statementEnds)
  const rule = ruleNamed(startRules[mode])
  const found = attempt(machine, rule)
  const read = machine.fill
  const warned = actions.warnings.length
  deliverWarnings(tape, union(survey.warnings, actions.warnings), options.onWarning, 0, read)
  if (options.allowIncompleteInput === true && endOfSource(tape, read)) throw incompleteInput(tape, read)
  const { error, readOn } = decide(tape, machine, rule, secondMark, found)
  const seen = readOn ? tape.count : machine.fill
  deliverWarnings(tape, actions.warnings.slice(warned), options.onWarning, read, seen)
  throw error
}

/** Finds the errors of single statements. */
export class Diagnostician {
  private readonly tape: TokenTape
  private readonly actions: Actions
  private readonly statementEnds: Int32Array

  /** `statementEnds`, which may still grow, says which statements are dealt with: see `Survey`. */
  constructor(tape: TokenTape, options: ParseOptions, statementEnds: Int32Array) {
    this.tape = tape
    this.actions = newActions(tape, options)
    this.statementEnds = statementEnds
  }

  /** CPython's error for what begins at token `mark`. */
  errorAt(mark: number, name: 'statement' | 'case_block'): unknown {
    const machine = new PegMachine(this.tape, this.actions, mark, this.statementEnds)
    const rule = ruleNamed(name)
    return decide(this.tape, machine, rule, mark, attempt(machine, rule)).error
  }
}

/** An error, and whether CPython read the whole source before it chose it. */
interface Verdict {
  readonly error: unknown
  readonly readOn: boolean
}

/** The second pass, and which of several errors counts; `found` is the first pass's. */
function decide(tape: TokenTape, machine: PegMachine, rule: Rule, mark: number, found: unknown): Verdict {
  const read = machine.fill
  if (found === undefined) {
    machine.restart(mark)
    found = attempt(machine, rule)
  }
  const { fill } = machine
  if (found !== undefined && !(found instanceof PySyntaxError)) return { error: found, readOn: false }
  if (found !== undefined && (tape.kind[fill - 1] === TokenKind.ERRORTOKEN || endOfSource(tape, fill))) {
    return { error: found, readOn: false }
  }
  const last = tape.kind[read - 1]
  if (found === undefined && (last === TokenKind.INDENT || last === TokenKind.DEDENT)) {
    const message = last === TokenKind.INDENT ? 'unexpected indent' : 'unexpected unindent'
    const error = syntaxError(tape, fill, 'IndentationError', message, tokenRange(tape, fill, fill - 1))
    return { error, readOn: false }
  }
  return { error: tokenizerError(tape, fill) ?? found ?? generic(tape, fill, read - 1), readOn: true }
}

function union(some: readonly PendingWarning[], others: readonly PendingWarning[]): PendingWarning[] {
  const key = ({ token, message, lineno }: PendingWarning): string => `${token} ${lineno} ${message}`
  const known = new Set(some.map(key))
  return [...some, ...others.filter((warning) => !known.has(key(warning)))]
}

function attempt(machine: PegMachine, rule: Rule): unknown {
  try {
    machine.run(rule)
    return undefined
  } catch (error) {
    return error
  }
}

/** The error that asks for more text. */
function incompleteInput(tape: TokenTape, fill: number): PySyntaxError {
  const { error } = tape
  const inLiteral = tape.kind[fill - 1] === TokenKind.ERRORTOKEN && tape.ending !== 'eof'
  if (inLiteral && error instanceof PySyntaxError) {
    const { filename, lineno, offset } = error
    const text = textFrom(tape, lineno ?? 1)
    const place = { filename, lineno, offset, endLineno: lineno, endOffset: -1, text }
    return new PySyntaxError('_IncompleteInputError', 'incomplete input', place)
  }
  const range = tokenRange(tape, fill, fill - 1)
  return syntaxError(tape, fill, '_IncompleteInputError', 'incomplete input', range)
}

/**
 * Whether the tokenizer has looked at the character behind a token: behind strings it does so for empty ones
 * only.
 */
function looksAhead(tape: TokenTape, token: number): boolean {
  const kind = tape.kind[token]
  if (kind === TokenKind.FSTRING_END) return tape.kind[token - 1] === TokenKind.FSTRING_START
  if (kind !== TokenKind.STRING) return true
  const text = tape.source.slice(tape.start[token], tape.end[token])
  return /^[A-Za-z]*(?:''|"")$/.test(text)
}

/** Whether the tokenizer has met the end of the source, alone or within a literal. */
function endOfSource(tape: TokenTape, fill: number): boolean {
  const token = fill - 1
  const kind = tape.kind[token]
  if (kind === TokenKind.ERRORTOKEN) return ['eof', 'eofs', 'eols'].includes(tape.ending)
  return (tape.end[token] as number) >= tape.limit && looksAhead(tape, token)
}

/** The error that reading on to the end of the source would raise. */
function tokenizerError(tape: TokenTape, fill: number): unknown {
  if (tape.error === undefined || endsInFString(tape)) return undefined
  switch (tape.ending) {
    case 'error':
    case 'eofs':
    case 'eols':
    case 'decode':
      return tape.error
    default: {
      const open = tape.openBrackets.at(-1)
      if (open === undefined || (tape.line[fill - 1] as number) <= open.line) return undefined
      const range = { line: open.line, column: open.column + 1, endLine: open.line, endColumn: 0 }
      return syntaxError(tape, tape.count, 'SyntaxError', `'${open.bracket}' was never closed`, range)
    }
  }
}

/** No rule had anything particular to say: the error is at the last token of the first pass. */
function generic(tape: TokenTape, fill: number, token: number): unknown {
  const range = {
    line: lineOf(tape, token),
    column: (tape.column[token] as number) + 1,
    endLine: tape.limit === 0 ? 0 : (tape.endLine[token] as number),
    endColumn: (tape.endColumn[token] as number) + 1,
  }
  return syntaxError(tape, fill, 'SyntaxError', 'invalid syntax', range)
}

/** Throws CPython's MemoryError when a source that parses is nested deeper than its parser could follow. */
export function checkDepth(tape: TokenTape, mode: ParseMode, options: ParseOptions): void {
  const { machine } = prepare(tape, options, 0)
  machine.run(ruleNamed(startRules[mode]))
}

/**
 * Throws when more than one statement stands where one interactive statement is wanted; `fill` tokens were
 * read.
 */
export function checkSingle(tape: TokenTape, fill: number): void {
  const { cursor } = tokenizerState(tape, fill)
  const rest = tape.source.slice(cursor, tape.limit).replace(/#[^\n]*/g, '')
  if (/^[ \t\n\f]*$/.test(rest)) return
  const message = 'multiple statements found while compiling a single statement'
  throw syntaxError(tape, fill, 'SyntaxError', message, tokenRange(tape, fill, fill - 1))
}

/** Errors in the expressions of an f-string that never ends are worth more than its missing end. */
function endsInFString(tape: TokenTape): boolean {
  let depth = 0
  for (let token = 0; token < tape.count; token++) {
    const kind = tape.kind[token]
    if (kind === TokenKind.FSTRING_START) depth++
    else if (kind === TokenKind.FSTRING_END) depth--
  }
  return depth > 0
}
