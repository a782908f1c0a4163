// `pnpm where NAME…`: the file and line where a Python name such as `str.split` or `itertools.groupby` is defined.
// The path mirrors the dotted name, and every definition starts with its Python name in quotes.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const source = join(root, 'packages/vm/src')

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** `types/str/split.ts` → `str.split`; `index` and the upper folder are no part of a Python name. */
const dotted = (file: string) =>
  relative(source, file)
    .replace(/^(types|modules)\//, '')
    .replace(/(\/index)?\.ts$/, '')
    .replaceAll('/', '.')
    .replaceAll('-', '_')

/** A class's folder or file, or one named for a part of it: `_decimal.Decimal` is in `_decimal/decimal-operations.ts` too. */
const within = (path: string, owner: string): boolean =>
  path === owner || path.startsWith(`${owner}.`) || path.startsWith(`${owner}_`)

/** Every place that may define `name`, the likeliest first. */
function find(name: string): string[] {
  const parts = name.split('.')
  const last = parts.at(-1)!
  const owner = parts.slice(0, -1).join('.')
  const quoted = new RegExp(`['"\`](?:${escape(owner)}\\.)?${escape(last)}\\s*[(:'"\`]|^\\s*(?:export const )?_*${escape(last)}_*\\s*[:=(]`)
  const found: [score: number, place: string][] = []
  for (const file of files(source)) {
    const path = dotted(file)
    const inOwner = owner === '' ? path === last : path === name || within(path, owner.toLowerCase())
    if (!inOwner && owner !== '') continue
    readFileSync(file, 'utf8')
      .split('\n')
      .forEach((line, index) => {
        if (!quoted.test(line)) return
        const exact = new RegExp(`['"\`](?:${escape(owner)}\\.)?${escape(last)}\\(`).test(line)
        const score = (exact ? 0 : 4) + (path === name ? 0 : 1) + (inOwner ? 0 : 2)
        found.push([score, `${relative(root, file)}:${index + 1}: ${line.trim()}`])
      })
  }
  return found.sort((a, b) => a[0] - b[0]).map(([, place]) => place)
}

const names = process.argv.slice(2)
if (names.length === 0) {
  console.error('usage: pnpm where NAME...      for example: pnpm where str.split itertools.groupby')
  process.exitCode = 2
}
for (const name of names) {
  const places = find(name)
  if (places.length === 0) {
    console.error(`${name}: not found in packages/vm`)
    process.exitCode = 1
  }
  for (const place of places.slice(0, 3)) console.log(place)
}
