// `pnpm oracle record [--check] [FILE…]`: runs the programs of examples/ and corpus/ under CPython and keeps what they print.
import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython } from './find-python.ts'
import { normalise, readGolden, writeGolden } from './golden.ts'
import { askProgram, closeOracle } from './oracle.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folders = ['examples', 'corpus/programs', 'corpus/errors']

function programs(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => join(root, folder, name)),
  )
}

async function record(files: readonly string[], check: boolean): Promise<number> {
  let drifted = 0
  for (const file of files) {
    const result = await askProgram({ args: [file], cwd: dirname(file) })
    const before = readGolden(file)
    const folder = dirname(file)
    const same =
      before?.status === result.status &&
      before.stdout === normalise(result.stdout, folder) &&
      before.stderr === normalise(result.stderr, folder)
    if (same) continue
    drifted++
    console.log(`${check ? 'differs' : 'recorded'} ${file}`)
    if (!check) writeGolden(file, result)
  }
  console.log(`${files.length} programs, ${drifted} ${check ? 'differ' : 'changed'}`)
  return check && drifted > 0 ? 1 : 0
}

const [command, ...rest] = process.argv.slice(2)
if (command !== 'record') {
  console.error('usage: pnpm oracle record [--check] [FILE...]')
  process.exitCode = 2
} else if (findPython() === undefined) {
  console.error('pnpm oracle record needs a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
  process.exitCode = 2
} else {
  const files = rest.filter((one) => one !== '--check').map((one) => resolve(one))
  process.exitCode = await record(files.length > 0 ? files : programs(), rest.includes('--check'))
}
closeOracle()
