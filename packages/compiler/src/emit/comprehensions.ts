// Comprehensions. Generator expressions are functions; the others are inlined where they stand (PEP 709),
// save in annotation scopes of a class.
import type { Located, Visitor, comprehension, expr } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { generators as messages } from '../errors.ts'
import type { Scope } from '../symbols/scope.ts'
import { jumpIf } from './branches.ts'
import { makeFunction } from './closures.ts'
import type { Emitter } from './emitter.ts'
import { awaitTop, popBlock, pushBlock } from './frame-blocks.ts'
import { guardStopIteration, yieldTop } from './generators.ts'
import { enterInlined, leaveInlined } from './inlining.ts'
import { endFor, nextAsync } from './loops.ts'

interface Recipe {
  readonly name: string
  /** The opcode that makes the empty result; null for generators. */
  readonly build: number | null
  /** Add the value, or key and value, on top to the result `depth` values below. */
  add(c: Emitter, depth: number, at: Located): void
}
const listRecipe: Recipe = {
  name: '<listcomp>',
  build: op.BUILD_LIST,
  add: (c, depth, at) => c.opI(op.LIST_APPEND, depth, at),
}
const setRecipe: Recipe = {
  name: '<setcomp>',
  build: op.BUILD_SET,
  add: (c, depth, at) => c.opI(op.SET_ADD, depth, at),
}
const dictRecipe: Recipe = {
  name: '<dictcomp>',
  build: op.BUILD_MAP,
  add: (c, depth, at) => c.opI(op.MAP_ADD, depth, at),
}
const generatorRecipe: Recipe = {
  name: '<genexpr>',
  build: null,
  add(c, _, at) {
    yieldTop(c, at)
    c.op(op.POP_TOP, at)
  },
}

/** What is being emitted, for every clause the same. */
interface Work {
  readonly at: Located
  readonly recipe: Recipe
  readonly clauses: readonly comprehension[]
  readonly element: expr
  /** The value of a dict comprehension. */
  readonly value: expr | null
}

function emitIterator(c: Emitter, clause: comprehension): void {
  c.expr(clause.iter)
  c.op(clause.is_async ? op.GET_AITER : op.GET_ITER, clause.iter)
}

/** What a clause leaves to do behind what is inside it. */
interface OpenClause {
  /** Whether its iterator lies on the stack meanwhile. */
  readonly loops: boolean
  /** `at`: the location of what is inside. */
  close(at: Located): void
}

/** Emit all clauses, each inside the one before, and the element; `onStack`: the first iterator is there already. */
function emitClauses(c: Emitter, work: Work, onStack: boolean): void {
  // A list and no recursion: a comprehension may have any number of clauses.
  const open = work.clauses.map((clause, index) => {
    const openClause = clause.is_async ? openAsyncClause : openSyncClause
    return openClause(c, work, clause, index, onStack && index === 0)
  })
  let at = emitElement(c, work, open.filter((clause) => clause.loops).length)
  for (let index = open.length - 1; index >= 0; index--) {
    open[index]?.close(at)
    at = work.element
  }
}

/** `for y in [f(x)]` binds y without making a list. */
function onlyElement(iterable: expr): expr | null {
  if (iterable.nodeType !== 'List' && iterable.nodeType !== 'Tuple') return null
  const [element] = iterable.elts
  if (element === undefined || iterable.elts.length !== 1) return null
  return element.nodeType === 'Starred' ? null : element
}

function openSyncClause(c: Emitter, work: Work, clause: comprehension, index: number, onStack: boolean): OpenClause {
  const start = c.label()
  const skip = c.label()
  const anchor = c.label()
  let loops = true
  if (!onStack) {
    if (index === 0) {
      loadImplicitArgument(c, work.at)
    } else {
      const only = onlyElement(clause.iter)
      loops = only === null
      if (only !== null) c.expr(only)
      else emitIterator(c, clause)
    }
  }
  if (loops) {
    c.mark(start)
    c.jump(op.FOR_ITER, anchor, clause.iter)
  }
  c.expr(clause.target)
  for (const condition of clause.ifs) jumpIf(c, condition, skip, false)
  const close = (at: Located): void => {
    c.mark(skip)
    if (!loops) return
    c.jump(op.JUMP, start, at)
    c.mark(anchor)
    endFor(c)
  }
  return { loops, close }
}

