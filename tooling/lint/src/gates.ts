// Every check of the repository as a list; `npm test` runs the fast ones, `pnpm ready` all of them.
// The last line is `N passed, N failed`: tests one by one, every other gate as one.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machineFolders, packages } from './layers.ts'
import { runTests } from './tests.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
const rootBin = (name: string) => fileURLToPath(new URL(`../../../node_modules/.bin/${name}`, import.meta.url))
const script = (path: string, ...args: string[]) => [
  process.execPath,
  '--conditions=@pellucid/source',
  '--import',
  'tsx',
  path,
  ...args,
]

interface Gate {
  readonly name: string
  readonly says: string
  /** Fast gates are part of `npm test`. */
  readonly fast: boolean
  readonly command: readonly string[]
}

const gates: readonly Gate[] = [
  { name: 'generated', says: 'generated files are current', fast: true, command: script('tooling/codegen/src/cli.ts', '--check') },
  { name: 'types', says: 'tsc -b', fast: true, command: [rootBin('tsc'), '-b'] },
  { name: 'tooling', says: 'tsc on tooling', fast: true, command: [rootBin('tsc'), '-p', 'tooling'] },
  {
    name: 'eslint',
    says: 'eslint',
    fast: true,
    command: [bin('eslint'), '--config', 'tooling/lint/eslint.config.js', '--quiet', 'packages', 'apps', 'tooling'],
  },
  {
    name: 'layers',
    says: 'packages and folders import only what is below them',
    fast: true,
    command: [bin('depcruise'), '--config', 'tooling/lint/dependency-cruiser.cjs', 'packages', '--output-type', 'err'],
  },
  { name: 'loop', says: 'the evaluation loop stays small enough to be optimised', fast: true, command: script('tooling/lint/src/loop-size.ts') },
  { name: 'programs', says: 'examples and corpus print what CPython prints', fast: true, command: script('tooling/conformance/src/cli.ts', 'programs') },
  { name: 'front', says: 'the front end equals CPython on a sample', fast: true, command: script('tooling/conformance/src/cli.ts', 'front', '--sample') },
  { name: 'asthelpers', says: 'the helpers of ast answer as CPython’s, on a sample', fast: true, command: script('tooling/conformance/src/cli.ts', 'asthelpers', '--sample') },
  { name: 'calls', says: 'generated calls of builtins answer as CPython’s, on a sample', fast: true, command: script('tooling/conformance/src/cli.ts', 'calls', '--sample') },
  { name: 'generated programs', says: 'programs that a seed makes up do what they do in CPython, compiled or not, on a sample', fast: true, command: script('tooling/conformance/src/cli.ts', 'generated', '--sample') },
  { name: 'docs', says: 'the examples in comments hold', fast: true, command: script('tooling/lint/src/examples.ts') },
  { name: 'graph', says: 'the graph in ARCHITECTURE.md is that of layers.ts', fast: true, command: script('tooling/lint/src/graph.ts') },
  { name: 'knip', says: 'nothing unused', fast: false, command: [bin('knip'), '--no-progress', '--no-config-hints'] },
  { name: 'sherif', says: 'manifests are consistent', fast: false, command: [bin('sherif'), '-r', 'unordered-dependencies'] },
  { name: 'build', says: 'every package builds', fast: false, command: [rootBin('turbo'), 'run', 'build', '--output-logs=errors-only'] },
  { name: 'packed', says: 'packed packages are well formed (publint, attw)', fast: false, command: script('tooling/lint/src/packed.ts') },
  { name: 'installed', says: 'each packed package works alone in an empty project: types, import, require, browser page', fast: false, command: script('tooling/lint/src/installed.ts') },
  { name: 'size', says: 'size budgets', fast: false, command: [bin('size-limit'), '--json'] },
  { name: 'api', says: 'the public interface is the recorded one', fast: false, command: script('tooling/lint/src/api-report.ts') },
]

interface Outcome {
  readonly passed: boolean
  readonly output: string
  readonly seconds: number
}

function runGate({ command }: Gate): Promise<Outcome> {
  const started = performance.now()
  const [file, ...args] = command as [string, ...string[]]
  const cwd = command.includes('--json') ? fileURLToPath(new URL('..', import.meta.url)) : root
  const env = { ...process.env, PELLUCID_LAYERS: JSON.stringify({ machineFolders, packages }) }
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: string[] = []
    child.stdout.on('data', (data: Buffer) => output.push(data.toString()))
    child.stderr.on('data', (data: Buffer) => output.push(data.toString()))
    const end = (passed: boolean) =>
      resolve({ passed, output: output.join(''), seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output.push(String(error))
      end(false)
    })
    child.on('close', (status) => end(status === 0))
  })
}

/** The end of a long output is where a tool says what is wrong. */
function shown(output: string): string {
  const lines = output.trimEnd().split('\n')
  const kept = lines.length > 60 ? [`    … ${lines.length - 60} lines …`, ...lines.slice(-60)] : lines
  return kept.map((line) => `    ${line}`).join('\n')
}

async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--'))
  const chosen = gates.filter((gate) => (named.length > 0 ? named.includes(gate.name) : gate.fast || args.includes('--all')))
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const gate of chosen) {
    const outcome = await runGate(gate)
    if (outcome.passed) passed++
    else failed++
    console.log(`${outcome.passed ? 'ok  ' : 'FAIL'} ${gate.name}: ${gate.says} (${outcome.seconds.toFixed(1)} s)`)
    if (!outcome.passed || args.includes('--verbose')) console.log(shown(outcome.output))
    // What a gate could not check here it says itself, and it is counted.
    const left = outcome.output.split('\n').filter((line) => line.startsWith('skipped: '))
    for (const line of left) console.log(`skip ${gate.name}: ${line.slice('skipped: '.length)}`)
    skipped += left.length
  }
  if (named.length === 0 || named.includes('tests')) {
    const tests = await runTests(root)
    console.log(`${tests.failed === 0 ? 'ok  ' : 'FAIL'} tests: vitest (${tests.passed} passed, ${tests.failed} failed)`)
    passed += tests.passed
    failed += tests.failed
  }
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main(process.argv.slice(2))
