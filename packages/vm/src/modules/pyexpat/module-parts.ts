// The two modules inside pyexpat: `errors` and `model`.
import { PyDict } from '../../data/dict.ts'
import { PyModule } from '../../data/module.ts'
import { narrowStr, smallInt, None, type Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'
import { contentTypes, quantifiers } from './xml/content-model.ts'
import { faults } from './xml/errors.ts'

function innerModule(name: string, doc: string, members: readonly (readonly [string, Value])[], py: Thread): PyModule {
  const module = new PyModule()
  for (const [key, value] of [['__name__', narrowStr(name)], ['__doc__', narrowStr(doc)], ['__package__', None], ['__loader__', None], ['__spec__', None]] as const) {
    module.namespace.setStr(key, value)
  }
  for (const [key, value] of members) module.namespace.setStr(key, value)
  // As in C, they can be imported by their names.
  py.interpreter.modules.setStr(name, module)
  return module
}

export function errorsModule(py: Thread): PyModule {
  const codes = new PyDict()
  const messages = new PyDict()
  const members: (readonly [string, Value])[] = []
  faults.forEach(([name, message], i) => {
    members.push([`XML_ERROR_${name}`, narrowStr(message)])
    codes.setStr(message, smallInt(i + 1))
    messages.set(smallInt(i + 1), narrowStr(message), py.keys)
  })
  return innerModule('pyexpat.errors', 'What expat may find wrong with a document.', [...members, ['codes', codes], ['messages', messages]], py)
}

export function modelModule(py: Thread): PyModule {
  const numbers = (prefix: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([name, value]) => [`${prefix}${name}`, smallInt(value)] as const)
  return innerModule(
    'pyexpat.model', 'What the numbers in content models mean.',
    [...numbers('XML_CTYPE_', contentTypes), ...numbers('XML_CQUANT_', quantifiers)], py,
  )
}
