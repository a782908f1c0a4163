// Classes, functions and whatever else is written as the name it has in a module.
import { PyBuiltin } from '../../data/callables.ts'
import { PyDict } from '../../data/dict.ts'
import { newTuple } from '../../data/sequences.ts'
import { PyType, TypeFlags } from '../../data/type.ts'
import { asStr, codePointsOf, narrowStr, newStr, None, PyWideStr, strValue, type Str, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { encodeStr } from '../../protocols/codecs.ts'
import { Exception, OverflowError, RuntimeError, UnicodeEncodeError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { index } from '../../protocols/index-number.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { reprText, strText } from '../../protocols/repr.ts'
import { dottedPath, follow, nameOf, translate } from './dotted.ts'
import type { Dump } from './dump.ts'
import { PicklingError } from './errors.ts'
import { Op } from './opcodes.ts'
import { saveStr } from './save-atoms.ts'

/** The name of the module that holds an object: its own word, or the first module where it is found. */
function moduleOf(value: Value, path: readonly string[], { py }: Dump): Value {
  const own = nameOf(value, '__module__', py)
  if (own !== undefined && own !== None) return own
  const modules: Value = py.interpreter.modules
  if (modules instanceof PyDict) {
    for (let i = 0; i < modules.keys.length; i++) {
      const name = modules.keys[i]
      const module = modules.values[i]
      if (name === undefined || module === undefined || module === None || name === '__main__') continue
      if (follow(module, path, py)?.found === value) return name
    }
  }
  return narrowStr('__main__')
}

function imported(value: Value, module: Value, { py }: Dump): Value {
  try {
    return importModule(strText(module, py), py)
  } catch (caught) {
    if (!isRaised(caught, Exception)) throw caught
    return raise(PicklingError, `Can't pickle ${reprText(value, py)}: import of module ${reprText(module, py)} failed`)
  }
}

/** C makes a str whenever it is asked for a name: it is no other one, even where it is equal. */
const isNamedByC = (value: Value): boolean =>
  value instanceof PyBuiltin || (value instanceof PyType && (value.flags & TypeFlags.IMMUTABLETYPE) !== 0)

/** A str with an identity, which narrow ones have not. */
const ownStr = (text: Str): Str => new PyWideStr(codePointsOf(text))

/** Write an object by the name that was given for it, or by its own. */
export function saveGlobal(dump: Dump, value: Value, given?: Value): void {
  const { py, protocol, out } = dump
  const name = given ?? nameOf(value, '__qualname__', py) ?? getAttr(value, narrowStr('__name__'), py)
  const path = dottedPath(name, undefined, py)
  const module = moduleOf(value, path, dump)
  const holder = imported(value, module, dump)
  const reached = follow(holder, path, py)
  if (reached === undefined) {
    return raise(
      PicklingError,
      `Can't pickle ${reprText(value, py)}: attribute lookup ${strText(name, py)} on ${strText(module, py)} failed`,
    )
  }
  if (reached.found !== value) {
    const place = `${strText(module, py)}.${strText(name, py)}`
    raise(PicklingError, `Can't pickle ${reprText(value, py)}: it's not the same object as ${place}`)
  }
  if (protocol >= 2 && saveExtension(dump, module, name)) return
  // What is found in the module all the same goes by its last name.
  const parts = reached.parent === holder ? path.slice(-1) : path
  if (protocol >= 4) {
    dump.save(module)
    const last = parts.length === path.length ? name : newStr(parts.join('.'))
    const text = asStr(last)
    if (text !== undefined && isNamedByC(value)) saveStr(dump, ownStr(text))
    else dump.save(last)
    out.op(Op.STACK_GLOBAL)
  } else savePath(dump, module, parts)
  dump.memoise(value)
}

/** No opcode of the older protocols takes a path: getattr(getattr(…, name), name). */
function savePath(dump: Dump, module: Value, path: readonly string[]): void {
  const { out, protocol, registries } = dump
  const [first, ...rest] = path
  for (let i = 0; i < rest.length; i++) {
    dump.save(registries.getattr)
    if (protocol < 2) out.op(Op.MARK)
  }
  saveName(dump, module, newStr(first as string))
  for (const part of rest) {
    dump.save(newStr(part))
    out.op(protocol < 2 ? Op.TUPLE : Op.TUPLE2)
    out.op(Op.REDUCE)
  }
}

/** Is the name registered with copyreg? Then its number stands for it. */
function saveExtension(dump: Dump, module: Value, name: Value): boolean {
  const { py, out } = dump
  const code = dump.registries.extensions.get(newTuple([module, name]), py.keys)
  if (code === undefined) return false
  const number = index(code, py)
  if (number >= 1n << 63n || number < -(1n << 63n)) raise(OverflowError, 'Python int too large to convert to C long')
  if (number <= 0 || number > 0x7fff_ffff) raise(RuntimeError, `extension code ${number} is out of range`)
  const n = Number(number)
  if (n <= 0xff) out.number(Op.EXT1, n, 1)
  else if (n <= 0xffff) out.number(Op.EXT2, n, 2)
  else out.number(Op.EXT4, n, 4)
  return true
}

/** Two lines: module and name, for Python 2 by the names they have there. */
function saveName(dump: Dump, module: Value, name: Value): void {
  const { py, protocol, registries } = dump
  const fix = dump.settings.fixImports && protocol < 3
  const [where, what] = fix ? translate(module, name, registries.names3to2, registries.modules3to2, 'REVERSE_', py) : [module, name]
  const line = (text: Value, kind: string): string => {
    try {
      const str = asStr(text) ?? newStr(strText(text, py))
      if (protocol === 3) return String.fromCharCode(...encodeStr(str, 'utf-8', 'strict', py).bytes)
      if (codePointsOf(str).every((point) => point < 128)) return strValue(str)
      return String.fromCharCode(...encodeStr(str, 'ascii', 'strict', py).bytes)
    } catch (caught) {
      if (!isRaised(caught, UnicodeEncodeError)) throw caught
      return raise(PicklingError, `can't pickle ${kind} identifier '${strText(text, py)}' using pickle protocol ${protocol}`)
    }
  }
  dump.out.line(Op.GLOBAL, `${line(where, 'module')}\n`)
  const second = line(what, 'global')
  dump.out.bytes(Uint8Array.from(`${second}\n`, (character) => character.charCodeAt(0)))
}
