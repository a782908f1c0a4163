// Does the cost grow with the size alone, and how soon is the first tree there?
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileTree } from '@pellucid/compiler'
import { tokenizeTape } from '@pellucid/lexer'
import { dumpsCode } from '@pellucid/marshal'
import { parse } from '@pellucid/parser'
import { build } from 'esbuild'
import { median } from './table.ts'

/** Processor time, collection of garbage included: it does not depend on what else runs. */
function least(rounds: number, work: () => void): number {
  let found = Infinity
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(started)
    found = Math.min(found, user + system)
  }
  return found
}

/** `text` over and over, up to a size. */
function ofSize(text: string, size: number): string {
  const times = Math.ceil(size / text.length)
  return Array.from({ length: times }, (_, index) => text.replaceAll('NAME', `n${index}`)).join('')
}

const sample = `
class NAME(Base):
    """What NAME is."""
    limit = 10
    def method(self, first, *rest, key=None, **options):
        total = 0
        for index, item in enumerate(rest):
            if item > first and index < self.limit:
                total += item * 2 - len(f"{index}: {item!r}")
            else:
                yield {"index": index, "item": [x for x in range(item) if x % 3]}
        return total
`

const broken = `${sample}
NAME = = 1
NAME = f(a b)
NAME = f(1
NAME = 'never ended
class NAME
    def method(self) return 1
`

/** Time for 5 MB over the time for ten times 500 kB, times ten: 10 is linear. Both keep all that they made. */
function growth(): string {
  const stages: Readonly<Record<string, readonly [string, (text: string) => unknown]>> = {
    lexer: [sample, (text) => tokenizeTape(text)],
    parser: [sample, (text) => parse(text)],
    'parser, broken source': [broken, (text) => parse(text, { recover: true })],
    'compiler and marshal': [sample, (text) => dumpsCode(compileTree(parse(text), 'x.py'))],
  }
  const ratios = Object.entries(stages).map(([name, [source, work]]) => {
    const [small, large] = [ofSize(source, 500_000), ofSize(source, 5_000_000)]
    const ten = () => void Array.from({ length: 10 }, () => work(small))
    const one = () => void work(large)
    ten()
    one()
    return `${name} ${((10 * least(7, one)) / least(7, ten)).toFixed(1)}`
  })
  return `5 MB takes so many times as long as 500 kB: ${ratios.join(', ')}`
}

/** Milliseconds from the start of a cold import of lexer and parser, bundled, to the first tree. */
async function coldStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pellucid-cold-'))
  try {
    const bundle = join(folder, 'parser.mjs')
    const entry = fileURLToPath(new URL('../../../packages/parser/src/index.ts', import.meta.url))
    await build({ entryPoints: [entry], outfile: bundle, bundle: true, minify: true, format: 'esm', conditions: ['@pellucid/source'], logLevel: 'error' })
    const script = join(folder, 'cold.mjs')
    writeFileSync(script, `const started = performance.now()\nconst { parse } = await import('./parser.mjs')\nparse('x = [1, 2]\\nprint(x)\\n')\nconsole.log(performance.now() - started)\n`)
    const times = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, [script], { encoding: 'utf8' })))
    return `cold import of lexer and parser to the first tree: ${median(times).toFixed(1)} ms`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(growth())
console.log(await coldStart())
