// The opcodes of a pickle, one after the other, until STOP.
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { newList } from '../../data/sequences.ts'
import { newSet } from '../../data/set.ts'
import { PyDict } from '../../data/dict.ts'
import { asStr, isStr, newInt, None, type Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { decodeBuiltin } from '../../protocols/codecs.ts'
import { EOFError, UnicodeDecodeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { UnpicklingError } from './errors.ts'
import { truncated } from './input.ts'
import {
  count, loadBinaryFloat, loadByteArray, loadCountedBytes, loadCountedLong, loadCountedString, loadCountedUnicode, loadNextBuffer,
  loadReadonlyBuffer, loadString, loadUnicode, signed, unsigned,
} from './load-data.ts'
import { loadFloat, loadIndex, loadInt, loadLong } from './load-numbers.ts'
import {
  addItems, append, loadBuild, loadDict, loadFrozenSet, loadInstance, loadNew, loadObject, loadReduce, setItems,
} from './load-objects.ts'
import type { Load } from './load-state.ts'
import { HIGHEST_PROTOCOL, Op } from './opcodes.ts'

type Loader = (load: Load) => void

const constant = (value: Value): Loader => (load) => load.push(value)

function findClass(load: Load, module: Value, name: Value): Value {
  return load.settings.findClass(module, name, load.protocol)
}

/** A line's text before its end, in an encoding. */
function lineStr(load: Load, encoding: 'utf-8' | 'ascii', least: number): Value {
  const line = load.input.line(load.py)
  if (line.length < least) return truncated()
  return decodeBuiltin(encoding, line.slice(0, -1), 'strict', load.py)
}

function loadGlobal(load: Load): void {
  const module = lineStr(load, 'utf-8', 2)
  const name = lineStr(load, 'utf-8', 2)
  load.push(findClass(load, module, name))
}

function loadStackGlobal(load: Load): void {
  const name = load.pop()
  const module = load.pop()
  if (!isStr(name) || !isStr(module)) raise(UnpicklingError, 'STACK_GLOBAL requires str')
  load.push(findClass(load, module, name))
}

function loadInst(load: Load): void {
  const place = load.popMark()
  const module = lineStr(load, 'ascii', 2)
  const name = lineStr(load, 'ascii', 2)
  loadInstance(load, place, findClass(load, module, name))
}

function pushPersistent(load: Load, id: Value): void {
  const { persistentLoad } = load.settings
  if (persistentLoad === undefined) {
    return raise(
      UnpicklingError,
      'A load persistent id instruction was encountered, but no persistent_load function was specified.',
    )
  }
  load.push(call(persistentLoad, [id], load.py))
}

function loadPersistentLine(load: Load): void {
  const line = load.input.line(load.py).slice(0, -1)
  let id: Value
  try {
    id = decodeBuiltin('ascii', line, 'strict', load.py)
  } catch (caught) {
    if (!isRaised(caught, UnicodeDecodeError)) throw caught
    return raise(UnpicklingError, 'persistent IDs in protocol 0 must be ASCII strings')
  }
  pushPersistent(load, id)
}

/** A mark goes when it is on top. */
function loadPop(load: Load): void {
  if (load.marks[load.marks.length - 1] === load.stack.length) load.popMark()
  else load.pop()
}

function recall(load: Load, place: number): void {
  load.push(load.memo.get(place) ?? raise(UnpicklingError, `Memo value not found at index ${place}`))
}
function memoise(load: Load, place: number): void {
  const value = load.top()
  if (place < 0) raise(ValueError, 'negative PUT argument')
  load.memo.set(place, value)
}

/** A global by the number that copyreg gave it. */
function loadExtension(load: Load, size: number): void {
  const code = size === 4 ? signed(load) : unsigned(load, size)
  if (code <= 0) raise(UnpicklingError, 'EXT specifies code <= 0')
  const { extensionCache, extensionNames } = load.registries
  const key = newInt(code)
  const known = extensionCache.get(key, load.py.keys)
  if (known !== undefined) return load.push(known)
  const pair = extensionNames.get(key, load.py.keys)
  if (pair === undefined) return raise(ValueError, `unregistered extension code ${code}`)
  if (!(pair instanceof PyTuple) || pair.items.length !== 2 || pair.items.some((item) => asStr(item) === undefined)) {
    return raise(ValueError, `_inverted_registry[${code}] isn't a 2-tuple of strings`)
  }
  const found = findClass(load, pair.items[0] as Value, pair.items[1] as Value)
  extensionCache.set(key, found, load.py.keys)
  load.push(found)
}

function loadProtocol(load: Load): void {
  const protocol = load.input.byte(load.py)
  if (protocol > HIGHEST_PROTOCOL) raise(ValueError, `unsupported pickle protocol: ${protocol}`)
  load.protocol = protocol
}

function tupleOf(size: number): Loader {
  return (load) => {
    load.need(size)
    load.push(load.tuple(load.stack.length - size))
  }
}

const loaders: Partial<Record<number, Loader>> = {
  [Op.NONE]: constant(None),
  [Op.NEWTRUE]: constant(true),
  [Op.NEWFALSE]: constant(false),
  [Op.INT]: loadInt,
  [Op.BININT]: (load) => load.push(newInt(signed(load))),
  [Op.BININT1]: (load) => load.push(newInt(load.input.byte(load.py))),
  [Op.BININT2]: (load) => load.push(newInt(unsigned(load, 2))),
  [Op.LONG]: loadLong,
  [Op.LONG1]: (load) => loadCountedLong(load, 1),
  [Op.LONG4]: (load) => loadCountedLong(load, 4),
  [Op.FLOAT]: loadFloat,
  [Op.BINFLOAT]: loadBinaryFloat,
  [Op.STRING]: loadString,
  [Op.BINSTRING]: (load) => loadCountedString(load, 4),
  [Op.SHORT_BINSTRING]: (load) => loadCountedString(load, 1),
  [Op.UNICODE]: loadUnicode,
  [Op.SHORT_BINUNICODE]: (load) => loadCountedUnicode(load, 1),
  [Op.BINUNICODE]: (load) => loadCountedUnicode(load, 4),
  [Op.BINUNICODE8]: (load) => loadCountedUnicode(load, 8),
  [Op.SHORT_BINBYTES]: (load) => loadCountedBytes(load, 1),
  [Op.BINBYTES]: (load) => loadCountedBytes(load, 4),
  [Op.BINBYTES8]: (load) => loadCountedBytes(load, 8),
  [Op.BYTEARRAY8]: loadByteArray,
  [Op.NEXT_BUFFER]: loadNextBuffer,
  [Op.READONLY_BUFFER]: loadReadonlyBuffer,
  [Op.EMPTY_TUPLE]: (load) => load.push(newTuple([])),
  [Op.TUPLE1]: tupleOf(1),
  [Op.TUPLE2]: tupleOf(2),
  [Op.TUPLE3]: tupleOf(3),
  [Op.TUPLE]: (load) => load.push(load.tuple(load.popMark())),
  [Op.EMPTY_LIST]: (load) => load.push(newList([])),
  [Op.LIST]: (load) => load.push(newList(load.cut(load.popMark()))),
  [Op.EMPTY_DICT]: (load) => load.push(new PyDict()),
  [Op.DICT]: loadDict,
  [Op.EMPTY_SET]: (load) => load.push(newSet()),
  [Op.FROZENSET]: loadFrozenSet,
  [Op.ADDITEMS]: addItems,
  [Op.APPEND]: (load) => append(load, load.stack.length - 1),
  [Op.APPENDS]: (load) => append(load, load.popMark()),
  [Op.SETITEM]: (load) => setItems(load, load.stack.length - 2),
  [Op.SETITEMS]: (load) => setItems(load, load.popMark()),
  [Op.OBJ]: loadObject,
  [Op.INST]: loadInst,
  [Op.NEWOBJ]: (load) => loadNew(load, false),
  [Op.NEWOBJ_EX]: (load) => loadNew(load, true),
  [Op.REDUCE]: loadReduce,
  [Op.BUILD]: loadBuild,
  [Op.GLOBAL]: loadGlobal,
  [Op.STACK_GLOBAL]: loadStackGlobal,
  [Op.EXT1]: (load) => loadExtension(load, 1),
  [Op.EXT2]: (load) => loadExtension(load, 2),
  [Op.EXT4]: (load) => loadExtension(load, 4),
  [Op.PERSID]: loadPersistentLine,
  [Op.BINPERSID]: (load) => pushPersistent(load, load.pop()),
  [Op.MARK]: (load) => load.mark(),
  [Op.POP]: loadPop,
  [Op.POP_MARK]: (load) => void load.cut(load.popMark()),
  [Op.DUP]: (load) => load.push(load.top()),
  [Op.GET]: (load) => recall(load, loadIndex(load)),
  [Op.BINGET]: (load) => recall(load, load.input.byte(load.py)),
  [Op.LONG_BINGET]: (load) => recall(load, unsigned(load, 4)),
  [Op.PUT]: (load) => {
    const place = loadIndex(load)
    memoise(load, place)
  },
  [Op.BINPUT]: (load) => memoise(load, load.input.byte(load.py)),
  [Op.LONG_BINPUT]: (load) => memoise(load, unsigned(load, 4)),
  [Op.MEMOIZE]: (load) => memoise(load, load.memo.size),
  [Op.PROTO]: loadProtocol,
  [Op.FRAME]: (load) => load.input.expect(count(load, 8, "FRAME length exceeds system's maximum of"), load.py),
}
const table = Array.from({ length: 256 }, (_, code) => loaders[code])

/** Read one object. */
export function load(state: Load): Value {
  const { input, py } = state
  for (;;) {
    const code = input.opcode(py)
    if (code === undefined) return raise(EOFError, 'Ran out of input')
    if (code === Op.STOP) break
    const loader = table[code]
    if (loader === undefined) return unknown(code)
    loader(state)
    if (--py.budget <= 0) py.budget = py.tick()
  }
  input.skipConsumed(py)
  return state.pop()
}

function unknown(code: number): never {
  const character = String.fromCharCode(code)
  const shown = code >= 0x20 && code <= 0x7e && character !== "'" && character !== '\\'
  return raise(UnpicklingError, `invalid load key, '${shown ? character : `\\x${code.toString(16).padStart(2, '0')}`}'.`)
}
