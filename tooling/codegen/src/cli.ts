// `pnpm gen [--check] [NAME…]`: runs every generator (each folder beside this file), or the named folders.
// With --check nothing is written, and a file that is not up to date makes the exit status 1.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { difference } from './check.ts'
import type { Generator } from './generator.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../..')

async function findGenerators(names: readonly string[]): Promise<Generator[]> {
  const folders = readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(here, entry.name, 'index.ts')))
    .map(entry => entry.name)
    .filter(name => names.length === 0 || names.includes(name))
    .sort()
  const modules = folders.map(
    async folder =>
      (await import(pathToFileURL(join(here, folder, 'index.ts')).href)) as { readonly generator: Generator },
  )
  return (await Promise.all(modules)).map(module => module.generator)
}

const readText = (path: string): string => readFileSync(join(root, path), 'utf8')
const readIfThere = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readText(path) : undefined

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check')
  const names = args.filter(arg => !arg.startsWith('-'))
  let stale = 0
  for (const generator of await findGenerators(names)) {
    for (const file of await generator.generate(generator.sources.map(readText))) {
      const found = difference(file, readIfThere(file.path))
      if (found === undefined) continue
      stale++
      if (check) {
        console.error(`${file.path}:${found.line}: not up to date`)
        console.error(`  generated: ${found.expected ?? '(end)'}`)
        console.error(`  on disk:   ${found.found ?? '(end)'}`)
      } else {
        mkdirSync(dirname(join(root, file.path)), { recursive: true })
        writeFileSync(join(root, file.path), file.text)
        console.log(`wrote ${file.path}`)
      }
    }
  }
  return check && stale > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