function openAsyncClause(c: Emitter, work: Work, clause: comprehension, index: number, onStack: boolean): OpenClause {
  const start = c.label()
  const except = c.label()
  const skip = c.label()
  if (!onStack) {
    if (index === 0) loadImplicitArgument(c, work.at)
    else emitIterator(c, clause)
  }
  c.mark(start)
  pushBlock(c, work.at, { type: 'async comprehension' })
  nextAsync(c, except, work.at)
  c.expr(clause.target)
  for (const condition of clause.ifs) jumpIf(c, condition, skip, false)
  const close = (at: Located): void => {
    c.mark(skip)
    c.jump(op.JUMP, start, at)
    popBlock(c)
    c.mark(except)
    c.op(op.END_ASYNC_FOR, work.at)
  }
  return { loops: true, close }
}

/** The outermost iterator comes as the argument `.0`. */
function loadImplicitArgument(c: Emitter, at: Located): void {
  c.unit.argcount = 1
  c.opI(op.LOAD_FAST, 0, at)
}

/** The element, added to the result `depth` iterators below; the answer is its location. */
function emitElement(c: Emitter, { element, value, recipe }: Work, depth: number): Located {
  c.expr(element)
  let at: Located = element
  if (value !== null) {
    c.expr(value)
    at = {
      lineno: element.lineno,
      end_lineno: value.end_lineno,
      col_offset: element.col_offset,
      end_col_offset: value.end_col_offset,
    }
  }
  recipe.add(c, depth + 1, at)
  return at
}

function emitComprehension(
  c: Emitter,
  node: expr,
  recipe: Recipe,
  clauses: readonly comprehension[],
  element: expr,
  value: expr | null,
): void {
  const work: Work = { at: node, recipe, clauses, element, value }
  const scope = c.scopeOf(node)
  const { kind } = c.unit
  const topLevelAwait = c.awaitsAtTopLevel
  const refuse = (): void => {
    const allowed = kind === 'async function' || kind === 'comprehension' || topLevelAwait
    if (scope.coroutine && recipe !== generatorRecipe && !allowed) {
      c.diagnostics.error(messages.asyncComprehensionOutsideAsync, node)
    }
  }
  if (scope.comprehensionInlined) emitInlined(c, work, scope, refuse)
  else emitNested(c, work, scope, refuse, topLevelAwait)
}

function emitInlined(c: Emitter, work: Work, scope: Scope, refuse: () => void): void {
  const { at, recipe, clauses } = work
  emitIterator(c, clauses[0] as comprehension)
  const state = enterInlined(c, scope, at)
  refuse()
  c.opI(recipe.build as number, 0, at)
  c.opI(op.SWAP, 2, at)
  emitClauses(c, work, true)
  leaveInlined(c, state, at)
}

function emitNested(c: Emitter, work: Work, scope: Scope, refuse: () => void, topLevelAwait: boolean): void {
  const { at, recipe, clauses } = work
  c.enter('comprehension', recipe.name, scope, at.lineno)
  refuse()
  if (recipe.build !== null) c.opI(recipe.build, 0, at)
  else pushBlock(c, at, { type: 'generator' })
  emitClauses(c, work, false)
  if (recipe.build !== null) {
    c.op(op.RETURN_VALUE, at)
  } else {
    guardStopIteration(c)
    popBlock(c)
  }
  const code = c.leave(true)
  if (topLevelAwait && scope.coroutine) c.unit.scope.coroutine = true
  makeFunction(c, code, 0, at)
  emitIterator(c, clauses[0] as comprehension)
  c.opI(op.CALL, 0, at)
  if (scope.coroutine && recipe.build !== null) awaitTop(c, 0, at)
}

type ComprehensionNodes = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp'

export const comprehensions: Pick<Visitor<expr, Emitter>, ComprehensionNodes> = {
  ListComp: (c, node) => emitComprehension(c, node, listRecipe, node.generators, node.elt, null),
  SetComp: (c, node) => emitComprehension(c, node, setRecipe, node.generators, node.elt, null),
  DictComp: (c, node) => emitComprehension(c, node, dictRecipe, node.generators, node.key, node.value),
  GeneratorExp: (c, node) => emitComprehension(c, node, generatorRecipe, node.generators, node.elt, null),
}
