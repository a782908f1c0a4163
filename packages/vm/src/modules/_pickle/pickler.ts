// Pickler: writes objects to a file, which remember each other from one `dump` to the next.
import { PyBuiltin } from '../../data/callables.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newInt, None, smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { AttributeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { nameOf } from './dotted.ts'
import { PicklingError } from './errors.ts'
import { PickleMemo } from './memo.ts'
import { pickleMemoOf, PyPicklerMemoProxy } from './memo-proxies.ts'
import { DEFAULT_PROTOCOL, HIGHEST_PROTOCOL } from './opcodes.ts'
import { PickleOutput } from './output.ts'
import { Saving } from './save.ts'

export class PyPickler extends PyObject {
  memo = new PickleMemo()
  protocol = DEFAULT_PROTOCOL
  /** The members `bin` and `fast`. */
  bin = 1
  fast = 0
  fixImports = false
  /** The file's `write`; undefined before `__init__`. */
  write: Value | undefined = undefined
  bufferCallback: Value | undefined = undefined
  dispatchTable: Value | undefined = undefined
  /** Has nothing been written since `__init__`? CPython keeps its first buffer until then. */
  fresh = false
  override traverse(visit: Visit): void {
    for (const child of [this.write, this.bufferCallback, this.dispatchTable]) if (child !== undefined) visit(child)
    for (const value of this.memo.values()) visit(value)
  }
}

/** The protocol that an argument asks for. */
export function protocolOf(value: Value, py: Thread): number {
  if (value === None) return DEFAULT_PROTOCOL
  const protocol = size(value, py)
  if (protocol > HIGHEST_PROTOCOL) raise(ValueError, `pickle protocol must be <= ${HIGHEST_PROTOCOL}`)
  return protocol < 0 ? HIGHEST_PROTOCOL : protocol
}

/** The callback for buffers, if there is one. */
export function callbackOf(value: Value, protocol: number): Value | undefined {
  if (value === None) return undefined
  if (protocol < 5) raise(ValueError, 'buffer_callback needs protocol >= 5')
  return value
}

/** The `write` of a file. */
export const writeOf = (file: Value, py: Thread): Value =>
  nameOf(file, 'write', py) ?? raise(PyTypeError, "file must have a 'write' attribute")

/** The method of that name unless it is the one that Pickler itself has, which has nothing to say. */
function overridden(self: PyPickler, name: string, py: Thread): Value | undefined {
  const found = nameOf(self, name, py)
  const own = found instanceof PyBuiltin && found.self === self && found.definition === persistentId
  return own ? undefined : found
}

function dump(self: PyPickler, value: Value, py: Thread): void {
  if (self.write === undefined) raise(PicklingError, `Pickler.__init__() was not called by ${self.type.tpName}.__init__()`)
  self.fresh = false
  const settings = {
    protocol: self.protocol, fixImports: self.fixImports, bufferCallback: self.bufferCallback, dispatchTable: self.dispatchTable,
    persistentId: overridden(self, 'persistent_id', py), reducerOverride: nameOf(self, 'reducer_override', py), fast: self.fast !== 0,
  }
  const out = new PickleOutput(self.write)
  new Saving(settings, self.memo, out, py).run(value)
  out.flush(py)
}

const method = methods<PyPickler>()
const persistentId = method('persistent_id(self, obj: object, /)', 'Answer a persistent id of an object, or None.', () => None)

const member = (name: 'bin' | 'fast') => ({
  member: true,
  get: (self: PyPickler) => newInt(self[name]),
  set(self: PyPickler, value: Value | undefined, py: Thread) {
    if (value === undefined) return raise(PyTypeError, "can't delete numeric/char attribute")
    self[name] = size(value, py) | 0
  },
})

export const picklerType = defineType(
  '_pickle.Pickler(file: object, protocol: object = None, fix_imports: bool = True, buffer_callback: object = None)',
  {
    doc: 'Writes objects to a binary file as pickles.',
    instance: PyPickler,
    subclassable: true,
    newRaw: (cls) => withClass(new PyPickler(), cls),
    init(self: PyPickler, file, protocol, fixImports, callback, py) {
      self.memo.clear()
      self.protocol = protocolOf(protocol, py)
      self.bin = self.protocol > 0 ? 1 : 0
      self.fixImports = fixImports && self.protocol < 3
      self.write = writeOf(file, py)
      self.bufferCallback = callbackOf(callback, self.protocol)
      self.fast = 0
      self.fresh = true
      self.dispatchTable = nameOf(self, 'dispatch_table', py)
    },
    definingClass: ['dump'],
    methods: () => [
      persistentId,
      method('dump(self, obj: object, /)', 'Write an object to the file.', dump),
      method('clear_memo(self, /)', 'Forget which objects have been written.', (self) => self.memo.clear()),
      method('__sizeof__(self, /)', 'Size in memory, in bytes.', (self) => smallInt(176 + 16 * self.memo.slots + (self.fresh ? 4129 : 0))),
    ],
    attributes: () => ({
      bin: member('bin'),
      fast: member('fast'),
      dispatch_table: {
        member: true,
        get: (self) => self.dispatchTable ?? noTable(self),
        set(self, value) {
          if (value === undefined && self.dispatchTable === undefined) raise(AttributeError, 'dispatch_table')
          self.dispatchTable = value
        },
      },
      memo: {
        get: (self) => new PyPicklerMemoProxy(self),
        set(self, value) {
          self.memo = pickleMemoOf(value)
        },
      },
    }),
  },
)

function noTable(self: PyPickler): never {
  return raise(AttributeError, `'${self.type.tpName}' object has no attribute 'dispatch_table'`)
}
