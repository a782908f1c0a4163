// Exception groups (PEP 654).
import { PyBaseException } from '../../data/exception.ts'
import { newList, newTuple, PyTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { isSubtype, PyType, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newStr, None, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { withClass } from '../../object/define-type.ts'
import { ensureDict, existingDict } from '../../protocols/attributes.ts'
import { call, callMethod, isCallable } from '../../protocols/call.ts'
import { BaseException, BaseExceptionGroup, Exception, ExceptionGroup, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { strText } from '../../protocols/repr.ts'
import { isSequence } from '../../protocols/sequence-check.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { extendException } from './base.ts'

const method = methods<PyBaseException>()

function newGroup(cls: PyType, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
  const given = args.length - (names?.length ?? 0)
  if (given !== 2) raise(PyTypeError, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`)
  const [message, members] = args as [Value, Value]
  if (asStr(message) === undefined) raise(PyTypeError, `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(message).tpName}`)
  if (!isSequence(members)) raise(PyTypeError, 'second argument (exceptions) must be a sequence')
  const list = toArray(members, py)
  if (list.length === 0) raise(ValueError, 'second argument (exceptions) must be a non-empty sequence')
  list.forEach((member, i) => {
    if (!(member instanceof PyBaseException)) raise(ValueError, `Item ${i} of second argument (exceptions) is not an exception`)
  })
  const allPlain = list.every((member) => isSubtype(typeOf(member), Exception))
  let actual = cls
  if (cls === BaseExceptionGroup && allPlain) actual = ExceptionGroup
  else if (cls === ExceptionGroup && !allPlain) raise(PyTypeError, 'Cannot nest BaseExceptions in an ExceptionGroup')
  else if (!allPlain && isSubtype(cls, Exception)) raise(PyTypeError, `Cannot nest BaseExceptions in '${cls.tpName}'`)
  const made = new PyBaseException(actual)
  made.args = newTuple([message, members])
  made.fields['message'] = message
  made.fields['exceptions'] = newTuple(list)
  return withClass(made, actual, true)
}

const members = (self: PyBaseException): readonly PyBaseException[] =>
  (self.fields['exceptions'] as PyTuple).items as readonly PyBaseException[]

type Matcher = (exception: PyBaseException) => boolean

function matcher(condition: Value, py: Thread): Matcher {
  if (condition instanceof PyType && isSubtype(condition, BaseException)) return (exception) => isSubtype(exception.type, condition)
  if (condition instanceof PyTuple && condition.items.every((entry) => entry instanceof PyType && isSubtype(entry, BaseException))) {
    return (exception) => condition.items.some((entry) => isSubtype(exception.type, entry as PyType))
  }
  if (isCallable(condition) && !(condition instanceof PyType)) return (exception) => truth(call(condition, [exception], py), py)
  return raise(PyTypeError, 'expected an exception type, a tuple of exception types, or a callable (other than a class)')
}

/** A group like `self` of other members; what derive() does not copy. */
function derive(self: PyBaseException, list: readonly PyBaseException[], py: Thread): PyBaseException | undefined {
  if (list.length === 0) return undefined
  const made = callMethod(self, 'derive', [newList(list.slice())], py)
  if (!(made instanceof PyBaseException) || !isSubtype(made.type, BaseExceptionGroup)) {
    return raise(PyTypeError, 'derive must return an instance of BaseExceptionGroup')
  }
  made.traceback = self.traceback
  made.context = self.context
  made.cause = self.cause
  // A cause that is set, even to nothing, hides the context.
  made.suppressContext = true
  const notes = existingDict(self)?.getStr('__notes__')
  if (notes !== undefined && typeOf(notes).slots.getitem !== undefined) ensureDict(made)?.setStr('__notes__', newList(toArray(notes, py)))
  return made
}

function split(self: PyBaseException, matches: Matcher, py: Thread): [PyBaseException | undefined, PyBaseException | undefined] {
  if (matches(self)) return [self, undefined]
  if (!isSubtype(self.type, BaseExceptionGroup)) return [undefined, self]
  const yes: PyBaseException[] = []
  const no: PyBaseException[] = []
  for (const member of members(self)) {
    const [matched, rest] = split(member, matches, py)
    if (matched !== undefined) yes.push(matched)
    if (rest !== undefined) no.push(rest)
  }
  return [derive(self, yes, py), derive(self, no, py)]
}

extendException('BaseExceptionGroup', {
  doc: 'Several exceptions at once.',
  newRaw: newGroup,
  initRaw(self, args, names) {
    if (names !== undefined && names.length > 0) raise(PyTypeError, `${self.type.tpName}() takes no keyword arguments`)
    self.args = newTuple(args)
  },
  slots: {
    str(self, py) {
      const count = members(self).length
      return newStr(`${strText(self.fields['message'] ?? narrowStr(''), py)} (${count} sub-exception${count === 1 ? '' : 's'})`)
    },
  },
  methods: () => [
    classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, item, py) =>
      call(py.interpreter.genericAlias(py), [cls, item], py),
    ),
    method('derive(self, object: object, /)', 'Make a group of other exceptions with the same message.', (self, list, py) =>
      call(BaseExceptionGroup, [self.fields['message'] as Value, list], py),
    ),
    method('split(self, object: object, /)', 'Answer the matching part and the rest.', (self, condition, py) => {
      const [yes, no] = split(self, matcher(condition, py), py)
      return newTuple([yes ?? None, no ?? None])
    }),
    method('subgroup(self, object: object, /)', 'Answer the matching part.', (self, condition, py) =>
      split(self, matcher(condition, py), py)[0] ?? None,
    ),
  ],
  attributes: () => ({
    message: { member: true, get: (self) => self.fields['message'] ?? None, doc: 'the message' },
    exceptions: { member: true, get: (self) => self.fields['exceptions'] ?? None, doc: 'the members' },
  }),
})
extendException('ExceptionGroup', {
  doc: 'Several ordinary exceptions at once.',
  repeats: [],
  constants: () => ({ __module__: narrowStr('builtins') }),
})

