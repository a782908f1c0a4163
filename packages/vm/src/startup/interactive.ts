// A session: statements are read, run and answered one at a time (Python/pythonrun.c: PyRun_InteractiveLoop). A
// statement is complete when the parser does not ask for more; a block ends with an empty line.
import type { PyCode } from '../data/code.ts'
import { PyBaseException } from '../data/exception.ts'
import type { PyModule } from '../data/module.ts'
import { isSubtype } from '../data/type.ts'
import { newBytes } from '../data/bytes.ts'
import { narrowStr, newStr, None } from '../data/values.ts'
import { compileSource } from '../modules/builtins/evaluation.ts'
import { writeError } from '../modules/sys/hooks.ts'
import { HostError } from '../ports/host.ts'
import { callMethod } from '../protocols/call.ts'
import { raise } from '../protocols/raise.ts'
import { KeyboardInterrupt, SystemExit } from '../protocols/exceptions.ts'
import { importModule } from '../protocols/import-module.ts'
import { strText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { reportUncaught } from './finish.ts'

/** A terminal whose lines are edited elsewhere; without it lines come from standard input as they are. */
export interface Console {
  /** Ask for a line: undefined at the end of input; `interrupted` after Ctrl-C. */
  readonly editLine?: (prompt: string) => { readonly line: string | undefined; readonly interrupted: boolean }
  /** What to say first. */
  readonly banner?: string
}

const DONT_IMPLY_DEDENT = 0x200
const ALLOW_INCOMPLETE_INPUT = 0x4000
/** The bits that `from __future__ import …` leaves in a code object: later statements inherit them. */
const FUTURES = 0x1fe0000

const FILENAME = '<stdin>'

/** A line, and whether a newline ended it: the last one of a file may have none. */
interface Line {
  readonly text: string
  readonly ended: boolean
}

/** What standard input gives next; a program may have closed it, which ends it. */
function readByte(into: Uint8Array, py: Thread): number {
  try {
    return py.interpreter.host.files.read(0, into)
  } catch (caught) {
    if (caught instanceof HostError) return 0
    throw caught
  }
}

/** Lines of standard input, one byte at a time from the system: what follows belongs to the program's own input(). */
function readLine(py: Thread): Line | undefined {
  const bytes: number[] = []
  const one = new Uint8Array(1)
  while (readByte(one, py) > 0) {
    bytes.push(one[0] as number)
    if (one[0] === 0x0a) break
  }
  if (py.interpreter.host.interrupted()) py.interpreter.onInterrupt?.(py)
  if (bytes.length === 0) return undefined
  const text = strText(callMethod(newBytes(Uint8Array.from(bytes)), 'decode', [], py), py)
  return { text: text.replace(/\r?\n$/, ''), ended: text.endsWith('\n') }
}

function prompt(name: 'ps1' | 'ps2', py: Thread): string {
  const value = py.interpreter.sys.getStr(name)
  return value === undefined ? '' : strText(value, py)
}

function ask(name: 'ps1' | 'ps2', terminal: Console, py: Thread): Line | undefined {
  const text = prompt(name, py)
  if (terminal.editLine === undefined) {
    writeError(text, py)
    return readLine(py)
  }
  const { line, interrupted } = terminal.editLine(text)
  if (interrupted) raise(KeyboardInterrupt)
  return line === undefined ? undefined : { text: line, ended: true }
}

/** Flushed after each statement, as the next prompt may go to another stream. */
function flush(py: Thread): void {
  for (const name of ['stdout', 'stderr']) {
    const stream = py.interpreter.sys.getStr(name)
    if (stream === undefined || stream === None) continue
    try {
      callMethod(stream, 'flush', [], py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
    }
  }
}

/** The parser could go on: PySyntaxError carries the name of Python's class. */
const isIncomplete = (error: unknown): boolean => (error as { name?: string }).name === '_IncompleteInputError'

interface Session {
  futures: number
  /** The number of what is read now: a blank line and a mistake count as well. */
  statement: number
}

/** Traceback knows that `<stdin>-7` is to be shown as `<stdin>`; errors of the parser name it so at once. */
function compileStatement(source: string, session: Session, flags: number, py: Thread): PyCode {
  const options = { mode: 'single', flags: flags | session.futures, optimize: -1 } as const
  let fromCompiler = false
  const sourceLine = (lineno: number): string | null => {
    fromCompiler = true
    return source.split('\n')[lineno - 1] ?? null
  }
  try {
    return compileSource(source, `${FILENAME}-${session.statement}`, { ...options, sourceLine }, py)
  } catch (caught) {
    if (caught instanceof PyBaseException || isIncomplete(caught) || fromCompiler) throw caught
    return compileSource(source, FILENAME, options, py)
  }
}

/** A bracket or a string goes over blank lines. */
const isOpen = (error: unknown): boolean => /was never closed$|^unterminated triple-quoted/.test((error as { msg?: string }).msg ?? '')

/**
 * The code of what has been read; undefined when more is wanted. A string ends where its last token does, and then the
 * parser seems to want more of `def f(:`; a session's lines end in a newline, behind which it wants nothing: as in
 * `codeop`, both are tried. A blank line ends every block.
 */
function judge(source: string, session: Session, py: Thread): PyCode | undefined {
  if (/\n[ \t\f]*$/.test(source)) {
    try {
      return compileStatement(`${source}\n`, session, 0, py)
    } catch (caught) {
      if (isOpen(caught)) return undefined
      throw caught
    }
  }
  const flags = DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE_INPUT
  try {
    return compileStatement(source, session, flags, py)
  } catch (first) {
    try {
      compileStatement(`${source}\n`, session, flags, py)
    } catch (second) {
      if (isIncomplete(second)) return undefined
      throw second
    }
    if (!isIncomplete(first)) throw first
    return undefined
  }
}

/** Read one statement; undefined at the end of input. */
function readStatement(terminal: Console, session: Session, py: Thread): { source: string; code: PyCode | undefined } | undefined {
  const first = ask('ps1', terminal, py)
  if (first === undefined) return undefined
  if (/^\s*(#.*)?$/.test(first.text)) return { source: '', code: undefined }
  let source = first.text
  let { ended } = first
  for (;;) {
    const code = ended ? judge(source, session, py) : undefined
    if (code !== undefined) return { source, code }
    const next = ask('ps2', terminal, py)
    if (next !== undefined) {
      source += `\n${next.text}`
      ended = next.ended
    } else {
      // At the end of input an open block ends, too.
      if (terminal.editLine === undefined) writeError('\n', py)
      return { source, code: compileStatement(`${source}\n`, session, 0, py) }
    }
  }
}

/** Read and run one statement. False at the end of input. */
function step(terminal: Console, session: Session, py: Thread): boolean {
  session.statement++
  const read = readStatement(terminal, session, py)
  if (read === undefined) return false
  const { source, code } = read
  if (code === undefined) return true
  session.futures |= code.data.flags & FUTURES
  // Tracebacks show lines of the session: linecache is told of them, each statement under a name of its own.
  const key = newStr(`${FILENAME}-${session.statement}`)
  callMethod(importModule('linecache', py), '_register_code', [key, newStr(`${source}\n`), narrowStr(FILENAME)], py)
  const { namespace } = py.interpreter.modules.getStr('__main__') as PyModule
  py.evaluator.runCode(code, namespace, namespace, py)
  return true
}

/** Hold a session until the end of input or SystemExit; the exit status. */
export function interact(terminal: Console, py: Thread): number {
  const { sys } = py.interpreter
  if (sys.getStr('ps1') === undefined) sys.setStr('ps1', narrowStr('>>> '))
  if (sys.getStr('ps2') === undefined) sys.setStr('ps2', narrowStr('... '))
  const session: Session = { futures: 0, statement: -1 }
  for (;;) {
    try {
      if (!step(terminal, session, py)) break
    } catch (caught) {
      const exception = caught instanceof PyBaseException ? caught : py.interpreter.convertError?.(caught, py)
      if (exception === undefined) throw caught
      if (isSubtype(exception.type, SystemExit)) throw exception
      flush(py)
      if (isSubtype(exception.type, KeyboardInterrupt) && exception.traceback === undefined) writeError('\nKeyboardInterrupt\n', py)
      else reportUncaught(exception, py)
    }
    flush(py)
  }
  writeError('\n', py)
  return 0
}
