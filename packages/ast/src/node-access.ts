// Nodes seen by their field table instead of by their interface.
import type { Node, NodeType } from './nodes.generated.ts'
import { fields, fieldTypes, locatedTypes, typeOfNode } from './fields.generated.ts'

/** A node with its fields as an open record. */
export type OpenNode = Node & Record<string, unknown>

/** The node as a record of its fields. */
export const open = (node: Node): OpenNode => node as OpenNode

/** Whether a value is a node of the tree. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && isNodeType((value as { nodeType?: unknown }).nodeType)
}

/** Whether a text is the name of a node. */
export const isNodeType = (name: unknown): name is NodeType =>
  typeof name === 'string' && Object.hasOwn(fields, name)

/** The names of a node's fields, in ASDL's order. */
export const fieldsOf = (type: NodeType): readonly string[] => fields[type]

/** The ASDL types of a node's fields, in the same order. */
export const fieldTypesOf = (type: NodeType): readonly string[] => fieldTypes[type]

const located: ReadonlySet<string> = new Set(locatedTypes)

/** Whether nodes of a type hold nothing: operators and contexts, one shared object each. */
export const isLeafType = (type: NodeType): boolean => fields[type].length === 0 && !located.has(typeOfNode[type])
