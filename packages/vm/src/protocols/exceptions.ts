// The exception classes. The hierarchy reads as it prints (https://docs.python.org/3.13/library/exceptions.html);
// fields, `__init__` and `__str__` of particular classes are in types/exception.
import { PyBaseException } from '../data/exception.ts'
import { objectType } from '../data/roots.ts'
import { emptySlots } from '../data/slots.ts'
import { addSubclass, PyType, TypeFlags } from '../data/type.ts'

const hierarchy = `
BaseException
  BaseExceptionGroup
  GeneratorExit
  KeyboardInterrupt
  SystemExit
  Exception
    ArithmeticError
      FloatingPointError
      OverflowError
      ZeroDivisionError
    AssertionError
    AttributeError
    BufferError
    EOFError
    ImportError
      ModuleNotFoundError
    LookupError
      IndexError
      KeyError
    MemoryError
    NameError
      UnboundLocalError
    OSError
      BlockingIOError
      ChildProcessError
      ConnectionError
        BrokenPipeError
        ConnectionAbortedError
        ConnectionRefusedError
        ConnectionResetError
      FileExistsError
      FileNotFoundError
      InterruptedError
      IsADirectoryError
      NotADirectoryError
      PermissionError
      ProcessLookupError
      TimeoutError
    ReferenceError
    RuntimeError
      NotImplementedError
      PythonFinalizationError
      RecursionError
    StopAsyncIteration
    StopIteration
    SyntaxError
      _IncompleteInputError
      IndentationError
        TabError
    SystemError
    TypeError
    ValueError
      UnicodeError
        UnicodeDecodeError
        UnicodeEncodeError
        UnicodeTranslateError
    Warning
      BytesWarning
      DeprecationWarning
      EncodingWarning
      FutureWarning
      ImportWarning
      PendingDeprecationWarning
      ResourceWarning
      RuntimeWarning
      SyntaxWarning
      UnicodeWarning
      UserWarning
`

/** Make a class whose instances are exceptions. */
export function exceptionType(name: string, bases: readonly PyType[], module = 'builtins'): PyType {
  const type = new PyType(name, module, emptySlots(), (made) => new PyBaseException(made))
  const base = bases[0] as PyType
  type.bases = bases
  type.base = base
  const inherited = bases.length === 1 ? base.mro : bases.flatMap((parent) => parent.mro).filter((entry, i, all) => all.lastIndexOf(entry) === i)
  type.mro = [type].concat(inherited)
  type.flags = TypeFlags.BASETYPE | TypeFlags.IMMUTABLETYPE
  type.hasDict = true
  bases.forEach((parent) => addSubclass(parent, type))
  return type
}

function readHierarchy(text: string): Map<string, PyType> {
  const made = new Map<string, PyType>()
  const ancestors: PyType[] = []
  for (const line of text.trim().split('\n')) {
    const name = line.trim()
    const depth = (line.length - name.length) / 2
    const type = exceptionType(name, [depth === 0 ? objectType : (ancestors[depth - 1] as PyType)])
    ancestors[depth] = type
    made.set(name, type)
  }
  return made
}

/** Every builtin exception class by name, in the order of the tree (ExceptionGroup last). */
export const exceptions: Map<string, PyType> = readHierarchy(hierarchy)

const named = (name: string): PyType => exceptions.get(name) as PyType
export const BaseException: PyType = named('BaseException')
export const BaseExceptionGroup: PyType = named('BaseExceptionGroup')
export const GeneratorExit: PyType = named('GeneratorExit')
export const KeyboardInterrupt: PyType = named('KeyboardInterrupt')
export const SystemExit: PyType = named('SystemExit')
export const Exception: PyType = named('Exception')
export const ArithmeticError: PyType = named('ArithmeticError')
export const FloatingPointError: PyType = named('FloatingPointError')
export const OverflowError: PyType = named('OverflowError')
export const ZeroDivisionError: PyType = named('ZeroDivisionError')
export const AssertionError: PyType = named('AssertionError')
export const AttributeError: PyType = named('AttributeError')
export const BufferError: PyType = named('BufferError')
export const EOFError: PyType = named('EOFError')
export const ImportError: PyType = named('ImportError')
export const ModuleNotFoundError: PyType = named('ModuleNotFoundError')
export const LookupError: PyType = named('LookupError')
export const IndexError: PyType = named('IndexError')
export const KeyError: PyType = named('KeyError')
export const MemoryError: PyType = named('MemoryError')
export const NameError: PyType = named('NameError')
export const UnboundLocalError: PyType = named('UnboundLocalError')
export const OSError: PyType = named('OSError')
export const BlockingIOError: PyType = named('BlockingIOError')
export const ChildProcessError: PyType = named('ChildProcessError')
export const ConnectionError: PyType = named('ConnectionError')
export const BrokenPipeError: PyType = named('BrokenPipeError')
export const ConnectionAbortedError: PyType = named('ConnectionAbortedError')
export const ConnectionRefusedError: PyType = named('ConnectionRefusedError')
export const ConnectionResetError: PyType = named('ConnectionResetError')
export const FileExistsError: PyType = named('FileExistsError')
export const FileNotFoundError: PyType = named('FileNotFoundError')
export const InterruptedError: PyType = named('InterruptedError')
export const IsADirectoryError: PyType = named('IsADirectoryError')
export const NotADirectoryError: PyType = named('NotADirectoryError')
export const PermissionError: PyType = named('PermissionError')
export const ProcessLookupError: PyType = named('ProcessLookupError')
export const TimeoutError: PyType = named('TimeoutError')
export const ReferenceError: PyType = named('ReferenceError')
export const RuntimeError: PyType = named('RuntimeError')
export const NotImplementedError: PyType = named('NotImplementedError')
export const PythonFinalizationError: PyType = named('PythonFinalizationError')
export const RecursionError: PyType = named('RecursionError')
export const StopAsyncIteration: PyType = named('StopAsyncIteration')
export const StopIteration: PyType = named('StopIteration')
export const SyntaxError: PyType = named('SyntaxError')
export const _IncompleteInputError: PyType = named('_IncompleteInputError')
export const IndentationError: PyType = named('IndentationError')
export const TabError: PyType = named('TabError')
export const SystemError: PyType = named('SystemError')
export const TypeError: PyType = named('TypeError')
export const ValueError: PyType = named('ValueError')
export const UnicodeError: PyType = named('UnicodeError')
export const UnicodeDecodeError: PyType = named('UnicodeDecodeError')
export const UnicodeEncodeError: PyType = named('UnicodeEncodeError')
export const UnicodeTranslateError: PyType = named('UnicodeTranslateError')
export const Warning: PyType = named('Warning')
export const BytesWarning: PyType = named('BytesWarning')
export const DeprecationWarning: PyType = named('DeprecationWarning')
export const EncodingWarning: PyType = named('EncodingWarning')
export const FutureWarning: PyType = named('FutureWarning')
export const ImportWarning: PyType = named('ImportWarning')
export const PendingDeprecationWarning: PyType = named('PendingDeprecationWarning')
export const ResourceWarning: PyType = named('ResourceWarning')
export const RuntimeWarning: PyType = named('RuntimeWarning')
export const SyntaxWarning: PyType = named('SyntaxWarning')
export const UnicodeWarning: PyType = named('UnicodeWarning')
export const UserWarning: PyType = named('UserWarning')
/** Both a group and an Exception, hence outside the tree. */
export const ExceptionGroup: PyType = exceptionType('ExceptionGroup', [BaseExceptionGroup, Exception])
exceptions.set('ExceptionGroup', ExceptionGroup)
