// The class of every node, from the grammar's tables: fields, types of fields, defaults, and the documentation that
// shows the production.
import { attributes, fields, fieldTypes, locatedTypes, nodesOfType, typeOfNode, typesWithOptionalEnd } from '@pellucid/ast'
import {
  call, narrowStr, newDict, newGenericAlias, newStr, newTuple, newUnion, None, objectType, setAttr, typeType,
  type PyType, type Thread, type Value,
} from '@pellucid/vm/machine'
import type { NodeName, SumName } from './state.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)
const optionalEnd: ReadonlySet<string> = new Set(typesWithOptionalEnd)

// The tables mark lists that may hold None, which the grammar does not.
const typeOfField = (name: NodeName, i: number): string => (fieldTypes[name][i] as string).replace('?*', '*')

/** `If(expr test, stmt* body, stmt* orelse)`. */
function production(name: NodeName): string {
  const parts = fields[name].map((field, i) => `${typeOfField(name, i)} ${field}`)
  return parts.length === 0 ? name : `${name}(${parts.join(', ')})`
}

/** `expr = BoolOp(…) | …`, one alternative a line where they have fields. */
function alternatives(sum: SumName): string {
  const members = nodesOfType[sum] as readonly NodeName[]
  const plain = members.every((name) => fields[name].length === 0)
  return `${sum} = ${members.map(production).join(plain ? ' | ' : `\n${' '.repeat(sum.length + 1)}| `)}`
}

const names = (list: readonly string[]): Value => newTuple(list.map(narrowStr))

function makeClass(
  name: string, base: PyType, fieldNames: readonly string[], doc: string, extra: Readonly<Record<string, Value>>, py: Thread,
): PyType {
  const namespace = newDict()
  namespace.setStr('_fields', names(fieldNames))
  namespace.setStr('__match_args__', names(fieldNames))
  namespace.setStr('__module__', narrowStr('ast'))
  namespace.setStr('__doc__', newStr(doc))
  for (const [key, value] of Object.entries(extra)) namespace.setStr(key, value)
  return call(typeType, [narrowStr(name), newTuple([base]), namespace], py) as PyType
}

/** Class attributes of an ASDL type: which positions its nodes have, and None for those that may be missing. */
function attributesOf(sum: SumName): Record<string, Value> {
  const has = located.has(sum)
  const made: Record<string, Value> = { _attributes: names(has ? attributes : []) }
  if (optionalEnd.has(sum)) Object.assign(made, { end_lineno: None, end_col_offset: None })
  return made
}

function optionalFields(name: NodeName): Record<string, Value> {
  const made: Record<string, Value> = {}
  fields[name].forEach((field, i) => {
    if (typeOfField(name, i).endsWith('?')) made[field] = None
  })
  return made
}

/** What a field's type is at run time. */
function annotation(type: string, classes: ReadonlyMap<string, PyType>, py: Thread): Value {
  const { builtins } = py.interpreter
  const base = type.replace(/[?*]$/, '')
  const builtin = { identifier: 'str', string: 'str', int: 'int' }[base]
  const plain =
    base === 'constant' ? objectType : builtin === undefined ? (classes.get(base) as PyType) : (builtins.getStr(builtin) as PyType)
  if (type.endsWith('*')) return newGenericAlias(builtins.getStr('list') as Value, plain)
  return type.endsWith('?') ? newUnion(plain, None, py) : plain
}

/** All classes below `ast.AST`, by name. */
export function makeClasses(ast: PyType, py: Thread): Map<string, PyType> {
  const classes = new Map<string, PyType>()
  for (const sum of Object.keys(nodesOfType) as SumName[]) {
    const members = nodesOfType[sum] as readonly NodeName[]
    if ((members[0] as string) === sum) {
      const name = members[0] as NodeName
      const extra = { ...attributesOf(sum), ...optionalFields(name) }
      classes.set(name, makeClass(name, ast, fields[name], production(name), extra, py))
      continue
    }
    const base = makeClass(sum, ast, [], alternatives(sum), attributesOf(sum), py)
    classes.set(sum, base)
    for (const name of members) {
      classes.set(name, makeClass(name, base, fields[name], production(name), optionalFields(name), py))
    }
  }
  for (const name of Object.keys(typeOfNode) as NodeName[]) {
    const types = newDict()
    fields[name].forEach((field, i) => types.setStr(field, annotation(typeOfField(name, i), classes, py)))
    const type = classes.get(name) as PyType
    setAttr(type, narrowStr('_field_types'), types, py)
    setAttr(type, narrowStr('__annotations__'), types, py)
  }
  return classes
}
