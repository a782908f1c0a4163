// The answers of an interpreter to rows, one line each, given by a probe that is told at which row to begin. A row that hangs or kills costs that row alone: the rest is
// asked of a new process.
import { spawn } from 'node:child_process'

const patience = 120_000
/** Rows are chosen by trying many, and written all at once. */
const patienceWithRows = 3_600_000

export type Command = readonly [string, ...string[]]

interface Heard {
  readonly text: string
  readonly error: string
  readonly hung: boolean
}

/** Runs a command on a text; it is ended when it says nothing for `patience` milliseconds. */
function hear([file, ...before]: Command, args: readonly string[], input: string, patience: number): Promise<Heard> {
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
  const { text, error, hung } = await hear(command, args, '', patienceWithRows)
  if (hung || (text === '' && error !== '')) throw new Error(`${args.join(' ')}: ${hung ? 'hangs' : error}`)
  return text.split('\n').filter((line) => line !== '')
}

/** One answer a row; `quiet`: milliseconds without any after which a row hangs. */
export async function answersOf(command: Command, probe: string, rows: readonly string[], quiet = patience): Promise<string[]> {
  const answers: string[] = []
  while (answers.length < rows.length) {
    const { text, error, hung } = await hear(command, [probe, String(answers.length)], rows.join('\n'), quiet)
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
