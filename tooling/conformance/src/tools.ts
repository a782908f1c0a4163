// `pnpm conformance tools [--every=N] [NAME…]`: the built command's tokens, ast, symtable and dis against `python -m
// tokenize | ast | symtable | dis`, process against process: text, complaints and status. Each file of the library gets
// one combination of options a tool, in turn; our own mistakes get all; `--json` must hold what the API gives.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askProgram, oracleKind, runProgram, type ProgramResult } from '@pellucid/oracle'
import { firstDifference } from './difference.ts'
import { libraryFiles } from './files.ts'
import { sortSets, sortSymbols } from './ours.ts'
import { Tally } from './tally.ts'
import { jsonFault } from './tools-json.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(root, 'apps/cli/dist/pellucid.js')

interface Tool {
  readonly name: string
  readonly module: string
  readonly options: readonly (readonly string[])[]
}

const tools: readonly Tool[] = [
  { name: 'tokens', module: 'tokenize', options: [[], ['-e'], ['--exact']] },
  {
    name: 'ast',
    module: 'ast',
    options: [
      [], ['-a'], ['-i', '2'], ['-a', '-i', '0'], ['--no-type-comments'], ['-m', 'exec', '-i', '-1'], ['--mode', 'exec', '--indent', '4'],
      ['--include-attributes', '--no-type-comments', '-i', '1'],
    ],
  },
  { name: 'symtable', module: 'symtable', options: [[]] },
  { name: 'dis', module: 'dis', options: [[], ['-C'], ['-O'], ['-C', '-O'], ['--show-caches'], ['--show-offsets']] },
]

/** Frames of the tool itself, and of what starts it: a user of ours has no use for them. */
function withoutFrames(text: string): string {
  return text.replace(/^Traceback \(most recent call last\):\n(?: {2}File "(?:<frozen [^"]*>|[^"]*\/lib\/python3\.13\/[^"]*)", line \d+, in .*\n(?: {4}.*\n)*)+/m, '')
}

function normal(text: string): string {
  return sortSets(sortSymbols(text)).replaceAll(/ at 0x[0-9a-f]+/g, ' at 0x0')
}

/** What differs between two runs. */
function compare(ours: ProgramResult, theirs: ProgramResult): string | undefined {
  const pairs = [
    ['stdout', normal(ours.stdout), normal(theirs.stdout)],
    ['stderr', ours.stderr, withoutFrames(theirs.stderr)],
    ['status', String(ours.status), String(theirs.status)],
  ] as const
  for (const [what, mine, wanted] of pairs) {
    const difference = firstDifference(mine, wanted)
    if (difference !== undefined) return `${what} line ${difference.line}\n    ours     ${difference.ours}\n    cpython  ${difference.cpython}`
  }
  return undefined
}

/** A question to both sides; without a path the source goes to stdin. */
interface Question {
  readonly tool: Tool
  readonly options: readonly string[]
  readonly args: readonly string[]
  readonly stdin?: string
  readonly name: string
}

async function check({ tool, options, args, stdin = '', name }: Question, tally: Tally): Promise<void> {
  const [ours, theirs] = await Promise.all([
    runProgram([process.execPath, built, tool.name], { args: [...options, ...args], stdin }),
    // python -m tokenize reads stdin when no file is named; `-` is a file to it.
    askProgram({ args: ['-m', tool.module, ...options, ...args.filter((arg) => arg !== '-')], stdin }),
  ])
  tally.record(`tool ${tool.name}`, [...options, ...args.filter((arg) => arg === '-'), name].join(' '), compare(ours, theirs))
}

async function checkJson(tool: Tool, path: string, name: string, tally: Tally): Promise<void> {
  const ours = await runProgram([process.execPath, built, tool.name], { args: ['--json', path] })
  const fault = ours.status === 0 ? jsonFault(tool.name, ours.stdout, readFileSync(path), path) : `status ${ours.status}: ${ours.stderr}`
  tally.record(`json ${tool.name}`, name, fault)
}

