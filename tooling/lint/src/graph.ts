// Keeps the picture of the packages in ARCHITECTURE.md equal to layers.ts. `--write` redraws it.
import { readFileSync, writeFileSync } from 'node:fs'
import { levels, packages } from './layers.ts'

const file = new URL('../../../ARCHITECTURE.md', import.meta.url)
const begin = '<!-- graph: begin (drawn by `pnpm tool tooling/lint/src/graph.ts --write`) -->'
const end = '<!-- graph: end -->'

const id = (name: string) => name.replaceAll('-', '_')

/** Only direct layers are drawn: an arrow that two others imply says nothing new. */
function drawn(name: keyof typeof packages): readonly string[] {
  const direct: readonly string[] = packages[name]
  const implied = new Set(direct.flatMap((one) => packages[one as keyof typeof packages]))
  return direct.filter((one) => !implied.has(one as never))
}

function mermaid(): string {
  const lines = ['```mermaid', 'graph BT']
  levels.forEach((names, level) => {
    lines.push(`  subgraph L${level}`)
    for (const name of names) lines.push(`    ${id(name)}["${name}"]`)
    lines.push('  end')
  })
  for (const name of Object.keys(packages) as (keyof typeof packages)[]) {
    for (const target of drawn(name)) lines.push(`  ${id(name)} --> ${id(target)}`)
  }
  return [...lines, '```'].join('\n')
}

const text = readFileSync(file, 'utf8')
const [before, rest] = text.split(begin)
const after = rest?.split(end)[1]
if (after === undefined) throw new Error('ARCHITECTURE.md lacks the marks of the graph')
const wanted = `${before}${begin}\n${mermaid()}\n${end}${after}`
if (wanted !== text) {
  if (process.argv.includes('--write')) writeFileSync(file, wanted)
  else {
    console.log('the graph in ARCHITECTURE.md is not that of layers.ts')
    process.exitCode = 1
  }
}
