// `agrees(name, program)`: a test that a program prints the same here as under CPython. The answer of CPython is
// recorded beside the test, in __oracle__/NAME.txt; it is asked again when the file is missing or RECORD is set.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ask } from './oracle.ts'

/** Tests whose programs run through `run`, with answers kept beside the test file at `testUrl`. */
export function agreement(testUrl: string, run: (source: string) => string | Promise<string>) {
  const folder = join(dirname(fileURLToPath(testUrl)), '__oracle__')
  return (name: string, source: string): void => {
    test(name, async () => {
      expect(await run(source)).toBe(await recorded(join(folder, `${name}.txt`), source))
    })
  }
}

async function recorded(file: string, source: string): Promise<string> {
  if (existsSync(file) && !process.env.RECORD) return readFileSync(file, 'utf8')
  const [answer] = await ask([{ stage: 'evaluate', source }])
  if (answer?.text === undefined) throw new Error(`CPython did not run the program: ${JSON.stringify(answer?.error)}`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, answer.text)
  return answer.text
}