/** Sources for the modes of `ast`, and mistakes of every kind that a tool can meet. */
const snippets: Readonly<Record<string, string | Buffer>> = {
  'eval.py': 'a + (yield)\n',
  'statement.py': 'if a:\n    b\n\n',
  'type.py': '(int, *str, **Any) -> float\n',
  'comment.py': 'x = 1 # type: int\nfor a in b: # type: str\n    pass\n',
  'empty.py': '',
  'no-newline.py': 'x = 1',
  'syntax.py': 'x = 1\ny = = 2\n',
  'indent.py': 'if x:\n  a\n b\n',
  'tabs.py': 'if x:\n        a\n\tb\n',
  'string.py': 'x = "abc\n',
  'bracket.py': 'f(\n',
  'symbol.py': 'def f():\n    x\n    global x\n',
  'return.py': 'return 1\n',
  'null.py': 'x = 1\nx = "\0"\n',
  'not-utf-8.py': Buffer.from('x = "\xe9"\n', 'latin1'),
  'unknown-encoding.py': '# coding: foo\nx = 1\n',
  'ascii.py': Buffer.from('# coding: ascii\nx = "\xe9"\n', 'latin1'),
  'latin-1.py': Buffer.from('# coding: latin-1\nx = "\xe9"\n', 'latin1'),
  'bom.py': '\ufeffx = "é"\n',
  'bom-latin-1.py': '\ufeff# coding: latin-1\nx = 1\n',
  'crlf.py': 'if x:\r\n    a\r\n',
  'escape.py': 'x = "\\d"\n',
  'is.py': 'x is 1\nassert (x, 1)\n',
  'deep.py': `${'('.repeat(201)}${')'.repeat(201)}\n`,
}

function corpusQuestions(folder: string): Question[] {
  const files = [
    ...Object.keys(snippets).map((name) => ({ name, path: name })),
    ...readdirSync(join(root, 'corpus/errors')).filter((name) => name.endsWith('.py')).map((name) => ({ name: `errors/${name}`, path: join(root, 'corpus/errors', name) })),
    { name: 'a missing file', path: 'missing.py' },
    { name: 'a folder', path: folder },
  ]
  const questions: Question[] = files.flatMap(({ name, path }) => tools.map((tool) => ({ tool, options: [], args: [path], name })))
  for (const [name, source] of Object.entries(snippets)) {
    if (typeof source === 'string') for (const tool of tools) questions.push({ tool, options: [], args: ['-'], stdin: source, name })
  }
  const [, ast, symtable] = tools as readonly [Tool, Tool, Tool]
  for (const [mode, name] of [['eval', 'eval.py'], ['single', 'statement.py'], ['func_type', 'type.py'], ['eval', 'syntax.py'], ['func_type', 'eval.py']] as const) {
    questions.push({ tool: ast, options: ['-m', mode], args: [name], name })
  }
  questions.push({ tool: ast, options: ['--no-type-comments'], args: ['comment.py'], name: 'comment.py' })
  questions.push({ tool: symtable, options: [], args: ['statement.py', 'symbol.py', 'eval.py'], name: 'several files' })
  return questions
}

async function inTurns<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      await work(items[index] as T, index)
    }
  }
  await Promise.all([worker(), worker()])
}

/** Runs the comparison on every n-th file of the library, and on our own mistakes. */
export async function runTools(every: number, names: readonly string[], say: (text: string) => void): Promise<Tally | undefined> {
  if (oracleKind() !== 'native') return undefined
  if (!existsSync(built)) throw new Error('apps/cli is not built: npm start, or pnpm --filter @pellucid/cli build')
  const tally = new Tally()
  const folder = mkdtempSync(join(tmpdir(), 'pellucid-tools-'))
  const back = process.cwd()
  try {
    for (const [name, source] of Object.entries(snippets)) writeFileSync(join(folder, name), source)
    process.chdir(folder)
    const chosen = (name: string) => names.length === 0 || names.some((part) => name.includes(part))
    await inTurns(corpusQuestions(folder).filter(({ name }) => chosen(name)), (question) => check(question, tally))
    const files = libraryFiles().filter((file, index) => file.onDisk && index % every === 0 && chosen(file.name))
    await inTurns(files, async (file, index) => {
      say(`${index + 1}/${files.length} ${file.name}`)
      for (const tool of tools) {
        const options = tool.options[index % tool.options.length] as readonly string[]
        const asStdin = index % 3 === 2
        const stdin = asStdin ? { args: ['-'], stdin: readFileSync(file.filename, 'utf8') } : { args: [file.filename] }
        await check({ tool, options, ...stdin, name: file.name }, tally)
        await checkJson(tool, file.filename, file.name, tally)
      }
    })
  } finally {
    process.chdir(back)
    rmSync(folder, { recursive: true, force: true })
  }
  return tally
}
