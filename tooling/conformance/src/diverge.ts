// `pnpm diverge FILE`: the first stage at which we and CPython differ, side by side.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ask, closeOracle, type OracleRequest } from '@pellucid/oracle'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { ourVerdict, theirVerdict } from './errors.ts'
import { stages } from './ours.ts'

const order: readonly (readonly [keyof typeof stages, Omit<OracleRequest, 'path'>])[] = [
  ['tokens', { stage: 'tokens', exact: false }],
  ['ast', { stage: 'ast', indent: 2 }],
  ['symtable', { stage: 'symtable' }],
  ['dis', { stage: 'dis' }],
  ['code', { stage: 'code' }],
  ['pyc', { stage: 'marshal' }],
]

const width = 78
const context = 4

function sideBySide(ours: string, cpython: string): string {
  const left = ours.split('\n')
  const right = cpython.split('\n')
  const first = left.findIndex((line, index) => line !== right[index])
  const at = first < 0 ? left.length : first
  const rows = [`${'ours'.padEnd(width)} │ CPython`]
  for (let index = Math.max(0, at - context); index <= at + context; index++) {
    const [a = '', b = ''] = [left[index], right[index]]
    rows.push(`${a.slice(0, width).padEnd(width)} ${a === b ? '│' : '≠'} ${b.slice(0, width)}`)
  }
  return `line ${at + 1}\n${rows.join('\n')}`
}

/** The tree tool of `stages` has no indentation; here a reader wants one node a line. */
function ours(stage: keyof typeof stages, path: string): string {
  const request = { bytes: readFileSync(path), filename: path }
  const result = stage === 'ast' ? stages['ast lines'](request) : stages[stage](request)
  return typeof result === 'string' ? result : hexLines(result)
}

function hexLines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').replaceAll(/.{64}/g, '$&\n')
}

async function diverge(path: string): Promise<number> {
  const [verdict] = await ask([{ stage: 'code', path, digest: true }])
  const theirs = theirVerdict(verdict!)
  const mine = ourVerdict({ bytes: readFileSync(path), filename: path })
  if (theirs.error !== mine.error) {
    console.log(`errors differ\nours     ${mine.error || 'compiles'}\nCPython  ${theirs.error || 'compiles'}`)
    return 1
  }
  if (theirs.warnings !== mine.warnings) {
    console.log(`warnings differ\nours     ${mine.warnings}\nCPython  ${theirs.warnings}`)
    return 1
  }
  if (theirs.error !== '') return say('both refuse it with the same error')
  for (const [stage, question] of order) {
    const [answer] = await ask([{ ...question, path }])
    const cpython = answer?.text ?? hexLines(Buffer.from(answer?.bytes ?? '', 'base64'))
    const text = ours(stage, path)
    if (text === cpython) {
      console.log(`${stage}: equal`)
      continue
    }
    console.log(`${stage}: differs at ${sideBySide(text, cpython)}`)
    return 1
  }
  return 0
}

function say(text: string): number {
  console.log(text)
  return 0
}

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: pnpm diverge FILE')
  process.exitCode = 2
} else {
  try {
    process.exitCode = await diverge(resolve(process.env.INIT_CWD ?? '.', file))
  } catch (error) {
    if (!(error instanceof PySyntaxError) && !(error instanceof PyCompileError)) throw error
    console.log(`ours raises ${error.name}: ${error.msg}`)
    process.exitCode = 1
  } finally {
    closeOracle()
  }
}
