// The inspecting commands and their options.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { pellucidVersion } from '../help.ts'
import { showTree, type AstOptions } from './ast.ts'
import { compilePaths, type InvalidationMode } from './compile.ts'
import { showBytecode, type DisOptions } from './dis.ts'
import { asFailure } from './errors.ts'
import { explain } from './explain.ts'
import { showPipeline } from './pipeline.ts'
import { showPyc, type PycOptions } from './pyc.ts'
import { showSymbols } from './symtable.ts'
import { showTokens, type TokenOptions } from './tokens.ts'

function wholeNumber(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('it must be a whole number.')
  return Number(text)
}

interface CompileFlags {
  readonly output?: string
  readonly O?: boolean
  readonly OO?: boolean
  readonly invalidationMode: InvalidationMode
  readonly quiet?: boolean
  readonly explain?: boolean
}

/** Builds the program; `done` receives the status of a command that has one of its own. */
function newProgram(done: (status: number) => void): Command {
  const program = new Command('pellucid')
    .description('Look inside Python programs. `pellucid FILE` runs one; `pellucid -h` says how.')
    .version(pellucidVersion, '--pellucid-version', 'the version of pellucid')
    .exitOverride()
    .showHelpAfterError('(add --help for the options)')

  program
    .command('tokens')
    .description('the tokens of a program, as `python -m tokenize` prints them')
    .argument('[file]', 'a file, or - for stdin', '-')
    .option('-e, --exact', 'show operators by their exact types')
    .option('--json', 'print JSON')
    .action((file: string, options: TokenOptions) => showTokens(file, options))

  program
    .command('ast')
    .description('the syntax tree, as `python -m ast` prints it')
    .argument('[file]', 'a file, or - for stdin', '-')
    .addOption(new Option('-m, --mode <mode>', 'what to parse').choices(['exec', 'single', 'eval', 'func_type']).default('exec'))
    .option('--no-type-comments', 'leave type comments out')
    .option('-a, --include-attributes', 'show line numbers and columns')
    .option('-i, --indent <n>', 'spaces a level is indented by', wholeNumber, 3)
    .option('--json', 'print JSON')
    .action((file: string, options: AstOptions) => showTree(file, options))

  program
    .command('symtable')
    .description('the symbol tables, as `python -m symtable` prints them')
    .argument('[files...]', 'files, or - for stdin', ['-'])
    .option('--json', 'print JSON')
    .action((files: string[], options: { json?: boolean }) => showSymbols(files, options))

  program
    .command('dis')
    .description('the bytecode, as `python -m dis` prints it')
    .argument('[file]', 'a file, or - for stdin', '-')
    .option('-C, --show-caches', 'show inline caches')
    .option('-O, --show-offsets', 'show the offset of each instruction')
    .option('--json', 'print JSON')
    .action((file: string, options: DisOptions) => showBytecode(file, options))

  program
    .command('compile')
    .description('write .pyc files, byte for byte those of CPython 3.13')
    .argument('<paths...>', 'files, or folders with everything below them')
    .option('-o, --output <dir>', 'put the files there instead of __pycache__')
    .option('-O', 'leave out assert statements')
    .option('--OO', '(or -OO) leave out docstrings too')
    .addOption(
      new Option('--invalidation-mode <mode>', 'how Python tells that a file is out of date')
        .choices(['timestamp', 'checked-hash', 'unchecked-hash'])
        .default('timestamp'),
    )
    .option('-q, --quiet', 'say nothing but errors')
    .option('--explain', 'print what each pass of the compiler changes, and write nothing')
    .action((paths: string[], flags: CompileFlags) => {
      const { O, OO, explain: explaining, ...rest } = flags
      const optimize = OO ? 2 : O ? 1 : 0
      if (explaining) paths.forEach((path) => explain(path, optimize))
      else done(compilePaths(paths, { ...rest, optimize }))
    })

  program
    .command('pyc')
    .description('what a .pyc file holds')
    .argument('<file>', 'a .pyc file, or - for stdin')
    .option('--hex', 'the bytes as well')
    .option('--dis', 'the bytecode as well')
    .option('--json', 'print JSON')
    .action((file: string, options: PycOptions) => showPyc(file, options))

  program
    .command('pipeline')
    .description('every stage of a small program, one under another')
    .argument('[file]', 'a file, or - for stdin', '-')
    .action((file: string) => showPipeline(file))

  for (const command of program.commands) command.exitOverride().showHelpAfterError('(add --help for the options)')
  return program
}

/** Runs one inspecting command; answers the exit status. */
export function inspect(args: readonly string[]): number {
  let status = 0
  try {
    newProgram((own) => (status = own)).parse(args.map((arg) => (arg === '-OO' ? '--OO' : arg)), { from: 'user' })
    return status
  } catch (error) {
    // commander has printed what is wrong, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const failure = asFailure(error)
    if (failure === undefined) throw error
    process.stderr.write(`${failure.message}\n`)
    return failure.status
  }
}
