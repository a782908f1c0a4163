// What the import statements do (https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement).
import { PyDict } from '../data/dict.ts'
import type { PyFrame } from '../data/frame.ts'
import { PyModule } from '../data/module.ts'
import { toArray } from '../protocols/iterate.ts'
import { asStr, narrowStr, newStr, None, strValue, type Str, type Value } from '../data/values.ts'
import { typeOf } from '../data/type.ts'
import { getAttr, getAttrOrUndefined } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import { ImportError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { newException, raise } from '../protocols/raise.ts'
import { namespaceGet } from './ops/locals.ts'
import { truth } from '../protocols/truth.ts'
import { getItem, setItem } from '../protocols/subscript.ts'
import type { Thread } from '../thread.ts'

/** `__import__(name, globals, locals, fromlist, level)` through whatever builtins holds under that name. */
export function importName(frame: PyFrame, name: Str, fromlist: Value, level: Value, py: Thread): Value {
  const importer = namespaceGet(frame.builtins, '__import__', py)
  if (importer === undefined) throw newException(ImportError, [newStr('__import__ not found')])
  return call(importer, [name, frame.globals, frame.locals ?? None, fromlist, level], py)
}

/** `from module import name`: an attribute, or a submodule that an import cycle has not bound yet. */
export function importFrom(module: Value, name: Str, py: Thread): Value {
  const found = getAttrOrUndefined(module, name, py)
  if (found !== undefined) return found
  const packageName = asStr(getAttrOrUndefined(module, narrowStr('__name__'), py) ?? None)
  if (packageName !== undefined) {
    const submodule = py.interpreter.modules.getStr(`${strValue(packageName)}.${strValue(name)}`)
    if (submodule !== undefined) return submodule
  }
  return cannotImport(module, name, packageName, py)
}

function cannotImport(module: Value, name: Str, packageName: Str | undefined, py: Thread): never {
  const file = asStr(getAttrOrUndefined(module, narrowStr('__file__'), py) ?? None)
  const shownName = packageName === undefined ? '<unknown module name>' : strValue(packageName)
  const shownFile = file === undefined ? 'unknown location' : strValue(file)
  const spec = getAttrOrUndefined(module, narrowStr('__spec__'), py)
  const initializing =
    spec !== undefined && spec !== None && truth(getAttrOrUndefined(spec, narrowStr('_initializing'), py) ?? None, py)
  const message = initializing
    ? `cannot import name '${strValue(name)}' from partially initialized module '${shownName}' ` +
      `(most likely due to a circular import) (${shownFile})`
    : `cannot import name '${strValue(name)}' from '${shownName}' (${shownFile})`
  const exception = newException(ImportError, [newStr(message)])
  exception.fields['msg'] = newStr(message)
  exception.fields['name'] = newStr(shownName)
  exception.fields['path'] = file ?? None
  exception.fields['name_from'] = name
  throw exception
}

/** `from module import *`. */
export function importStar(frame: PyFrame, module: Value, py: Thread): void {
  const all = getAttrOrUndefined(module, narrowStr('__all__'), py)
  const dict = getAttrOrUndefined(module, narrowStr('__dict__'), py)
  if (all === undefined && dict === undefined) {
    raise(ImportError, "from-import-* object has no __dict__ and no __all__")
  }
  const names = all !== undefined ? toArray(all, py) : toArray(callMethod(dict as Value, 'keys', [], py), py)
  const into = frame.locals ?? frame.globals
  for (const entry of names) {
    const name = asStr(entry)
    if (name === undefined) {
      const title = strValue(asStr(getAttr(module, narrowStr('__name__'), py)) ?? narrowStr('?'))
      const where = all !== undefined ? `Item in ${title}.__all__` : `Key in ${title}.__dict__`
      raise(PyTypeError, `${where} must be str, not ${typeOf(entry).tpName}`)
    }
    if (all === undefined && strValue(name).startsWith('_')) continue
    const value = all !== undefined || !(module instanceof PyModule) ? getAttr(module, name, py) : getItem(dict as Value, name, py)
    if (into instanceof PyDict && !Object.hasOwn(into, 'type')) into.setStr(strValue(name), value)
    else setItem(into, name, value, py)
  }
}
