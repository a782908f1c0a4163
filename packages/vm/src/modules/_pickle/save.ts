// A value as opcodes: which way its class is written.
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PyFunction } from '../../data/callables.ts'
import { PyDict } from '../../data/dict.ts'
import type { PyObject } from '../../data/object.ts'
import { typeType } from '../../data/roots.ts'
import { newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import { PyFrozenSet, PySet } from '../../data/set.ts'
import { isSubtype, typeOf, type PyType } from '../../data/type.ts'
import {
  asStr, codePointsOf, EllipsisObject, isInt, isStr, newInt, None, NotImplemented, PyFloat, strValue, type Value,
} from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { KeyError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { reprText, str } from '../../protocols/repr.ts'
import { getItem } from '../../protocols/subscript.ts'
import { nameOf } from './dotted.ts'
import { Dump } from './dump.ts'
import { PicklingError } from './errors.ts'
import { Op } from './opcodes.ts'
import { PyPickleBuffer } from './pickle-buffer.ts'
import { saveBool, saveByteArray, saveBytes, saveFloat, saveInt, savePickleBuffer, saveStr } from './save-atoms.ts'
import { saveDict, saveFrozenSet, saveList, saveSet, saveTuple } from './save-containers.ts'
import { saveGlobal } from './save-global.ts'
import { saveReduced } from './save-reduced.ts'

type Writer = (dump: Dump, value: never) => void

let writers: Map<PyType, Writer> | undefined
/** How the classes are written that are no subclasses. */
const builtinWriters = (): Map<PyType, Writer> =>
  new Map<PyType, Writer>([
    [PyDict.prototype.type, saveDict],
    [PyList.prototype.type, saveList],
    [PyTuple.prototype.type, saveTuple],
    [PyFrozenSet.prototype.type, saveFrozenSet],
    [PySet.prototype.type, saveSet],
    [PyByteArray.prototype.type, saveByteArray],
    [PyPickleBuffer.prototype.type, savePickleBuffer],
  ])

/** Writes one object with all that hangs on it. */
export class Saving extends Dump {
  run(value: Value): void {
    const { out, protocol } = this
    if (protocol >= 2) {
      out.number(Op.PROTO, protocol, 1)
      out.framing = protocol >= 4
    }
    try {
      this.save(value)
      out.op(Op.STOP)
      out.commit()
    } finally {
      out.framing = false
    }
  }

  save(value: Value, isId = false): void {
    this.out.boundary(this.py)
    if (!isId && this.settings.persistentId !== undefined && this.#savePersistent(value, this.settings.persistentId)) return
    if (this.#saveAtom(value)) return
    const place = this.memo.get(value)
    if (place !== undefined) return this.recall(place)
    if (isStr(value)) return saveStr(this, value)
    const object = value as PyObject
    if (object instanceof PyBytes && object.type === PyBytes.prototype.type) return saveBytes(this, object)
    this.nested(() => this.#saveObject(object))
  }

  /** Values that have no number. */
  #saveAtom(value: Value): boolean {
    if (value === None) this.out.op(Op.NONE)
    else if (typeof value === 'boolean') saveBool(this, value)
    else if (isInt(value)) saveInt(this, value)
    else if (value instanceof PyFloat && !Object.hasOwn(value, 'type')) saveFloat(this, value)
    else return false
    return true
  }

  #savePersistent(value: Value, persistentId: Value): boolean {
    const id = call(persistentId, [value], this.py)
    if (id === None) return false
    if (this.binary) {
      this.save(id, true)
      this.out.op(Op.BINPERSID)
      return true
    }
    const text = str(id, this.py)
    if (codePointsOf(text).some((point) => point > 127)) raise(PicklingError, 'persistent IDs in protocol 0 must be ASCII strings')
    this.out.line(Op.PERSID, `${strValue(text)}\n`)
    return true
  }

  #saveObject(value: PyObject): void {
    const write = (writers ??= builtinWriters()).get(value.type)
    if (write !== undefined) return write(this, value as never)
    const { reducerOverride } = this.settings
    if (reducerOverride !== undefined) {
      const reduced = call(reducerOverride, [value], this.py)
      if (reduced !== NotImplemented) return this.#saveAnswer(value, reduced)
    }
    const type = typeOf(value)
    if (type === typeType) return this.#saveClass(value)
    if (value instanceof PyFunction) return saveGlobal(this, value)
    const reduce = this.#reducer(type)
    if (reduce !== undefined) return this.#saveAnswer(value, call(reduce, [value], this.py))
    if (isSubtype(type, typeType)) return saveGlobal(this, value)
    const reduceEx = nameOf(value, '__reduce_ex__', this.py)
    if (reduceEx !== undefined) return this.#saveAnswer(value, call(reduceEx, [newInt(this.protocol)], this.py))
    const plain = nameOf(value, '__reduce__', this.py)
    if (plain !== undefined) return this.#saveAnswer(value, call(plain, [], this.py))
    raise(PicklingError, `can't pickle '${type.tpName}' object: ${reprText(value, this.py)}`)
  }

  /** What the dispatch table has for a class. */
  #reducer(type: Value): Value | undefined {
    const own = this.settings.dispatchTable
    if (own === undefined) return this.registries.dispatchTable.get(type, this.py.keys)
    try {
      return getItem(own, type, this.py)
    } catch (caught) {
      if (isRaised(caught, KeyError)) return undefined
      throw caught
    }
  }

  #saveAnswer(value: Value, reduced: Value): void {
    if (asStr(reduced) !== undefined) saveGlobal(this, value, reduced)
    else if (reduced instanceof PyTuple) saveReduced(this, reduced, value)
    else raise(PicklingError, '__reduce__ must return a string or tuple')
  }

  /** The classes of the single objects have no name that leads to them. */
  #saveClass(value: Value): void {
    const single = [None, EllipsisObject, NotImplemented].find((one) => typeOf(one) === value)
    if (single === undefined) saveGlobal(this, value)
    else saveReduced(this, newTuple([typeType, newTuple([single])]), value)
  }
}
