// `pnpm bench front`: each stage of the front end against CPython's own, and parsing against other parsers.
// All of them take turns on the same files, warm. Runs as a bundle (`bundled.ts`), as users run the packages.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileTree } from '@pellucid/compiler'
import { renderDis } from '@pellucid/dis'
import { tokenize, tokenizeTape } from '@pellucid/lexer'
import { dumpsCode, loads } from '@pellucid/marshal'
import { closeOracle, findPython } from '@pellucid/oracle'
import { parse } from '@pellucid/parser'
import { loadPeers } from './peers.ts'
import { median, table } from './table.ts'

const probe = fileURLToPath(new URL('../src/front.py', import.meta.url))

/** Modules of several kinds: classes, tables, long functions, much text. */
const modules = [
  'argparse', 'ast', 'calendar', 'configparser', 'copy', 'csv', 'dataclasses', 'difflib', 'dis', 'enum', 'fractions', 'functools',
  'heapq', 'inspect', 'ipaddress', 'logging/__init__', 'mailbox', 'optparse', 'os', 'pickle', 'pickletools', 'platform',
  'posixpath', 'pydoc', 'random', 'shutil', 'smtplib', 'socket', 'statistics', 'subprocess', 'tarfile', 'textwrap', 'threading',
  'traceback', 'turtle', 'typing', 'unittest/mock', 'urllib/request', 'uuid', 'zipfile/__init__',
]

interface Clock {
  time(stage: string): Promise<number>
  close(): void
}

/** A CPython that times its own stages when asked. */
function startClock(python: string, paths: readonly string[]): Clock {
  const child = spawn(python, ['-I', '-W', 'ignore', probe, ...paths], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async time(stage) {
      child.stdin.write(`${stage}\n`)
      return Number((await answers.next()).value)
    },
    close: () => child.kill(),
  }
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

/** Runs `rounds` rounds of everything and prints the table. */
async function benchFront(rounds: number): Promise<number> {
  const python = findPython()
  if (python === undefined) {
    console.error('pnpm bench front compares with a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  const library = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim()
  const paths = modules.map((name) => join(library, `${name}.py`))
  const sources = paths.map((path) => ({ path, bytes: readFileSync(path), text: readFileSync(path, 'utf8') }))
  const megabytes = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6
  const codes = sources.map(({ bytes, path }) => compileTree(parse(bytes), path))
  const payloads = codes.map((code) => dumpsCode(code))

  /** Our stage, the stage of CPython it is held against, and the work. */
  const ours: readonly (readonly [string, string, () => void])[] = [
    ['lexer, tokenize stream', 'tokenize', () => sources.forEach(({ bytes }) => { for (const _ of tokenize(bytes)); })],
    ['lexer, parser stream', 'tokenize', () => sources.forEach(({ text }) => void tokenizeTape(text))],
    ['parse to AST', 'parse', () => sources.forEach(({ bytes }) => void parse(bytes))],
    ['compile from source', 'compile', () => sources.forEach(({ bytes, path }) => void compileTree(parse(bytes), path))],
    ['marshal dumps', 'dumps', () => codes.forEach((code) => void dumpsCode(code))],
    ['marshal loads', 'loads', () => payloads.forEach((payload) => void loads(payload))],
    ['dis text', 'dis', () => codes.forEach((code) => void renderDis(code))],
  ]
  const peers = await loadPeers()
  const clock = startClock(python, paths)
  const times = new Map<string, number[]>()
  const note = (name: string, seconds: number) => times.set(name, [...(times.get(name) ?? []), seconds])
  for (let round = -2; round < rounds; round++) {
    for (const [name, stage, work] of ours) {
      const mine = timed(work)
      const theirs = await clock.time(stage)
      if (round < 0) continue
      note(name, mine)
      note(`cpython ${name}`, theirs)
    }
    for (const peer of peers) {
      const seconds = timed(() => sources.forEach(({ text }) => peer.parse(text)))
      if (round >= 0) note(peer.name, seconds)
    }
  }
  clock.close()
  const speed = (seconds: number) => (megabytes / seconds).toFixed(1)
  const of = (name: string) => median(times.get(name)!)
  console.log(`${paths.length} files, ${megabytes.toFixed(2)} MB, median of ${rounds} rounds`)
  console.log(
    table([
      ['stage', 'CPython', 'MB/s', 'Pellucid MB/s', 'time / CPython’s'],
      ...ours.map(([name, stage]) => {
        const [mine, theirs] = [of(name), of(`cpython ${name}`)]
        return [name, stage, speed(theirs), speed(mine), (mine / theirs).toFixed(2)]
      }),
    ]),
  )
  const parsing = of('parse to AST')
  for (const { name } of peers) {
    console.log(`${name}: ${speed(of(name))} MB/s; our parser is ${(of(name) / parsing).toFixed(1)}× as fast`)
  }
  return 0
}

process.exitCode = await benchFront(Number(process.argv[2] ?? 5))
closeOracle()
