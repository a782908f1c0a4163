// `pnpm conformance snippets DIR`: recorded requests to compile() with CPython's answers, as gzipped JSON lists:
// snippets_valid (a digest of the code or the tree), syntax_errors (the error), syntax_warnings (one warning).
// A native CPython, if there is one, also prints each error; and what promises.ts says of broken sources is held up.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dump, type mod } from '@pellucid/ast'
import { compileTree, explainTree } from '@pellucid/compiler'
import { dumpsCode } from '@pellucid/marshal'
import { compileFlags } from '@pellucid/opcode-spec'
import { ask, oracleKind } from '@pellucid/oracle'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { ansiPalette, PyCompileError, PySyntaxError } from '@pellucid/source'
import type { Warned } from './ours.ts'
import { lossless, recovered } from './promises.ts'
import { Tally } from './tally.ts'

interface Row {
  readonly source?: string
  readonly source_b64?: string
  readonly mode: 'exec' | 'eval' | 'single' | 'func_type'
  readonly flags?: number
  readonly optimize?: number
  readonly feature_version?: number
  readonly test: string
}

interface ValidRow extends Row {
  readonly ok: 'code' | 'ast'
  readonly sha: string
}

interface ErrorRow extends Row {
  readonly type: string
  readonly msg: string
  readonly lineno?: number | null
  readonly offset?: number | null
  readonly end_lineno?: number | null
  readonly end_offset?: number | null
  readonly text?: string | null
}

interface WarningRow extends Row {
  readonly category: string
  readonly msg: string
  readonly lineno: number
}

const filename = '<test>'
const { PyCF_DONT_IMPLY_DEDENT, PyCF_TYPE_COMMENTS, PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_ONLY_AST } = compileFlags
const CO_FUTURE_BARRY_AS_BDFL = 0x400000
/** The bit of PyCF_OPTIMIZED_AST that PyCF_ONLY_AST lacks. */
const OPTIMIZED = 0x8000

function rows<T>(folder: string, name: string): readonly T[] {
  const file = join(folder, `${name}.json.gz`)
  return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as T[]) : []
}

const sourceOf = (row: Row) => row.source ?? Buffer.from(row.source_b64 ?? '', 'base64')

/** What compile() does with a request: flags decide how the parser reads. */
function treeOf(row: Row, onWarning?: (warning: Warned) => void): mod {
  const { flags = 0, mode, feature_version } = row
  const source = sourceOf(row)
  const has = (flag: number) => (flags & flag) !== 0
  return parse(source, {
    mode,
    filename,
    typeComments: has(PyCF_TYPE_COMMENTS),
    dontImplyDedent: has(PyCF_DONT_IMPLY_DEDENT),
    allowIncompleteInput: has(PyCF_ALLOW_INCOMPLETE_INPUT),
    onlyAst: has(PyCF_ONLY_AST),
    barryAsBdfl: has(CO_FUTURE_BARRY_AS_BDFL),
    characterNames: characterByName,
    ...(feature_version !== undefined && feature_version >= 0 && { featureVersion: feature_version }),
    ...(onWarning && { onWarning }),
  })
}

/** The tree as text, or the code as bytes. A tree was dumped when the answer was recorded: dump's errors count. */
function compileRow(row: Row, onWarning?: (warning: Warned) => void): string | Uint8Array {
  const { flags = 0, optimize = 0 } = row
  const tree = treeOf(row, onWarning)
  const textOf = (shown: mod) => dump(shown, { includeAttributes: true })
  if ((flags & OPTIMIZED) !== 0) return textOf(explainTree(tree, filename, { optimize: Math.max(optimize, 0) }).folded)
  if ((flags & PyCF_ONLY_AST) !== 0) return textOf(tree)
  const code = compileTree(tree, filename, {
    flags,
    optimize: Math.max(optimize, 0),
    ...(onWarning && { onWarning }),
  })
  return dumpsCode(code)
}

