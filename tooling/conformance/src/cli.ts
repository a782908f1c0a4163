// `pnpm conformance front [--sample] [--only=LABEL] [NAME…]`, `… asthelpers [--sample]`, `… programs [--jit=always|off] [NAME…]`,
// `… calls [--sample]`, `… generated [--sample] [--count=N] [--seed=N]`, `… exchange [NAME…]`, `… libtest [--sample] [NAME…]`, `… tools [--every=N] [NAME…]` and `… snippets DIR`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { closeOracle, oracleKind } from '@pellucid/oracle'
import { runHelpers } from './ast-helpers/command.ts'
import { runCalls } from './calls/command.ts'
import { exchange } from './exchange.ts'
import { recordFront, runFront } from './front.ts'
import { recordGenerated, runGenerated } from './generated/command.ts'
import { libtest, libtestOptions } from './libtest/command.ts'
import { runPrograms } from './programs.ts'
import { writeScore } from './score.ts'
import { runSnippets } from './snippets.ts'
import { runTools } from './tools.ts'

const builder = fileURLToPath(new URL('../../build/src/build-app.mjs', import.meta.url))

const progress = process.stderr.isTTY ? (text: string) => void process.stderr.write(`\r\x1b[K${text}`) : () => {}

async function record(): Promise<number> {
  if (oracleKind() !== 'native') {
    console.error('pnpm conformance record needs a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  await recordFront(progress)
  return 0
}

async function front(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const only = args.filter((arg) => arg.startsWith('--only=')).map((arg) => arg.slice(7))
  const sample = args.includes('--sample')
  const tally = await runFront({ sample, only, names }, progress)
  progress('')
  for (const complaint of tally.complaints) console.log(complaint)
  for (const line of tally.lines()) console.log(line)
  if (tally.failed > 0) console.log(`${tally.failed} unexpected`)
  if (!sample && only.length === 0 && names.length === 0) {
    const judge = oracleKind() === 'native' ? 'native CPython and its Lib, Lib/test included' : 'pyodide and its Lib'
    writeScore('Front end', `\`pnpm conformance front\`, judged by ${judge}: equal / compared.`, tally.lines())
  }
  return tally.failed === 0 ? 0 : 1
}

async function helpers(args: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const [sample, record] = [args.includes('--sample'), args.includes('--record')]
  const labels = args.filter((arg) => !arg.startsWith('--'))
  if (!sample && oracleKind() !== 'native') {
    console.error('pnpm conformance asthelpers needs a native CPython 3.13, or --sample: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  const tally = await runHelpers({ sample, record, labels }, progress)
  progress('')
  for (const complaint of tally.complaints) console.log(complaint)
  for (const line of tally.lines()) console.log(line)
  if (!sample && !record && labels.length === 0) {
    const note = '`pnpm conformance asthelpers`: answers and errors of our packages, and of the machine running Lib/ast.py: equal / compared.'
    writeScore('Helpers of ast', note, tally.lines())
  }
  return tally.failed === 0 ? 0 : 1
}

async function calls(args: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const [sample, record] = [args.includes('--sample'), args.includes('--record')]
  const names = args.filter((arg) => !arg.startsWith('--'))
  if (!sample && oracleKind() !== 'native') {
    console.error('pnpm conformance calls needs a native CPython 3.13, or --sample: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  const score = await runCalls({ sample, record, names }, progress)
  progress('')
  for (const complaint of score.complaints) console.log(complaint)
  for (const line of score.lines) console.log(line)
  if (!sample && !record && names.length === 0) {
    const note = '`pnpm conformance calls`: generated calls of everything built in; same value or same exception: equal / compared.'
    writeScore('Calls', note, score.lines)
  }
  return score.complaints.length === 0 ? 0 : 1
}

async function generated(args: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const sample = args.includes('--sample')
  if (!sample && oracleKind() !== 'native') {
    console.error('pnpm conformance generated needs a native CPython 3.13, or --sample: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  if (args.includes('--record')) {
    await recordGenerated()
    return 0
  }
  // `--count=N` or `--count N`.
  const words = args.flatMap((arg) => arg.split('='))
  const number = (name: string, otherwise: number) => Number(words.includes(`--${name}`) ? words[words.indexOf(`--${name}`) + 1] : otherwise)
  const ways = args.filter((arg) => arg.startsWith('--jit=')).map((arg) => arg.slice('--jit='.length))
  const [count, seed] = [number('count', 1000), number('seed', 1)]
  const score = await runGenerated({ sample, count, seed, ways }, {
    progress: process.stderr.isTTY ? progress : (text) => console.error(text),
    tell(text) {
      progress('')
      console.log(text)
    },
  })
  progress('')
  for (const line of score.lines) console.log(line)
  if (sample && ways.length === 0) {
    const note = '`pnpm conformance generated --sample`: whole programs that a seed makes up; same stdout, stderr and exit status: equal / compared.'
    writeScore('Generated programs', note, score.lines)
  }
  return score.differ === 0 ? 0 : 1
}

async function programs(args: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const names = args.filter((arg) => !arg.startsWith('--'))
  const implementation = args.filter((arg) => arg.startsWith('--jit=')).map((arg) => arg.slice('--'.length))
  const score = await runPrograms({ names, verbose: args.includes('--verbose'), implementation })
  for (const line of score.lines) console.log(line)
  console.log(`programs ${score.agreed}/${score.total}, ${score.expected} known to differ`)
  if (names.length === 0 && implementation.length === 0) {
    const note = '`pnpm conformance programs`: same stdout, stderr and exit status.'
    writeScore('Programs', note, [`programs ${score.agreed}/${score.total}`])
  }
  return score.agreed + score.expected === score.total ? 0 : 1
}

async function exchanged(names: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const score = await exchange(names)
  if (score === undefined) {
    console.error('pnpm conformance exchange needs a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  for (const line of score.lines) console.log(line)
  console.log(`exchange ${score.agreed}/${score.total}, ${score.identical} of the files the same byte for byte`)
  if (names.length === 0) {
    const note = '`pnpm conformance exchange`: examples whose .pyc by CPython runs here and whose .pyc by us runs in CPython, same output.'
    writeScore('Exchange of .pyc files', note, [`exchange ${score.agreed}/${score.total}`])
  }
  return score.agreed === score.total ? 0 : 1
}

async function snippets([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('usage: pnpm conformance snippets DIR')
    return 2
  }
  const tally = await runSnippets(folder)
  for (const complaint of tally.complaints) console.log(complaint)
  for (const line of tally.lines()) console.log(line)
  return tally.failed === 0 ? 0 : 1
}

async function tools(args: readonly string[]): Promise<number> {
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const every = Number(args.find((arg) => arg.startsWith('--every='))?.slice('--every='.length) ?? 20)
  const tally = await runTools(every, args.filter((arg) => !arg.startsWith('--')), progress)
  progress('')
  if (tally === undefined) {
    console.error('pnpm conformance tools needs a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  for (const complaint of tally.complaints) console.log(complaint)
  for (const line of tally.lines()) console.log(line)
  return tally.failed === 0 ? 0 : 1
}

const [command, ...rest] = process.argv.slice(2)
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  front,
  asthelpers: helpers,
  calls,
  generated,
  programs,
  exchange: exchanged,
  libtest: (args) => libtest(libtestOptions(args)),
  record,
  snippets,
  tools,
}
const chosen = commands[command ?? '']
if (chosen === undefined) {
  console.error(`usage: pnpm conformance front [--sample] [--only=LABEL] [NAME...]
       pnpm conformance asthelpers [--sample] [--record] [LABEL...]
       pnpm conformance calls [--sample] [--record] [GROUP...]
       pnpm conformance generated [--sample] [--record] [--count=N] [--seed=N] [--jit=always|default|off]
       pnpm conformance programs [--jit=always|off] [--verbose] [NAME...]
       pnpm conformance exchange [NAME...]
       pnpm conformance libtest [--sample] [--record] [--verbose] [--jobs=N] [--case-seconds=N] [NAME...]
       pnpm conformance snippets DIR
       pnpm conformance tools [--every=N] [NAME...]
       pnpm conformance record`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await chosen(rest)
  } finally {
    closeOracle()
  }
}
