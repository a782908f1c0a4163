// The passes in the order CPython runs them; each is one file. The order is part of the result.
import type { UnitMetadata } from '../instruction.ts'
import { normalizeJumps } from './backward-jumps.ts'
import { placeCells } from './cells.ts'
import { optimizeConstants } from './constants.ts'
import { inlineExits } from './exits.ts'
import { fuseLocals } from './fusion.ts'
import type { FlowGraph } from './graph.ts'
import { labelHandlers } from './handlers.ts'
import { resolveLines } from './line-numbers.ts'
import type { PassWatcher } from './observe.ts'
import { moveColdToEnd } from './order.ts'
import { optimizePatterns } from './peephole.ts'
import { convertPseudo } from './pseudo.ts'
import { removeNopsAndJumps, removeNopsAndPairs } from './redundant.ts'
import { stackDepth } from './stack-depth.ts'
import { checkUnboundLocals } from './unbound-locals.ts'
import { removeUnreachable } from './unreachable.ts'
import { removeUnusedConstants } from './unused-constants.ts'

type Pass = (graph: FlowGraph, localCount: number, parameterCount: number) => void

const optimizations: readonly (readonly [string, Pass])[] = [
  ['label handlers', labelHandlers],
  ['inline exits', inlineExits],
  ['remove unreachable', removeUnreachable],
  ['resolve lines', resolveLines],
  ['optimize constants', optimizeConstants],
  ['optimize patterns', optimizePatterns],
  ['remove nops and pairs', removeNopsAndPairs],
  ['remove unreachable', removeUnreachable],
  ['remove nops and jumps', removeNopsAndJumps],
  ['remove unused constants', removeUnusedConstants],
  ['check unbound locals', checkUnboundLocals],
  ['fuse locals', fuseLocals],
  ['move cold blocks', moveColdToEnd],
  ['resolve lines', resolveLines],
]

/** Optimise the graph, its constants included. */
export function optimizeGraph(
  graph: FlowGraph,
  localCount: number,
  parameterCount: number,
  watcher?: PassWatcher,
): void {
  for (const [name, pass] of optimizations) {
    if (watcher === undefined) pass(graph, localCount, parameterCount)
    else watcher.run(name, graph, () => pass(graph, localCount, parameterCount))
  }
}

/** What is known once the graph has its final form. */
export interface FinishedGraph {
  readonly stackSize: number
  /** Slots for locals, cells and free variables. */
  readonly slotCount: number
}

/** Measure the stack, lay out the frame, and turn pseudo instructions into real ones (jumps excepted). */
export function finishGraph(graph: FlowGraph, unit: UnitMetadata, watcher?: PassWatcher): FinishedGraph {
  let stackSize = 0
  let slotCount = 0
  const measure = (): void => {
    stackSize = stackDepth(graph)
  }
  const place = (): void => {
    slotCount = placeCells(graph, unit)
  }
  if (watcher === undefined) {
    measure()
    place()
    convertPseudo(graph)
    normalizeJumps(graph)
  } else {
    watcher.run('measure stack', graph, measure)
    watcher.run('place cells', graph, place)
    watcher.run('convert pseudo instructions', graph, () => convertPseudo(graph))
    watcher.run('normalize jumps', graph, () => normalizeJumps(graph))
  }
  return { stackSize, slotCount }
}
