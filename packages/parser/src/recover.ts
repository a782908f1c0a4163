// A tree for broken source: what does not lex or parse is left out, and its errors are kept.
import type * as ast from '@pellucid/ast'
import { recoverTape } from '@pellucid/lexer'
import type { TapeOptions, TokenTape } from '@pellucid/lexer'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { checkDepth, Diagnostician } from './diagnose/index.ts'
import { openWindow } from './parse.ts'
import type { ParseOptions } from './parse.ts'
import { parseFile } from './start-rules.ts'
import { deliverWarnings } from './warning-delivery.ts'
import type { Window } from './window.ts'

/** A module whose faulty statements are left out. */
export interface RecoveredModule extends ast.Module {
  /** What is wrong with the source, in its order; empty when nothing is. */
  readonly errors: readonly (PySyntaxError | PyCompileError)[]
}

/** A block of statements that parsed, within a statement that may not. */
interface Block {
  readonly depth: number
  /** The token behind it. */
  readonly end: number
  readonly body: readonly ast.stmt[]
}

/** What a window keeps in order to pass over faults. */
export class Faults {
  readonly errors: (PySyntaxError | PyCompileError)[] = []
  /** Blocks of the statements under way: what is left of one that turns out not to parse. */
  readonly blocks: Block[] = []
  /** Statements in a place that cannot hold them, such as below a `case` that does not parse. */
  stray: ast.stmt[] = []
  /** Blocks that are open. */
  depth = 0
  /** For the first token of a statement the token behind it: nobody needs to look into it again. */
  private readonly ends: Int32Array
  private readonly diagnostician: Diagnostician
  private readonly known = new Set<string>()

  constructor(tape: TokenTape, options: ParseOptions) {
    this.ends = new Int32Array(tape.count)
    this.diagnostician = new Diagnostician(tape, options, this.ends)
  }

  /** Keeps CPython's error for the statement, or the `case` block, that begins at a token. */
  report(token: number, rule: 'statement' | 'case_block' = 'statement'): void {
    this.add(this.diagnostician.errorAt(token, rule))
  }

  add(error: unknown): void {
    if (!(error instanceof PySyntaxError || error instanceof PyCompileError)) return
    const key = error instanceof PySyntaxError ? `${error.lineno} ${error.offset} ${error.msg}` : error.msg
    if (this.known.has(key)) return
    this.known.add(key)
    this.errors.push(error)
  }

  /** The statement from one token to another is dealt with. */
  close(start: number, end: number): void {
    this.ends[start] = end
  }
}

/** Parses a text as far as it can be parsed. */
export function parseRecovering(
  text: string, tapeOptions: TapeOptions, options: ParseOptions, undecodable?: PySyntaxError,
): RecoveredModule {
  const { tape, errors } = recoverTape(text, tapeOptions)
  const p = openWindow(tape, options)
  const faults = new Faults(tape, options)
  faults.add(undecodable)
  for (const error of errors) faults.add(error)
  p.faults = faults
  const tree = parseFile(p)
  if (p.deep) faults.add(depthError(tape, options))
  warn(p, tape, options)
  const found = faults.errors.sort((a, b) => lineOf(a) - lineOf(b))
  return Object.defineProperty(tree, 'errors', { value: found, enumerable: false }) as RecoveredModule
}

/** What CPython says of a tree that is nested too deeply for it. */
function depthError(tape: TokenTape, options: ParseOptions): unknown {
  try {
    checkDepth(tape, 'exec', options)
    return undefined
  } catch (error) {
    return error
  }
}

/** Hands on the warnings; one that is to be raised is an error like any other. */
function warn(p: Window, tape: TokenTape, options: ParseOptions): void {
  try {
    deliverWarnings(tape, p.warnings, options.onWarning, 0, tape.count)
  } catch (error) {
    p.faults?.add(error)
  }
}

function lineOf(error: PySyntaxError | PyCompileError): number {
  return error instanceof PySyntaxError ? (error.lineno ?? 0) : 0
}
