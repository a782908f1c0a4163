// An image: what an interpreter's start-up has made, as data, so that the next interpreter need not make it again.
//
//   nodes   one Python object each: [kind, …parts]
//   parts   null None · true, false · "text" · 7 the object that is node 7 · [7] the int 7 · [] nothing there
//
// Objects made by TypeScript are not in it: a node of kind `native` says where they are found.
import type { Place } from './packed.ts'

/** A value inside an image. */
export type Part = null | boolean | string | number | readonly [number] | readonly []

/** An ordered dict of any keys. */
export type Entries = readonly (readonly [key: Part, value: Part])[]

/** What an object of a Python class carries whatever its layout: class, namespace, places of `__slots__`. */
export interface Header {
  readonly type?: number
  readonly dict?: Part
  readonly members?: readonly Part[]
}

export type Node =
  | readonly ['native', address: string]
  | readonly ['int', digits: string]
  | readonly ['wide', points: readonly number[]]
  | readonly ['float', text: string]
  | readonly ['bytes', values: readonly number[]]
  | readonly ['tuple', items: readonly Part[], header?: Header]
  | readonly ['list', items: readonly Part[], header?: Header]
  | readonly ['dict', entries: Entries, header?: Header]
  | readonly ['set' | 'frozenset', items: readonly Part[], header?: Header]
  | readonly ['instance' | 'simple namespace', type: number, names: readonly string[] | null, values: readonly Part[], header: Header]
  | readonly ['module', namespace: Part, header?: Header]
  | readonly ['cell', value: Part]
  // JSON of its own among the bytes: few functions of start-up ever run.
  | readonly ['code', stored: Place, trusted: boolean]
  | readonly ['function', parts: FunctionParts, header?: Header]
  | readonly ['method', func: Part, self: Part]
  | readonly ['bound', descriptor: Part, self: Part]
  | readonly ['staticmethod' | 'classmethod', callable: Part, header?: Header]
  | readonly ['property', parts: readonly Part[], getterDoc: boolean, header?: Header]
  | readonly ['member', owner: Part, name: string, place: number]
  | readonly ['dict attribute' | 'weakref attribute', owner: Part]
  | readonly ['class', parts: ClassParts, header: Header]
  | readonly ['weakref', target: Part, callback: Part, header: Header]
  | readonly ['lock' | 'rlock']

export interface FunctionParts {
  readonly code: number
  readonly globals: number
  readonly builtins: number
  readonly name: Part
  readonly qualname: Part
  readonly doc: Part
  readonly module: Part
  readonly defaults: Part
  readonly kwdefaults: Part
  readonly closure: readonly Part[] | null
  readonly annotations: Part
  readonly typeParams: Part
}

export interface ClassParts {
  readonly name: string
  readonly qualname: string
  readonly module: string
  readonly bases: readonly Part[]
  readonly base: Part
  readonly mro: readonly Part[]
  readonly flags: number
  readonly hasDict: boolean
  readonly hasWeakrefs: boolean
  readonly isAbstract: boolean
  readonly memberCount: number
  readonly nativeNew: boolean
  readonly namespace: Entries
}

export interface Image {
  readonly nodes: readonly Node[]
  /** `sys.modules`, in order; a builtin module is found by its name, `__main__` is made anew. */
  readonly modules: readonly (readonly [name: string, module: Part])[]
  /** What start-up put into the namespaces of builtin modules. */
  readonly patches: readonly (readonly [module: string, entries: Entries])[]
  /** Classes made by start-up, in the order in which their bases list them. */
  readonly subclasses: readonly (readonly [base: Part, classes: readonly Part[]])[]
  /** Classes registered with abstract base classes. */
  readonly registries: readonly (readonly [abc: Part, classes: readonly Part[]])[]
  /** Functions that find codecs. */
  readonly searchers: readonly Part[]
}
