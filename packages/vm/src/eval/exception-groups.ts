// except* (PEP 654): splitting what was raised, and putting together what is left.
import { PyBaseException } from '../data/exception.ts'
import { newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { isSubtype, type PyType } from '../data/type.ts'
import { newStr, None, type Value } from '../data/values.ts'
import { callMethod } from '../protocols/call.ts'
import { BaseExceptionGroup, Exception, ExceptionGroup, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { newException, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

const isGroup = (exception: PyBaseException): boolean => isSubtype(exception.type, BaseExceptionGroup)

/** Split an exception by `except* match`: the matching part as a group, and the rest. */
export function matchGroup(
  exception: PyBaseException,
  match: Value,
  py: Thread,
): { matched: PyBaseException | undefined; rest: PyBaseException | undefined } {
  if (exception === (None as unknown)) return { matched: undefined, rest: undefined }
  const classes = match instanceof PyTuple ? match.items : [match]
  if (classes.some((entry) => isSubtype(exception.type, entry as PyType))) {
    if (isGroup(exception)) return { matched: exception, rest: undefined }
    // A naked exception is wrapped, so that the body always sees a group; its traceback stays its own.
    return { matched: makeGroup('', [exception], newTuple([exception])), rest: undefined }
  }
  if (!isGroup(exception)) return { matched: undefined, rest: exception }
  const pair = callMethod(exception, 'split', [match], py)
  if (!(pair instanceof PyTuple)) return raise(PyTypeError, `${exception.type.tpName}.split must return a tuple, not ${'object'}`)
  const [matched, rest] = pair.items
  const known = (value: Value | undefined): PyBaseException | undefined => (value instanceof PyBaseException ? value : undefined)
  return { matched: known(matched), rest: known(rest) }
}

/** `ExceptionGroup(message, exceptions)`, or BaseExceptionGroup when a member needs it. */
export function makeGroup(message: string, members: readonly PyBaseException[], shown?: Value): PyBaseException {
  const cls = members.every((member) => isSubtype(member.type, Exception)) ? ExceptionGroup : BaseExceptionGroup
  const text = newStr(message)
  const group = newException(cls, [text, shown ?? new PyList(members.slice())])
  group.fields['message'] = text
  group.fields['exceptions'] = newTuple(members)
  return group
}

function leaves(exception: Value, into: Set<PyBaseException>): void {
  if (!(exception instanceof PyBaseException)) return
  if (!isGroup(exception)) {
    into.add(exception)
    return
  }
  for (const member of (exception.fields['exceptions'] as PyTuple).items) leaves(member, into)
}

const sameMetadata = (a: PyBaseException, b: PyBaseException): boolean =>
  a.traceback === b.traceback && a.context === b.context && a.cause === b.cause && a.dict?.getStr('__notes__') === b.dict?.getStr('__notes__')

/** What a try with except* raises at its end: new exceptions in a group with the unhandled part of the original. */
export function prepareReraise(original: Value, raised: PyList, py: Thread): Value {
  const all = raised.items.filter((item): item is PyBaseException => item instanceof PyBaseException)
  if (all.length === 0) return None
  if (!(original instanceof PyBaseException)) return None
  if (!isGroup(original)) {
    // A naked exception was caught: nothing to put together unless a handler raised.
    return all[0] as PyBaseException
  }
  const fresh: PyBaseException[] = []
  const kept: PyBaseException[] = []
  for (const exception of all) (sameMetadata(exception, original) && isGroup(exception) ? kept : fresh).push(exception)
  const project = kept.length === 0 ? undefined : projection(original, kept, py)
  if (fresh.length === 0) return project ?? None
  if (project !== undefined) fresh.push(project)
  return fresh.length === 1 ? (fresh[0] as PyBaseException) : makeGroup('', fresh)
}

/** The part of `original` made of the leaves that `kept` still holds, nested as in `original`. */
function projection(original: PyBaseException, kept: readonly PyBaseException[], py: Thread): PyBaseException | undefined {
  const wanted = new Set<PyBaseException>()
  for (const exception of kept) leaves(exception, wanted)
  return project(original, wanted, py)
}

function project(exception: PyBaseException, wanted: ReadonlySet<PyBaseException>, py: Thread): PyBaseException | undefined {
  if (!isGroup(exception)) return wanted.has(exception) ? exception : undefined
  const members = (exception.fields['exceptions'] as PyTuple).items as readonly PyBaseException[]
  const chosen = members.map((member) => project(member, wanted, py)).filter((member) => member !== undefined)
  if (chosen.length === 0) return undefined
  const derived = callMethod(exception, 'derive', [new PyList(chosen)], py)
  if (!(derived instanceof PyBaseException)) return raise(PyTypeError, 'derive must return an instance of BaseExceptionGroup')
  derived.traceback = exception.traceback
  derived.context = exception.context
  derived.cause = exception.cause
  derived.suppressContext = true
  const notes = exception.dict?.getStr('__notes__')
  if (notes !== undefined) callMethod(derived, '__setattr__', [newStr('__notes__'), notes], py)
  return derived
}
