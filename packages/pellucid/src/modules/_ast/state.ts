// What the `_ast` module keeps for an interpreter: its node classes, made on first use because each interpreter's are
// its own to change.
import { fields, nodesOfType, typeOfNode } from '@pellucid/ast'
import { PyInstance, type PyObject, type PyType, type Shape, type Thread } from '@pellucid/vm/machine'
import { makeClasses } from './classes.ts'
import { makeAstType } from './ast-type.ts'

/** The name of a node's class: 'If'. */
export type NodeName = keyof typeof fields
/** The name of an ASDL type: 'stmt'. */
export type SumName = keyof typeof nodesOfType

export interface AstState {
  /** `ast.AST`. */
  readonly ast: PyType
  /** Every class below it, by name. */
  readonly classes: ReadonlyMap<string, PyType>
  /** Names of the node classes, by class. */
  readonly names: ReadonlyMap<PyType, NodeName>
  /** The one instance of each class of contexts and operators that trees share. */
  readonly singletons: ReadonlyMap<string, PyObject>
  /** Where the attributes of a node from the parser lie, by class name; filled as needed. */
  readonly shapes: Map<string, Shape>
}

const key = '_ast'

/** The classes, if any code has asked for them yet. */
export function existingState(py: Thread): AstState | undefined {
  return py.interpreter.state.get(key) as AstState | undefined
}

/** Is an ASDL type a choice among nodes without fields or positions? */
export function isSimpleSum(name: string): boolean {
  const members = nodesOfType[name as SumName] as readonly NodeName[] | undefined
  return members !== undefined && members[0] !== name && simpleSums.has(name)
}
const simpleSums: ReadonlySet<string> = new Set(['expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'])

/** The classes of an interpreter. */
export function astState(py: Thread): AstState {
  const known = existingState(py)
  if (known !== undefined) return known
  const singletons = new Map<string, PyObject>()
  const ast = makeAstType(() => singletons.get('Load'))
  const classes = makeClasses(ast, py)
  const names = new Map<PyType, NodeName>()
  for (const name of Object.keys(fields) as NodeName[]) {
    const type = classes.get(name) as PyType
    names.set(type, name)
    if (isSimpleSum(typeOfNode[name])) singletons.set(name, new PyInstance(type))
  }
  const state: AstState = { ast, classes, names, singletons, shapes: new Map() }
  py.interpreter.state.set(key, state)
  return state
}
