// Lines of an interactive session: editing and history by node:readline, on the main thread. The terminal is given
// back after each line, so that the program's own input() finds it as it expects.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answer } from './channel.ts'

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

/** Read one line from the terminal, then answer. */
export function editLine(prompt: string, reply: (answer: Answer) => void): void {
  history ??= loadHistory()
  const editor = createInterface({ input: process.stdin, output: process.stdout, terminal: true, prompt, history, historySize: LIMIT, removeHistoryDuplicates: true, tabSize: 4 })
  let answered = false
  const finish = (answer: Answer): void => {
    if (answered) return
    answered = true
    history = [...(editor as unknown as { history: string[] }).history]
    editor.close()
    process.stdin.pause()
    reply(answer)
  }
  editor.on('history', (lines: string[]) => (history = [...lines]))
  editor.on('line', (line) => {
    finish({ line, interrupted: false })
    saveHistory(history ?? [])
  })
  editor.on('SIGINT', () => {
    process.stdout.write('\n')
    finish({ line: '', interrupted: true })
  })
  editor.on('close', () => finish({ line: undefined, interrupted: false }))
  editor.prompt()
}
