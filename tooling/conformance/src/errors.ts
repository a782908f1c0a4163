// Errors and warnings on our own corpus: type, message, place and text against CPython's.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask, type OracleAnswer } from '@pellucid/oracle'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { codeOf, type Request, type Warned } from './ours.ts'
import type { Tally } from './tally.ts'

const corpus = fileURLToPath(new URL('../../../corpus/', import.meta.url))
const record = new URL('../recorded/errors.json', import.meta.url)

/** What an attempt to compile ends in. */
export interface Verdict {
  readonly error: string
  readonly warnings: string
}

const facts = (...values: unknown[]) => JSON.stringify(values.map((value) => value ?? null))

/** Our verdict. */
export function ourVerdict(request: Request): Verdict {
  const warned: Warned[] = []
  const onWarning = (warning: Warned) => void warned.push(warning)
  let error = ''
  try {
    codeOf({ ...request, onWarning })
  } catch (raised) {
    if (raised instanceof PySyntaxError) {
      const { name, msg, lineno, offset, endLineno, endOffset, text } = raised
      error = facts(name, msg, lineno, offset, endLineno, endOffset, text)
    } else if (raised instanceof PyCompileError) error = facts(raised.name, raised.msg)
    else error = `our bug: ${(raised as Error).stack?.split('\n').slice(0, 2).join(' ')}`
  }
  return { error, warnings: facts(...warned.map((one) => [one.category, one.message, one.lineno])) }
}

/** CPython's verdict, from an answer of the oracle. */
export function theirVerdict({ error, warnings = [] }: OracleAnswer): Verdict {
  const shown = warnings.map((one) => [one.category, one.message, one.lineno])
  if (error === undefined) return { error: '', warnings: facts(...shown) }
  const isSyntax = error.msg !== undefined
  const text = isSyntax
    ? facts(error.type, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
    : facts(error.type, error.message)
  return { error: text, warnings: facts(...shown) }
}

interface Program {
  readonly name: string
  readonly path: string
}

function programs(): Program[] {
  return ['errors', 'programs'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => ({ name: `${folder}/${name}`, path: join(corpus, folder, name) })),
  )
}

/**
 * What CPython says of each program, in order. The parser's errors show the text it holds, so it gets one in memory;
 * the compiler holds none and shows the file's line.
 */
async function askVerdicts(paths: readonly Program[]): Promise<Verdict[]> {
  const source = (path: string) => readFileSync(path).toString('base64')
  const fromMemory = await ask(
    paths.map(({ name, path }) => ({ stage: 'code', source_b64: source(path), filename: `<${name}>`, digest: true })),
  )
  const fromFile = await ask(paths.map(({ path }) => ({ stage: 'code', path, digest: true })))
  const holdsText = ({ error }: OracleAnswer) => error === undefined || (error.text ?? null) !== null
  return fromMemory.map((answer, index) => theirVerdict(holdsText(answer) ? answer : fromFile[index]!))
}

/** Keeps what CPython says, for machines without it. */
export async function recordErrors(): Promise<void> {
  const paths = programs()
  const verdicts = await askVerdicts(paths)
  const kept = Object.fromEntries(paths.map(({ name }, index) => [name, verdicts[index]]))
  writeFileSync(record, `${JSON.stringify(kept, null, 1)}\n`)
}

/** Compares both verdicts on every program of the corpus. */
export async function checkErrors(tally: Tally, recorded: boolean): Promise<void> {
  const paths = programs()
  const kept = recorded ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, Verdict>) : {}
  const verdicts = recorded ? paths.map(({ name }) => kept[name]) : await askVerdicts(paths)
  for (const [index, { name, path }] of paths.entries()) {
    const ours = ourVerdict({ bytes: readFileSync(path), filename: path })
    const theirs = verdicts[index] ?? { error: 'not recorded: pnpm conformance record', warnings: '' }
    const compare = (label: 'error' | 'warnings') =>
      ours[label] === theirs[label] ? undefined : `\n    ours     ${ours[label]}\n    cpython  ${theirs[label]}`
    if (theirs.error !== '' || ours.error !== '') tally.record('errors', name, compare('error'))
    tally.record('warnings', name, compare('warnings'))
  }
}
