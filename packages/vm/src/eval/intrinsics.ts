// CALL_INTRINSIC_1 and CALL_INTRINSIC_2: what the compiler asks of the interpreter itself.
import type { intrinsics1, intrinsics2 } from '@pellucid/opcode-spec'
import type { PyFunction } from '../data/callables.ts'
import type { PyBaseException } from '../data/exception.ts'
import { PyAsyncGenWrapped, type PyFrame } from '../data/frame.ts'
import type { PyList } from '../data/sequences.ts';
import { newTuple } from '../data/sequences.ts'
import { newStr, None, type Value } from '../data/values.ts'
import { call } from '../protocols/call.ts'
import { RuntimeError, StopAsyncIteration, StopIteration, SystemError } from '../protocols/exceptions.ts'
import { invariant, isRaised, newException, raise } from '../protocols/raise.ts'
import { unary } from '../protocols/number.ts'
import { typeParameterMakers, type TypeParameterMakers } from '../protocols/type-parameters.ts'
import type { Thread } from '../thread.ts'
import { codeFlags } from '@pellucid/opcode-spec'
import { prepareReraise } from './exception-groups.ts'
import { importStar } from './importing.ts'

type One = (value: Value, frame: PyFrame, py: Thread) => Value
type Two = (first: Value, second: Value, py: Thread) => Value

function makers(): TypeParameterMakers {
  const { current } = typeParameterMakers
  invariant(current !== undefined, 'type parameters are not set up')
  return current
}

/** StopIteration that leaves a generator would end its caller's loop: PEP 479 makes it a RuntimeError. */
function stopIterationError(value: Value, frame: PyFrame): Value {
  const { flags } = frame.code.data
  const kind =
    (flags & codeFlags.CO_ASYNC_GENERATOR) !== 0 ? 'async generator' : (flags & codeFlags.CO_COROUTINE) !== 0 ? 'coroutine' : 'generator'
  const stop = isRaised(value, StopIteration) ? 'StopIteration' : undefined
  const asyncStop = kind === 'async generator' && isRaised(value, StopAsyncIteration) ? 'StopAsyncIteration' : undefined
  const name = stop ?? asyncStop
  if (name === undefined) return value
  const error = newException(RuntimeError, [newStr(`${kind} raised ${name}`)])
  error.cause = value as PyBaseException
  error.context = value as PyBaseException
  error.suppressContext = true
  return error
}

export const intrinsicsOfOne: Record<(typeof intrinsics1)[number], One> = {
  INTRINSIC_1_INVALID: () => raise(SystemError, 'invalid intrinsic'),
  INTRINSIC_PRINT(value, _, py) {
    const hook = py.interpreter.sys.getStr('displayhook')
    if (hook === undefined) raise(RuntimeError, 'lost sys.displayhook')
    return call(hook, [value], py)
  },
  INTRINSIC_IMPORT_STAR(value, frame, py) {
    importStar(frame, value, py)
    return None
  },
  INTRINSIC_STOPITERATION_ERROR: (value, frame) => stopIterationError(value, frame),
  INTRINSIC_ASYNC_GEN_WRAP: (value) => new PyAsyncGenWrapped(value),
  INTRINSIC_UNARY_POSITIVE: (value, _, py) => unary(value, 'positive', py),
  INTRINSIC_LIST_TO_TUPLE: (value) => newTuple((value as PyList).items.slice()),
  INTRINSIC_TYPEVAR: (value, _, py) => makers().typeVar(value, py),
  INTRINSIC_PARAMSPEC: (value, _, py) => makers().paramSpec(value, py),
  INTRINSIC_TYPEVARTUPLE: (value, _, py) => makers().typeVarTuple(value, py),
  INTRINSIC_SUBSCRIPT_GENERIC: (value, _, py) => makers().subscriptGeneric(value, py),
  INTRINSIC_TYPEALIAS: (value, _, py) => makers().typeAlias(value, py),
}

export const intrinsicsOfTwo: Record<(typeof intrinsics2)[number], Two> = {
  INTRINSIC_2_INVALID: () => raise(SystemError, 'invalid intrinsic'),
  INTRINSIC_PREP_RERAISE_STAR: (original, raised, py) => prepareReraise(original, raised as PyList, py),
  INTRINSIC_TYPEVAR_WITH_BOUND: (name, bound, py) => makers().typeVarWithBound(name, bound, py),
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: (name, constraints, py) => makers().typeVarWithConstraints(name, constraints, py),
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS(func, params) {
    ;(func as PyFunction).typeParams = params
    return func
  },
  INTRINSIC_SET_TYPEPARAM_DEFAULT: (parameter, evaluate, py) => makers().setDefault(parameter, evaluate, py),
}
