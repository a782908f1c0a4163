// `pnpm conformance front`: every stage of the front end against CPython, on the library and on our own mistakes; and
// what else the front end promises its users (promises.ts), on the same files.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ask, freshPayloads, oracleKind, type OracleRequest } from '@pellucid/oracle'
import { firstDifference } from './difference.ts'
import { checkErrors, recordErrors } from './errors.ts'
import { archivedFiles, libraryFiles, type LibraryFile } from './files.ts'
import { stages, type Request } from './ours.ts'
import { explained, lossless, recovered, recoveredBroken, verified } from './promises.ts'
import { recordedDigest, writeRecord } from './record.ts'
import { Tally } from './tally.ts'

type StageName = keyof typeof stages

interface Question {
  readonly stage: StageName
  readonly label: string
  readonly optimize?: number
  readonly oracle: Omit<OracleRequest, 'digest'>
}

/** Each line of the result, and how both sides are asked for it. */
const questions: readonly Question[] = [
  { stage: 'tokens', label: 'tokens', oracle: { stage: 'tokens' } },
  { stage: 'exact tokens', label: 'exact tokens', oracle: { stage: 'tokens', exact: true } },
  { stage: 'ast', label: 'ast', oracle: { stage: 'ast' } },
  { stage: 'ast tool', label: 'ast tool', oracle: { stage: 'ast', indent: 3, attributes: false } },
  { stage: 'unparse', label: 'unparse', oracle: { stage: 'unparse' } },
  { stage: 'symtable', label: 'symtable', oracle: { stage: 'symtable' } },
  { stage: 'code', label: 'code', oracle: { stage: 'code' } },
  { stage: 'code', label: 'code -O', optimize: 1, oracle: { stage: 'code', optimize: 1 } },
  { stage: 'code', label: 'code -OO', optimize: 2, oracle: { stage: 'code', optimize: 2 } },
  { stage: 'dis', label: 'dis', oracle: { stage: 'dis' } },
]

const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

function ours(stage: StageName, request: Request): { data: string | Uint8Array } | { error: Error } {
  try {
    return { data: stages[stage](request) }
  } catch (error) {
    return { error: error as Error }
  }
}

function sourceOf(file: LibraryFile): Pick<OracleRequest, 'path' | 'source_b64' | 'filename'> {
  if (file.onDisk) return { path: file.filename }
  return { source_b64: Buffer.from(file.read()).toString('base64'), filename: file.filename }
}

/** CPython's answers to the chosen questions about a file: a digest, or an error's name. */
type Judge = (file: LibraryFile, chosen: readonly Question[]) => Promise<readonly Verdict[]>
type Verdict = { readonly digest: string } | { readonly refused: string }

const live: Judge = async (file, chosen) => {
  const answers = await ask(chosen.map((question) => ({ ...question.oracle, ...sourceOf(file), digest: true })))
  return answers.map(({ digest: found, error }) =>
    found === undefined ? { refused: `${error?.type}: ${error?.message}` } : { digest: found },
  )
}

const recorded: Judge = async (file, chosen) =>
  chosen.map(({ label }) => {
    const found = recordedDigest(label, file.name)
    return found === undefined ? { refused: 'an error' } : { digest: found }
  })

async function compareFile(file: LibraryFile, tally: Tally, chosen: readonly Question[], judge: Judge): Promise<void> {
  const waiting = judge(file, chosen)
  const bytes = file.read()
  const mine = chosen.map(({ stage, optimize = 0 }) => ours(stage, { bytes, filename: file.filename, optimize }))
  const verdicts = await waiting
  for (const [index, question] of chosen.entries()) {
    const result = mine[index]!
    const verdict = verdicts[index]!
    const { label } = question
    // The library holds files with mistakes on purpose; both sides refusing is agreement here.
    if ('refused' in verdict) {
      if ('data' in result) tally.record(label, file.name, `CPython raises ${verdict.refused}`)
    } else if ('error' in result) {
      tally.record(label, file.name, `${result.error.name}: ${result.error.message.split('\n')[0]}`)
    } else if (digest(result.data).startsWith(verdict.digest)) tally.record(label, file.name, undefined)
    else tally.record(label, file.name, await explain(question, sourceOf(file), result.data as string))
  }
}

/** The same accidents happen to a file whichever others are looked at. */
const seedOf = (name: string): number => [...name].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65521, 0)

type Promised = (bytes: Uint8Array, file: LibraryFile) => string | undefined

