// Constant folding: the tree that the symbol table and the emitter see. (Conditions that are constant,
// asserts and `-OO` docstrings are the emitter's matter.)
import type { mod } from '@pellucid/ast'
import { codeFlags } from '@pellucid/opcode-spec'
import { Folder } from './statements.ts'

export interface FoldOptions {
  /** The optimisation level; `__debug__` is true for 0 only. */
  readonly optimize: number
  /** CO_FUTURE_… bits in force. */
  readonly futureFlags: number
  /**
   * Hears of each `~True` and `~False`, which CPython deprecates as it evaluates them; the answer 'error'
   * leaves the operation to run time.
   */
  readonly onInvertBool?: (() => 'error' | void) | undefined
}

/** CPython's C recursion limit, less what a call of compile() uses itself. */
const mostNested = 9998

/**
 * Evaluate what is constant in the tree, in place: operators, subscripts and tuples of constants,
 * `__debug__`, literal lists and sets that are only iterated or searched, `'%s' % (x,)`.
 * @example
 * const tree = parse('x = 2 * 3')
 * foldTree(tree, { optimize: 0, futureFlags: 0 })
 * unparse(tree) // 'x = 6'
 */
export function foldTree(tree: mod, options: FoldOptions): void {
  const { optimize, futureFlags, onInvertBool } = options
  const skipAnnotations = (futureFlags & codeFlags.CO_FUTURE_ANNOTATIONS) !== 0
  new Folder({ optimize, skipAnnotations, onInvertBool, mostNested }).module(tree)
}
