// `pnpm conformance asthelpers [--sample] [--record] [LABEL…]`: the helpers of the `ast` module, question by question, asked of CPython,
// of our packages, and of the machine, which runs Lib/ast.py over its own `_ast`.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask, findPython, startInterpreter, type Backend } from '@pellucid/oracle'
import { Tally } from '../tally.ts'
import { changeCases } from './changes.ts'
import type { HelperCase } from './case.ts'
import { literalCases } from './literals.ts'
import { parseCases } from './parses.ts'
import { digestOf, readRecorded, writeRecorded } from './record.ts'
import { docstringCases, segmentCases } from './texts.ts'

const built = fileURLToPath(new URL('../../../../apps/cli/dist/pellucid.js', import.meta.url))

export interface HelperOptions {
  /** Every n-th question against recorded answers, instead of all against CPython. */
  readonly sample: boolean
  readonly record: boolean
  /** Only questions whose label contains one of these; all when empty. */
  readonly labels: readonly string[]
}

function casesOf({ sample, record, labels }: HelperOptions): HelperCase[] {
  const few = sample || record
  const most = [...literalCases(), ...docstringCases(), ...segmentCases(), ...parseCases()]
  const cases = [...most.filter((_, index) => !few || index % 20 === 0), ...changeCases(few ? 40 : 1)]
  return cases.filter(({ label }) => labels.length === 0 || labels.some((part) => label.includes(part)))
}

/** Our command on the library of the CPython that judges. */
function startMachine(): Backend {
  const python = findPython()
  if (python === undefined) return startInterpreter([process.execPath, built])
  const library = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim()
  return startInterpreter([process.execPath, built, '-X', `lib=${library}`])
}

type Answers = readonly (string | null)[]

async function askCPython({ request }: HelperCase): Promise<Answers> {
  const [answer] = await ask([{ ...request, isolated: true }])
  if (answer?.text === undefined) throw new Error(`CPython does not answer: ${JSON.stringify(answer)}`)
  return (JSON.parse(answer.text) as Answers).map((one) => (one === null ? null : digestOf(one)))
}

async function askMachine(machine: Backend, { request, names }: HelperCase): Promise<string[]> {
  const [answer] = await machine.ask([request])
  if (answer?.text === undefined) return names.map(() => `no answer: ${JSON.stringify(answer)}`)
  return JSON.parse(answer.text) as string[]
}

async function compareCase(one: HelperCase, theirs: Answers, machine: Backend, tally: Tally): Promise<void> {
  const waiting = askMachine(machine, one)
  const packages = one.ours()
  const answers = await waiting
  for (const [index, name] of one.names.entries()) {
    const wanted = theirs[index]
    for (const [label, answer] of [[one.label, packages[index]], [`${one.label}, machine`, answers[index]]] as const) {
      if (answer === undefined) continue
      // Where CPython crashes any error will do that is meant.
      if (wanted !== null) tally.record(label, name, digestOf(answer) === wanted ? undefined : `ours ${answer.slice(0, 300)}`)
      else if (answer.startsWith('our bug')) tally.record(label, name, answer)
    }
  }
}

/** Compares, or records CPython's answers for the sample. */
export async function runHelpers(options: HelperOptions, say: (text: string) => void): Promise<Tally> {
  const tally = new Tally()
  const cases = casesOf(options)
  if (options.record) {
    const answers: Answers[] = []
    for (const one of cases) answers.push(await askCPython(one))
    writeRecorded(answers)
    return tally
  }
  const recorded = options.sample ? readRecorded() : []
  const machine = startMachine()
  try {
    for (const [index, one] of cases.entries()) {
      const theirs = options.sample ? (recorded[index] ?? []) : await askCPython(one)
      await compareCase(one, theirs, machine, tally)
      say(`${index + 1}/${cases.length} ${one.label}`)
    }
  } finally {
    machine.close()
  }
  return tally
}
