// The answers of an interpreter to rows, one line of Python each. A row that hangs or kills costs that row alone: the rest is
// asked of a new process.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const evaluate = fileURLToPath(new URL('../../probes/calls/evaluate.py', import.meta.url))
const patience = 120_000

export type Command = readonly [string, ...string[]]

interface Heard {
  readonly text: string
  readonly error: string
  readonly hung: boolean
}

/** Runs a command on a text; it is ended when it says nothing for too long. */
function hear([file, ...before]: Command, args: readonly string[], input: string): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: '', LC_ALL: 'C.UTF-8' }
    const child = spawn(file, [...before, '-s', '-X', 'utf8', ...args], { env })
    const heard: Buffer[] = []
    let error = ''
    let hung = false
    const end = () => {
      hung = true
      child.kill('SIGKILL')
    }
    let watch = setTimeout(end, patience)
    child.stdout.on('data', (data: Buffer) => {
      heard.push(data)
      clearTimeout(watch)
      watch = setTimeout(end, patience)
    })
    child.stderr.on('data', (data: Buffer) => (error = (error + data.toString()).slice(-2000)))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(watch)
      resolve({ text: Buffer.concat(heard).toString(), error, hung })
    })
  })
}

/** What `python ARGS` prints, line by line. */
export async function linesOf(command: Command, args: readonly string[]): Promise<string[]> {
  const { text, error } = await hear(command, args, '')
  if (text === '' && error !== '') throw new Error(error)
  return text.split('\n').filter((line) => line !== '')
}

/** One answer a row. */
export async function answersOf(command: Command, rows: readonly string[]): Promise<string[]> {
  const answers: string[] = []
  while (answers.length < rows.length) {
    const { text, error, hung } = await hear(command, [evaluate, String(answers.length)], rows.join('\n'))
    const before = answers.length
    const ended = text.split('\n')
    const unfinished = ended.pop()
    for (const line of ended) answers.push(line.slice(line.indexOf('\t') + 1))
    if (answers.length === rows.length) break
    if (answers.length === before && unfinished === '') throw new Error(`no answer: ${error}`)
    answers.push(hung ? 'hangs' : `kills: ${error.trimEnd().split('\n').at(-1)?.slice(0, 200)}`)
  }
  return answers
}
