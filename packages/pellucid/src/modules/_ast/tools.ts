// What `compile()` does with syntax trees: parsing to one, checking one, compiling one.
import { validate, type mod } from '@pellucid/ast'
import { compileTree, foldTree, invertBool } from '@pellucid/compiler'
import { compileFlags } from '@pellucid/opcode-spec'
import {
  codeOf, exceptions, isInstance, isRaised, raise, SyntaxWarning, TypeError as PyTypeError, typeOf, warn, warnExplicit,
  type AstTools, type PyType, type Thread, type Value,
} from '@pellucid/vm/machine'
import { parseSource, type SourceMode, type SourceWarning } from '../../frontend.ts'
import { astState, existingState } from './state.ts'
import { toPython } from './to-python.ts'
import { toTree } from './to-tree.ts'

const rootOfMode: Readonly<Record<string, string>> = {
  exec: 'Module', eval: 'Expression', single: 'Interactive', func_type: 'FunctionType',
}

const optimized = (flags: number): boolean =>
  (flags & compileFlags.PyCF_OPTIMIZED_AST) === compileFlags.PyCF_OPTIMIZED_AST

/** Hands warnings of the front end to `warnings`; one that is raised there becomes a SyntaxError here. */
export function warningSink(filename: string, py: Thread): (warning: SourceWarning) => 'error' | void {
  return ({ category, message, filename: file, lineno }) => {
    const type = exceptions.get(category) ?? SyntaxWarning
    try {
      if (file === null) warn(py, type, message)
      else warnExplicit(py, type, message, filename, lineno)
    } catch (caught) {
      if (isRaised(caught, type)) return 'error'
      throw caught
    }
    return undefined
  }
}

const levelOf = (optimize: number, py: Thread): number =>
  optimize < 0 ? py.interpreter.settings.optimize : optimize

function checkedTree(node: Value, mode: string, py: Thread): mod {
  const root = rootOfMode[mode] as string
  if (!isInstance(node, astState(py).classes.get(root) as PyType, py)) {
    raise(PyTypeError, `expected ${root} node, got ${typeOf(node).tpName}`)
  }
  const tree = toTree(node, 'mod', py) as mod
  validate(tree, mode as SourceMode)
  return tree
}

/** The machine's AstTools. */
const tools: AstTools = {
  isNode(value, py) {
    const state = existingState(py)
    return state !== undefined && isInstance(value, state.ast, py)
  },

  checkAndReturn(node, filename, { mode, flags, optimize }, py) {
    if (!optimized(flags)) return node
    const tree = checkedTree(node, mode, py)
    fold(tree, filename, flags, levelOf(optimize, py), py)
    return toPython(tree, py)
  },

  parse(source, filename, { mode, flags, optimize, featureVersion }, py) {
    const tree = parseSource(source, filename, mode as SourceMode | 'func_type', {
      flags,
      ...(featureVersion >= 0 && { featureVersion }),
      onWarning: warningSink(filename, py),
    })
    if (optimized(flags)) fold(tree, filename, flags, levelOf(optimize, py), py)
    return toPython(tree, py)
  },

  compileNode(node, filename, { mode, flags, optimize }, py) {
    const tree = checkedTree(node, mode, py)
    return codeOf(
      compileTree(tree, filename, { optimize: levelOf(optimize, py), flags, onWarning: warningSink(filename, py) }),
    )
  },
}

export const astTools = (): AstTools => tools

function fold(tree: mod, filename: string, flags: number, optimize: number, py: Thread): void {
  const warning = warningSink(filename, py)
  foldTree(tree, {
    optimize,
    futureFlags: flags,
    onInvertBool: () => warning({ category: 'DeprecationWarning', message: invertBool, filename: null, lineno: 0 }),
  })
}
