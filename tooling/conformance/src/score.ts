// SCORE.md: one line a stage, so that a regression is a diff.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../SCORE.md', import.meta.url)

function read(): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '# What agrees with CPython 3.13\n\nWritten by `pnpm conformance`.\n'
  }
}

/** Replaces one section of SCORE.md. */
export function writeScore(title: string, note: string, lines: readonly string[]): void {
  const section = `## ${title}\n\n${note}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`
  const sections = read().split(/^(?=## )/m)
  const at = sections.findIndex((part) => part.startsWith(`## ${title}\n`))
  if (at < 0) sections.push(`${sections.length === 1 ? '\n' : '\n'}${section}`)
  else sections[at] = at === sections.length - 1 ? section : `${section}\n`
  writeFileSync(file, sections.join('').replaceAll(/\n{3,}/g, '\n\n'))
}

/** Replaces the lines that begin with the same word, adds the new ones, in order; answers all lines of the section. */
export function updateScore(title: string, note: string, changed: ReadonlyMap<string, string>): string[] {
  const section = read().split(/^(?=## )/m).find((part) => part.startsWith(`## ${title}\n`))
  const before = section?.split('```\n')[1]?.split('\n').filter((line) => line !== '') ?? []
  const lines = new Map(before.map((line) => [line.split(' ')[0]!, line]))
  for (const [name, line] of changed) lines.set(name, line)
  const sorted = [...lines].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line)
  if (changed.size > 0) writeScore(title, note, sorted)
  return sorted
}
