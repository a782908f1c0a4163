// An image: what an interpreter's start-up has made, as data, so that the next interpreter need not make it again.
//
//   nodes   one Python object each: [kind, …parts]
//   parts   null None · true, false · "text" · 7 the object that is node 7 · -3 the third native · [7] the int 7 · [] nothing there
//
// Objects made by TypeScript, natives, are not in it: the image says where they are found.
//
// Few programs look into all that start-up has made. So a namespace, of a module or a class, is not filled before it is
// needed, and the nodes that only it leads to are a *unit*, a JSON text of its own.
import type { SlotName } from '../data/slots.ts'
import type { Place } from './packed.ts'

/**
 * Where a slot's function comes from: nowhere; the place of the special method, among those of the slot, whose shared function it is;
 * a class that has it.
 */
export type SlotPart = null | number | { readonly of: Part }

/** A value inside an image. */
export type Part = null | boolean | string | number | readonly [number] | readonly []

/** Does a part name a native? */
export const isNative = (part: Part): part is number => typeof part === 'number' && part < 0

/** An ordered dict of any keys. */
export type Entries = readonly (readonly [key: Part, value: Part])[]

/** What an object of a Python class carries whatever its layout: class, namespace, places of `__slots__`. */
export interface Header {
  readonly type?: number
  readonly dict?: Part
  readonly members?: readonly Part[]
}

export type Node =
  | readonly ['int', digits: string]
  | readonly ['wide', points: readonly number[]]
  | readonly ['float', text: string]
  | readonly ['bytes', values: readonly number[]]
  | readonly ['tuple', items: readonly Part[], header?: Header]
  | readonly ['list', items: readonly Part[], header?: Header]
  | readonly ['dict', entries: Entries, header?: Header]
  // A module's namespace.
  | readonly ['space', entries: number]
  // What fills a namespace: no object.
  | readonly ['entries', entries: Entries]
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
  /** The slots that are not as the base has them. */
  readonly slots: readonly (readonly [SlotName, SlotPart])[]
  /** A node of kind `entries`. */
  readonly namespace: number
}

/** Nodes that are read when one of them is needed: the number of the first, and where their text stands. */
export type Unit = readonly [first: number, ...text: Place]

export interface Image {
  /** The first nodes; those of the units follow. */
  readonly nodes: readonly Node[]
  readonly units: readonly Unit[]
  /** Addresses of natives (natives.ts). */
  readonly natives: readonly string[]
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
  /** The loader of a program in a source file, but for the file's name. */
  readonly loader: Part
}
