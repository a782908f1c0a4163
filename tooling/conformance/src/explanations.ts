// Whether the compiler's report between the passes leaves a change of the flow graph without a reason.
import type { BlockView, InstructionView, PassReport, UnitReport } from '@pellucid/compiler'
import { opname } from '@pellucid/opcode-spec'

const fields = ['opcode', 'oparg', 'lineno', 'endLineno', 'col', 'endCol', 'target', 'handler'] as const
const blockFields = ['startDepth', 'isHandler', 'cold'] as const

const instructionsOf = (blocks: readonly BlockView[]): Map<number, InstructionView> =>
  new Map(blocks.flatMap(({ instructions }) => instructions.map((instruction) => [instruction.id, instruction] as const)))

/** The first instruction or block that a pass changes without saying why. */
function unexplainedIn({ before, after, changes }: PassReport): string | undefined {
  const reasons = changes.filter(({ reason }) => reason.trim() !== '')
  const told = new Set(reasons.map(({ instruction }) => instruction))
  const toldBlocks = new Set(reasons.map(({ block }) => block))
  const [was, is] = [instructionsOf(before), instructionsOf(after)]
  for (const [id, now] of is) {
    const old = was.get(id)
    const what = old === undefined ? 'is new' : fields.find((field) => old[field] !== now[field])
    if (what !== undefined && !told.has(id)) return `${opname[now.opcode]} on line ${now.lineno}: ${what}`
  }
  for (const [id, old] of was) if (!is.has(id) && !told.has(id)) return `${opname[old.opcode]} on line ${old.lineno}: is gone`
  const blocks = new Map(before.map((block) => [block.id, block]))
  for (const block of after) {
    const old = blocks.get(block.id)
    const what = old && blockFields.find((field) => old[field] !== block[field])
    if (what !== undefined && !toldBlocks.has(block.id)) return `block ${block.id}: ${what}`
  }
  return undefined
}

/** The first change in a unit that no reason is given for. */
export function unexplained({ qualname, flow }: UnitReport): string | undefined {
  for (const pass of flow) {
    const found = unexplainedIn(pass)
    if (found !== undefined) return `${qualname}, ${pass.name}: no reason for ${found}`
  }
  return undefined
}