const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
/** A row is known by its test and its request, wherever it stands. */
const nameOf = ({ test, source, source_b64, mode, flags = 0 }: Row) =>
  `${test}#${digest(JSON.stringify([source ?? source_b64, mode, flags])).slice(0, 8)}`
const shown = (row: Row) => JSON.stringify(row.source ?? row.source_b64).slice(0, 100)

function describe(error: unknown): string {
  if (error instanceof PySyntaxError) {
    const { name, msg, lineno, offset, endLineno, endOffset, text } = error
    return JSON.stringify([name, msg, lineno, offset, endLineno, endOffset, text])
  }
  if (error instanceof PyCompileError) return JSON.stringify([error.name, error.msg])
  return `our bug: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ')}`
}

function checkValid(row: ValidRow): string | undefined {
  try {
    return digest(compileRow(row)) === row.sha ? undefined : `${row.ok} differs for ${row.mode} ${shown(row)}`
  } catch (error) {
    return `${row.mode} ${shown(row)}\n    ours     ${describe(error)}`
  }
}

function checkError(row: ErrorRow): string | undefined {
  const { type, msg, lineno = null, offset = null, end_lineno = null, end_offset = null, text = null } = row
  const isSyntax = 'lineno' in row
  const wanted = JSON.stringify(isSyntax ? [type, msg, lineno, offset, end_lineno, end_offset, text] : [type, msg])
  let got = 'compiles'
  try {
    compileRow(row)
  } catch (error) {
    got = describe(error)
  }
  return got === wanted ? undefined : `${row.mode} ${row.flags ?? 0} ${shown(row)}\n    ours     ${got}\n    cpython  ${wanted}`
}

function checkWarning(row: WarningRow): string | undefined {
  const seen: string[] = []
  try {
    compileRow(row, ({ category, message, lineno }) => void seen.push(JSON.stringify([category, message, lineno])))
  } catch {
    // A warning may come before an error; only the warning counts here.
  }
  const wanted = JSON.stringify([row.category, row.msg, row.lineno])
  return seen.includes(wanted) ? undefined : `${shown(row)}\n    ours     ${seen.join(' ')}\n    cpython  ${wanted}`
}

/** What CPython prints for each row, and what `codeFrame` gives, without and with colours. */
async function checkPrinted(errors: readonly ErrorRow[], tally: Tally): Promise<void> {
  if (oracleKind() !== 'native') return
  for (const colour of [false, true]) {
    const answers = await ask(errors.map((row) => ({
      ...row, stage: 'printed', filename, colour,
      feature_version: [3, row.feature_version ?? -1] as const,
    })))
    for (const [index, row] of errors.entries()) {
      const wanted = answers[index]?.text ?? ''
      if (wanted === '') continue
      let got = 'compiles'
      try {
        compileRow(row)
      } catch (error) {
        got = error instanceof PySyntaxError ? error.codeFrame(colour ? ansiPalette : undefined) : describe(error)
      }
      const detail = got === wanted ? undefined : `${shown(row)}\n    ours     ${JSON.stringify(got)}\n    cpython  ${JSON.stringify(wanted)}`
      tally.record(colour ? 'errors in colour' : 'printed errors', `${row.test}#${index}`, detail)
    }
  }
}

/** Runs all rows of a folder. */
export async function runSnippets(folder: string): Promise<Tally> {
  const tally = new Tally()
  const each = <T extends Row>(name: string, label: string, check: (row: T) => string | undefined) =>
    rows<T>(folder, name).forEach((row) => tally.record(label, nameOf(row), check(row)))
  each<ValidRow>('snippets_valid', 'valid snippets', checkValid)
  each<ErrorRow>('syntax_errors', 'syntax errors', checkError)
  each<WarningRow>('syntax_warnings', 'syntax warnings', checkWarning)
  for (const name of ['syntax_errors', 'snippets_valid']) {
    each<Row>(name, 'recovered', (row) => recovered(sourceOf(row)))
    each<Row>(name, 'lossless', (row) => lossless(sourceOf(row)))
  }
  await checkPrinted(rows<ErrorRow>(folder, 'syntax_errors'), tally)
  return tally
}
