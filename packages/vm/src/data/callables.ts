// Functions written in Python, functions written here, and the methods both make.
import type { BuiltinDefinition } from '../object/define-builtin.ts'
import type { PyCell, PyCode } from './code.ts'
import type { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import type { PyTuple } from './sequences.ts'
import type { PyType } from './type.ts'
import type { KeywordNames, SlotName } from './slots.ts'
import type { Str, Value } from './values.ts'
import type { Thread } from '../thread.ts'

export class PyFunction extends PyObject {
  code: PyCode
  readonly globals: PyDict
  /** A dict, or whatever mapping the globals named so. */
  readonly builtins: Value
  name: Str
  qualname: Str
  defaults: PyTuple | undefined = undefined
  kwdefaults: PyDict | undefined = undefined
  closure: readonly PyCell[] | undefined = undefined
  doc: Value
  module: Value
  annotations: Value | undefined = undefined
  typeParams: Value | undefined = undefined
  constructor(code: PyCode, globals: PyDict, builtins: Value, name: Str, qualname: Str, doc: Value, module: Value) {
    super()
    this.code = code
    this.globals = globals
    this.builtins = builtins
    this.name = name
    this.qualname = qualname
    this.doc = doc
    this.module = module
  }
  override traverse(visit: Visit): void {
    visit(this.code)
    visit(this.globals)
    visit(this.builtins)
    if (this.defaults !== undefined) visit(this.defaults)
    if (this.kwdefaults !== undefined) visit(this.kwdefaults)
    if (this.closure !== undefined) for (const cell of this.closure) visit(cell)
    visit(this.doc)
    visit(this.module)
    if (this.annotations !== undefined) visit(this.annotations)
    if (this.typeParams !== undefined) visit(this.typeParams)
  }
}

/** `instance.method` of a Python function (or any callable): `method`. */
export class PyMethod extends PyObject {
  readonly func: Value
  readonly self: Value
  constructor(func: Value, self: Value) {
    super()
    this.func = func
    this.self = self
  }
  override traverse(visit: Visit): void {
    visit(this.func)
    visit(this.self)
  }
}

/** A function of a builtin module, or a builtin method bound to its receiver: `builtin_function_or_method`. */
export class PyBuiltin extends PyObject {
  readonly definition: BuiltinDefinition
  /** The receiver; the module for a function; undefined where there is none. */
  readonly self: Value | undefined
  /** `__module__`; None for bound methods. */
  module: Value | undefined
  constructor(definition: BuiltinDefinition, self: Value | undefined, module: Value | undefined) {
    super()
    this.definition = definition
    this.self = self
    this.module = module
  }
  override traverse(visit: Visit): void {
    if (this.self !== undefined) visit(this.self)
  }
}

/** A bound method whose C code asks for the class that defines it: `builtin_method`. */
export class PyBuiltinMethod extends PyBuiltin {}

/** A method with its receiver. */
export function bindBuiltin(definition: BuiltinDefinition, receiver: Value | undefined): PyBuiltin {
  return definition.options.definingClass === true
    ? new PyBuiltinMethod(definition, receiver, undefined)
    : new PyBuiltin(definition, receiver, undefined)
}

/** `str.upper`: a builtin method seen on its class: `method_descriptor`, or `classmethod_descriptor`. */
export class PyMethodDescriptor extends PyObject {
  readonly owner: PyType
  readonly definition: BuiltinDefinition
  constructor(owner: PyType, definition: BuiltinDefinition) {
    super()
    this.owner = owner
    this.definition = definition
  }
}
export class PyClassMethodDescriptor extends PyMethodDescriptor {}

/** How a slot is called as a method: `list.__len__` takes `self` and the arguments of the call. */
export type SlotWrapperCall = (self: Value, args: Value[], names: KeywordNames | undefined, py: Thread) => Value

/** `list.__len__` where `__len__` comes from a slot: `wrapper_descriptor`. */
export class PySlotWrapper extends PyObject {
  readonly owner: PyType
  readonly name: string
  readonly doc: string
  readonly textSignature: string
  readonly slotName: SlotName
  /** The slot function that this wraps: an inheriting class gets it back unwrapped. */
  readonly slot: unknown
  readonly call: SlotWrapperCall
  constructor(
    owner: PyType,
    method: { name: string; doc: string; textSignature: string },
    slotName: SlotName,
    slot: unknown,
    call: SlotWrapperCall,
  ) {
    super()
    this.owner = owner
    this.name = method.name
    this.doc = method.doc
    this.textSignature = method.textSignature
    this.slotName = slotName
    this.slot = slot
    this.call = call
  }
}

/** `[].__len__`: `method-wrapper`. */
export class PyMethodWrapper extends PyObject {
  readonly wrapper: PySlotWrapper
  readonly self: Value
  constructor(wrapper: PySlotWrapper, self: Value) {
    super()
    this.wrapper = wrapper
    this.self = self
  }
  override traverse(visit: Visit): void {
    visit(this.self)
  }
}

/** A computed attribute of a builtin type: `getset_descriptor`. */
export class PyGetSet extends PyObject {
  readonly owner: PyType
  readonly name: string
  readonly doc: string | undefined
  readonly get: ((self: never, py: Thread) => Value) | undefined
  /** `value` undefined deletes. */
  readonly set: ((self: never, value: Value | undefined, py: Thread) => void) | undefined
  constructor(owner: PyType, name: string, doc: string | undefined, get: PyGetSet['get'], set: PyGetSet['set']) {
    super()
    this.owner = owner
    this.name = name
    this.doc = doc
    this.get = get
    this.set = set
  }
}

/** A getset that CPython keeps as a field of the layout, so that it shows as a `member_descriptor`. */
export class PyField extends PyGetSet {}

/** An attribute that is a field: of a builtin layout, or a place of `__slots__`: `member_descriptor`. */
export class PyMember extends PyObject {
  readonly owner: PyType
  readonly name: string
  /** Index into `PyObject.members`. */
  readonly place: number
  constructor(owner: PyType, name: string, place: number) {
    super()
    this.owner = owner
    this.name = name
    this.place = place
  }
}

export class PyStaticMethod extends PyObject {
  callable: Value
  constructor(callable: Value) {
    super()
    this.callable = callable
  }
  override traverse(visit: Visit): void {
    visit(this.callable)
  }
}

export class PyClassMethod extends PyObject {
  callable: Value
  constructor(callable: Value) {
    super()
    this.callable = callable
  }
  override traverse(visit: Visit): void {
    visit(this.callable)
  }
}

export class PyProperty extends PyObject {
  getter: Value | undefined = undefined
  setter: Value | undefined = undefined
  deleter: Value | undefined = undefined
  doc: Value | undefined = undefined
  name: Value | undefined = undefined
  getterDoc = false
  override traverse(visit: Visit): void {
    for (const child of [this.getter, this.setter, this.deleter, this.doc, this.name]) if (child !== undefined) visit(child)
  }
}
