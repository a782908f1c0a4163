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
