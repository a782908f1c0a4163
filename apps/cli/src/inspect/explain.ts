// `pellucid compile --explain`: what each pass of the compiler changes, and why.
import { dump } from '@pellucid/ast'
import { explainTree, type BlockView, type PassReport, type UnitReport } from '@pellucid/compiler'
import { renderDis } from '@pellucid/dis'
import { opname } from '@pellucid/opcode-spec'
import { print, readInput } from './input.ts'
import { treeOf } from './stages.ts'

function blockLines(blocks: readonly BlockView[]): string[] {
  const lines: string[] = []
  for (const block of blocks) {
    const notes = [block.isHandler ? 'handler' : '', block.cold ? 'cold' : ''].filter((note) => note !== '')
    lines.push(`    block ${block.id}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`)
    for (const { opcode, oparg, lineno, target } of block.instructions) {
      const argument = target >= 0 ? `→ block ${target}` : String(oparg)
      lines.push(`      ${String(lineno).padStart(4)}  ${(opname[opcode] ?? String(opcode)).padEnd(24)} ${argument}`)
    }
  }
  return lines
}

function passLines(pass: PassReport): string[] {
  const before = blockLines(pass.before).join('\n')
  const after = blockLines(pass.after).join('\n')
  if (before === after && pass.changes.length === 0) return [`  ${pass.name}: nothing to do`]
  const reasons = [...new Set(pass.changes.map((change) => change.reason))]
  return [`  ${pass.name}:`, ...reasons.map((reason) => `    because: ${reason}`), after]
}

function unitLines(unit: UnitReport): string[] {
  const [first] = unit.flow
  return [
    `── ${unit.kind} ${unit.qualname} ${'─'.repeat(Math.max(0, 60 - unit.qualname.length))}`,
    '  as emitted:',
    ...blockLines(first?.before ?? []),
    ...unit.flow.flatMap(passLines),
    '',
  ]
}

/** Prints the tree before and after folding, and each unit's flow graph after each pass that changed it. */
export function explain(file: string, optimize: number): void {
  const input = readInput(file)
  const report = explainTree(treeOf(input), input.name, { optimize })
  const before = dump(report.tree, { indent: 2 })
  const after = dump(report.folded, { indent: 2 })
  const folded = before === after ? ['nothing to fold'] : [after]
  const parts = ['── tree ──', before, '', '── folded ──', ...folded, '', ...report.units.flatMap(unitLines), '── code ──', renderDis(report.code)]
  print(parts.join('\n'))
}