/** Lines of the result that need no judge. */
const promises: Readonly<Record<string, Promised>> = {
  lossless: (bytes) => lossless(bytes),
  recovery: (bytes) => recovered(bytes),
  'recovery, broken': (bytes, { name }) => recoveredBroken(bytes, seedOf(name)),
  explained: (bytes, { filename }) => explained(bytes, filename),
  verified: (bytes, { filename }) => verified(bytes, filename),
}

function checkPromises(files: readonly LibraryFile[], tally: Tally, wants: (label: string) => boolean, say: (text: string) => void): void {
  const wanted = Object.entries(promises).filter(([label]) => wants(label))
  if (wanted.length === 0) return
  for (const [index, file] of files.entries()) {
    const bytes = file.read()
    for (const [label, check] of wanted) tally.record(label, file.name, check(bytes, file))
    say(`${index + 1}/${files.length} ${file.name}`)
  }
}

async function explain(question: Question, source: object, mine: string): Promise<string> {
  if (oracleKind() !== 'native') return 'not what was recorded; pnpm diverge with a native CPython 3.13 shows where'
  const [answer] = await ask([{ ...question.oracle, ...source }])
  const difference = firstDifference(mine, answer?.text ?? '')
  if (difference === undefined) return 'differs, but not when asked again'
  return `line ${difference.line}\n    ours     ${difference.ours}\n    cpython  ${difference.cpython}`
}

async function comparePayloads(files: readonly LibraryFile[], tally: Tally): Promise<void> {
  const payloads = await freshPayloads(files.map(({ filename }) => ({ path: filename, name: filename })))
  for (const [index, file] of files.entries()) {
    const theirs = payloads[index]
    if (theirs === undefined) continue
    const result = ours('pyc', { bytes: readFileSync(file.filename), filename: file.filename })
    if ('error' in result) tally.record('pyc', file.name, `${result.error.name}: ${result.error.message.split('\n')[0]}`)
    else tally.record('pyc', file.name, firstByte(result.data as Uint8Array, theirs))
  }
}

function firstByte(mine: Uint8Array, theirs: Uint8Array): string | undefined {
  for (let at = 0; at < Math.max(mine.length, theirs.length); at++) {
    if (mine[at] === theirs[at]) continue
    const show = (bytes: Uint8Array) => Buffer.from(bytes.subarray(Math.max(0, at - 8), at + 16)).toString('hex')
    return `byte ${at}\n    ours     ${show(mine)}\n    cpython  ${show(theirs)}`
  }
  return undefined
}

export interface FrontOptions {
  /** Every n-th file of the archive against recorded answers, instead of everything against CPython. */
  readonly sample: boolean
  /** Only lines with these labels; all when empty. */
  readonly only: readonly string[]
  /** Only files whose name contains one of these; all when empty. */
  readonly names: readonly string[]
}

const sampleEvery = 5

function chooseFiles({ sample, names }: FrontOptions): LibraryFile[] {
  const files = sample ? archivedFiles().filter((_, index) => index % sampleEvery === 0) : libraryFiles()
  return files.filter((file) => names.length === 0 || names.some((part) => file.name.includes(part)))
}

/** Runs the comparison; `say` receives progress. */
export async function runFront(options: FrontOptions, say: (text: string) => void): Promise<Tally> {
  const { sample, only } = options
  const tally = new Tally()
  const files = chooseFiles(options)
  const wants = (label: string) => only.length === 0 || only.includes(label)
  const chosen = questions.filter((question) => wants(question.label))
  // Two files are under way at a time: CPython works on one while we work on the other.
  let next = 0
  const worker = async () => {
    while (chosen.length > 0 && next < files.length) {
      const file = files[next++]!
      await compareFile(file, tally, chosen, sample ? recorded : live)
      say(`${next}/${files.length} ${file.name}`)
    }
  }
  await Promise.all([worker(), worker()])
  if (wants('pyc') && !sample && oracleKind() === 'native') await comparePayloads(files, tally)
  checkPromises(files, tally, wants, say)
  if (wants('errors') || wants('warnings')) await checkErrors(tally, sample)
  return tally
}

/** Asks CPython about every file of the archive and keeps the digests. */
export async function recordFront(say: (text: string) => void): Promise<void> {
  const answers: Record<string, Record<string, string>> = {}
  for (const file of archivedFiles()) {
    const verdicts = await live(file, questions)
    for (const [index, { label }] of questions.entries()) {
      const verdict = verdicts[index]!
      if ('digest' in verdict) (answers[label] ??= {})[file.name] = verdict.digest.slice(0, 16)
    }
    say(file.name)
  }
  writeRecord(answers)
  await recordErrors()
}
