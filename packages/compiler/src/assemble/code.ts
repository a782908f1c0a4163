// From a code unit's instructions to its code object: flow graph, jumps, bytes, tables.
import { CodeObject } from '@pellucid/opcode-spec'
import type { TextConstant } from '@pellucid/primitives'
import type { ConstantCache } from '../constants.ts'
import { buildBlocks } from '../flow/build.ts'
import { FlowGraph } from '../flow/graph.ts'
import { type FlowObserver, PassWatcher } from '../flow/observe.ts'
import { finishGraph, optimizeGraph } from '../flow/passes.ts'
import type { InstructionSequence, UnitMetadata } from '../instruction.ts'
import { writeHandlers } from './handlers.ts'
import { flatten, resolveJumps } from './jumps.ts'
import { writeLocations } from './locations.ts'
import { describeSlots } from './slots.ts'
import { writeCode } from './wordcode.ts'

/**
 * Turn what the emitter made of a code unit into a code object. The instruction objects and the list of
 * constants are used up; an observer is told what each pass of the flow graph does.
 */
export function optimizeAndAssemble(
  unit: UnitMetadata,
  sequence: InstructionSequence,
  cache: ConstantCache,
  filename: TextConstant,
  observer?: FlowObserver,
): CodeObject {
  const watcher = observer === undefined ? undefined : new PassWatcher(observer)
  const graph = new FlowGraph(buildBlocks(sequence), unit.consts, cache)
  optimizeGraph(graph, unit.varnames.length, unit.parameterCount, watcher)
  return assemble(graph, unit, filename, watcher)
}

/** Lay out the frame and write the code object of an optimised graph. */
export function assemble(
  graph: FlowGraph,
  unit: UnitMetadata,
  filename: TextConstant,
  watcher?: PassWatcher,
): CodeObject {
  const { cache } = graph
  const { stackSize, slotCount } = finishGraph(graph, unit, watcher)
  const list = flatten(graph.entry)
  const offsets = resolveJumps(list)
  const code = writeCode(list, offsets[list.length]!)
  const exceptiontable = cache.merge(writeHandlers(list, offsets))
  const linetable = cache.merge(writeLocations(list, offsets, unit.firstlineno))
  const names = cache.merge(unit.names)
  const consts = cache.merge(graph.consts)
  const slots = describeSlots(unit, slotCount)
  return new CodeObject({
    argcount: unit.argcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    stacksize: Math.max(stackSize, 1),
    flags: unit.flags,
    code,
    consts,
    names,
    localsplusnames: cache.merge(slots.names),
    localspluskinds: slots.kinds,
    filename,
    name: unit.name,
    qualname: unit.qualname,
    firstlineno: unit.firstlineno,
    linetable,
    exceptiontable,
  })
}
