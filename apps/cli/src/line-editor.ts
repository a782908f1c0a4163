// Lines of an interactive session: editing and history by node:readline, on the main thread. The terminal is given
// back after each line, so that the program's own input() finds it as it expects.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LineAnswer } from './channel.ts'

const LIMIT = 1000

/** PYTHON_HISTORY, else a file of our own in the home folder's cache. */
function historyFile(): string {
  const named = process.env['PYTHON_HISTORY']
  if (named !== undefined && named !== '') return named
  const base = process.env['XDG_CACHE_HOME']
  return join(base !== undefined && base !== '' ? base : join(os.homedir(), '.cache'), 'pellucid', 'history')
}

/** Newest first, as readline keeps them. */
let history: string[] | undefined

function loadHistory(): string[] {
  try {
    return readFileSync(historyFile(), 'utf8').split('\n').filter((line) => line !== '').reverse().slice(0, LIMIT)
  } catch {
    return []
  }
}

function saveHistory(lines: readonly string[]): void {
  try {
    mkdirSync(dirname(historyFile()), { recursive: true })
    writeFileSync(historyFile(), `${[...lines].reverse().join('\n')}\n`)
  } catch {
    // A session without a history file is still a session.
    return
  }
}

/** Lines that came with an earlier one, pasted or typed ahead, and the start of one that has no end yet. */
const waiting: string[] = []
let begun = ''

/** The terminal, silent while what belongs to later prompts comes in. */
function gatedOutput(isOpen: () => boolean): NodeJS.WriteStream {
  const write = (...args: Parameters<typeof process.stdout.write>): boolean => !isOpen() || process.stdout.write(...args)
  return Object.create(process.stdout, { write: { value: write } }) as NodeJS.WriteStream
}

/** Read one line from the terminal, then answer. */
export function editLine(prompt: string, reply: (answer: LineAnswer) => void): void {
  const ahead = waiting.shift()
  if (ahead !== undefined) {
    process.stdout.write(`${prompt}${ahead}\n`)
    reply({ kind: 'line', line: ahead, interrupted: false })
    return
  }
  history ??= loadHistory()
  let answered: LineAnswer | undefined
  const output = gatedOutput(() => answered === undefined)
  const editor = createInterface({ input: process.stdin, output, terminal: true, prompt, history, historySize: LIMIT, removeHistoryDuplicates: true, tabSize: 4 })
  const finish = (answer: LineAnswer): void => {
    if (answered !== undefined) return
    answered = answer
    // The rest of what came in is read before the editor closes.
    setImmediate(() => {
      history = [...(editor as unknown as { history: string[] }).history]
      if (!answer.interrupted) begun = editor.line
      editor.close()
      process.stdin.pause()
      reply(answer)
      if (answer.line !== undefined && !answer.interrupted) saveHistory(history)
    })
  }
  editor.on('history', (lines: string[]) => (history = [...lines]))
  editor.on('line', (line) => {
    if (answered !== undefined) waiting.push(line)
    else finish({ kind: 'line', line, interrupted: false })
  })
  editor.on('SIGINT', () => {
    process.stdout.write('\n')
    begun = ''
    waiting.length = 0
    finish({ kind: 'line', line: '', interrupted: true })
  })
  editor.on('close', () => finish({ kind: 'line', line: undefined, interrupted: false }))
  editor.prompt()
  if (begun !== '') editor.write(begun)
  begun = ''
}
