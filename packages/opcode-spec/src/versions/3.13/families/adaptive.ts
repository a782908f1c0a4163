// Specialised forms that the interpreter writes over an instruction when it has seen its operands.
// They share their base's argument and caches, never occur in `co_code`, and fall back to their base.
import {
  attributeFlag,
  attributeName,
  compareOperator,
  count,
  globalFlag,
  inverted,
  jump,
  name,
  superAttributeName,
} from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** The specialised instructions, by the order in which a base lists them. */
export const adaptive = family({
  RESUME_CHECK: {
    code: 207, effect: '--', of: 'RESUME',
    doc: 'A resume that only looks whether anything is pending.',
  },
  TO_BOOL_ALWAYS_TRUE: {
    code: 214, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The type has neither `__bool__` nor `__len__`.',
  },
  TO_BOOL_BOOL: {
    code: 215, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The value is a bool already.',
  },
  TO_BOOL_INT: {
    code: 216, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The value is an int.',
  },
  TO_BOOL_LIST: {
    code: 217, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The value is a list.',
  },
  TO_BOOL_NONE: {
    code: 218, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The value is None.',
  },
  TO_BOOL_STR: {
    code: 219, effect: 'value -- result', of: 'TO_BOOL',
    doc: 'The value is a str.',
  },
  BINARY_OP_MULTIPLY_INT: {
    code: 154, effect: 'left, right -- result', raises: true, of: 'BINARY_OP',
    doc: 'Both operands are ints.',
  },
  BINARY_OP_ADD_INT: {
    code: 151, effect: 'left, right -- result', raises: true, of: 'BINARY_OP',
    doc: 'Both operands are ints.',
  },
  BINARY_OP_SUBTRACT_INT: {
    code: 156, effect: 'left, right -- result', raises: true, of: 'BINARY_OP',
    doc: 'Both operands are ints.',
  },
  BINARY_OP_MULTIPLY_FLOAT: {
    code: 153, effect: 'left, right -- result', of: 'BINARY_OP',
    doc: 'Both operands are floats.',
  },
  BINARY_OP_ADD_FLOAT: {
    code: 150, effect: 'left, right -- result', of: 'BINARY_OP',
    doc: 'Both operands are floats.',
  },
  BINARY_OP_SUBTRACT_FLOAT: {
    code: 155, effect: 'left, right -- result', of: 'BINARY_OP',
    doc: 'Both operands are floats.',
  },
  BINARY_OP_ADD_UNICODE: {
    code: 152, effect: 'left, right -- result', raises: true, of: 'BINARY_OP',
    doc: 'Both operands are strs.',
  },
  BINARY_OP_INPLACE_ADD_UNICODE: {
    code: 3, effect: 'left, right --', raises: true, of: 'BINARY_OP', uses: 'local',
    doc: '`name += text`, with the STORE_FAST that follows done at once.',
  },
  BINARY_SUBSCR_DICT: {
    code: 157, effect: 'container, sub -- result', raises: true, of: 'BINARY_SUBSCR',
    doc: 'A dict is subscripted.',
  },
  BINARY_SUBSCR_GETITEM: {
    code: 158, effect: 'container, sub -- result', of: 'BINARY_SUBSCR',
    doc: 'The class has a `__getitem__` written in Python.',
  },
  BINARY_SUBSCR_LIST_INT: {
    code: 159, effect: 'container, sub -- result', of: 'BINARY_SUBSCR',
    doc: 'A list by a small non-negative int.',
  },
  BINARY_SUBSCR_STR_INT: {
    code: 160, effect: 'container, sub -- result', of: 'BINARY_SUBSCR',
    doc: 'A str by a small non-negative int.',
  },
  BINARY_SUBSCR_TUPLE_INT: {
    code: 161, effect: 'container, sub -- result', of: 'BINARY_SUBSCR',
    doc: 'A tuple by a small non-negative int.',
  },
  STORE_SUBSCR_DICT: {
    code: 212, effect: 'value, container, sub --', raises: true, of: 'STORE_SUBSCR',
    doc: 'An item of a dict is set.',
  },
  STORE_SUBSCR_LIST_INT: {
    code: 213, effect: 'value, container, sub --', of: 'STORE_SUBSCR',
    doc: 'An item of a list is set by a small non-negative int.',
  },
  SEND_GEN: {
    code: 208, effect: 'receiver, value -- receiver, result', arg: count, of: 'SEND',
    doc: 'The receiver is a generator or coroutine.',
  },
  UNPACK_SEQUENCE_TWO_TUPLE: {
    code: 222, effect: 'iterable -- first, second', arg: count, of: 'UNPACK_SEQUENCE',
    doc: 'A tuple of two.',
  },
  UNPACK_SEQUENCE_TUPLE: {
    code: 221, effect: 'iterable -- items[oparg]', arg: count, of: 'UNPACK_SEQUENCE',
    doc: 'A tuple.',
  },
  UNPACK_SEQUENCE_LIST: {
    code: 220, effect: 'iterable -- items[oparg]', arg: count, of: 'UNPACK_SEQUENCE',
    doc: 'A list.',
  },
  STORE_ATTR_INSTANCE_VALUE: {
    code: 209, effect: 'value, owner --', of: 'STORE_ATTR',
    doc: "The attribute lives among the instance's inline values.",
  },
  STORE_ATTR_SLOT: {
    code: 210, effect: 'value, owner --', of: 'STORE_ATTR',
    doc: 'The attribute is one of `__slots__`.',
  },
  STORE_ATTR_WITH_HINT: {
    code: 211, effect: 'value, owner --', arg: name, of: 'STORE_ATTR',
    doc: "The attribute lives in the instance's dict, at a remembered index.",
  },
  LOAD_GLOBAL_MODULE: {
    code: 204, effect: '-- value, null_ if oparg & 1', arg: globalFlag, of: 'LOAD_GLOBAL',
    doc: 'The name is a global whose index is remembered.',
  },
  LOAD_GLOBAL_BUILTIN: {
    code: 203, effect: '-- value, null_ if oparg & 1', arg: globalFlag, of: 'LOAD_GLOBAL',
    doc: 'The name is a builtin whose index is remembered.',
  },
  LOAD_SUPER_ATTR_ATTR: {
    code: 205, effect: 'global_super, cls, self -- attribute', arg: superAttributeName, raises: true,
    of: 'LOAD_SUPER_ATTR',
    doc: 'A plain attribute through super.',
  },
  LOAD_SUPER_ATTR_METHOD: {
    code: 206, effect: 'global_super, cls, self -- attribute, self_or_null', arg: superAttributeName,
    raises: true, of: 'LOAD_SUPER_ATTR',
    doc: 'A method through super, about to be called.',
  },
  LOAD_ATTR_INSTANCE_VALUE: {
    code: 193, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: "The attribute lives among the instance's inline values.",
  },
  LOAD_ATTR_MODULE: {
    code: 197, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'The owner is a module.',
  },
  LOAD_ATTR_WITH_HINT: {
    code: 202, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeName, of: 'LOAD_ATTR',
    doc: "The attribute lives in the instance's dict, at a remembered index.",
  },
  LOAD_ATTR_SLOT: {
    code: 201, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'The attribute is one of `__slots__`.',
  },
  LOAD_ATTR_CLASS: {
    code: 191, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'The owner is a class and the attribute is found on it.',
  },
  LOAD_ATTR_PROPERTY: {
    code: 200, effect: 'owner -- attribute', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'The attribute is a property whose getter is a Python function.',
  },
  LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN: {
    code: 192, effect: 'owner -- attribute', arg: attributeName, of: 'LOAD_ATTR',
    doc: 'The class has a `__getattribute__` written in Python.',
  },
  LOAD_ATTR_METHOD_WITH_VALUES: {
    code: 196, effect: 'owner -- attribute, self', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'A method; the instance has inline values that do not shadow it.',
  },
  LOAD_ATTR_METHOD_NO_DICT: {
    code: 195, effect: 'owner -- attribute, self', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'A method; instances have no dict.',
  },
  LOAD_ATTR_METHOD_LAZY_DICT: {
    code: 194, effect: 'owner -- attribute, self', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: "A method; the instance's dict does not exist yet.",
  },
  LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES: {
    code: 199, effect: 'owner -- attribute', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'A class attribute; inline values do not shadow it.',
  },
  LOAD_ATTR_NONDESCRIPTOR_NO_DICT: {
    code: 198, effect: 'owner -- attribute', arg: attributeFlag, of: 'LOAD_ATTR',
    doc: 'A class attribute; instances have no dict.',
  },
  COMPARE_OP_FLOAT: {
    code: 182, effect: 'left, right -- result', arg: compareOperator, of: 'COMPARE_OP',
    doc: 'Both operands are floats.',
  },
  COMPARE_OP_INT: {
    code: 183, effect: 'left, right -- result', arg: compareOperator, of: 'COMPARE_OP',
    doc: 'Both operands are small ints.',
  },
  COMPARE_OP_STR: {
    code: 184, effect: 'left, right -- result', arg: compareOperator, of: 'COMPARE_OP',
    doc: 'Both operands are strs, compared for equality.',
  },
  CONTAINS_OP_SET: {
    code: 186, effect: 'left, right -- result', arg: inverted, raises: true, of: 'CONTAINS_OP',
    doc: 'The container is a set.',
  },
  CONTAINS_OP_DICT: {
    code: 185, effect: 'left, right -- result', arg: inverted, raises: true, of: 'CONTAINS_OP',
    doc: 'The container is a dict.',
  },
  FOR_ITER_LIST: {
    code: 188, effect: 'iterator -- iterator, next', arg: jump, jumps: 'forward', of: 'FOR_ITER',
    doc: 'The iterator runs over a list.',
  },
  FOR_ITER_TUPLE: {
    code: 190, effect: 'iterator -- iterator, next', arg: jump, jumps: 'forward', of: 'FOR_ITER',
    doc: 'The iterator runs over a tuple.',
  },
  FOR_ITER_RANGE: {
    code: 189, effect: 'iterator -- iterator, next', arg: jump, raises: true, jumps: 'forward',
    of: 'FOR_ITER',
    doc: 'The iterator runs over a range.',
  },
  FOR_ITER_GEN: {
    code: 187, effect: 'iterator -- iterator', arg: count, of: 'FOR_ITER',
    doc: 'The iterator is a generator, whose frame is entered.',
  },
  CALL_BOUND_METHOD_EXACT_ARGS: {
    code: 163, effect: 'callable, self_or_null, args[oparg] --', arg: count, of: 'CALL',
    doc: 'A bound method of a Python function, with exactly its arguments.',
  },
  CALL_PY_EXACT_ARGS: {
    code: 177, effect: 'callable, self_or_null, args[oparg] --', arg: count, of: 'CALL',
    doc: 'A Python function, with exactly its arguments.',
  },
  CALL_TYPE_1: {
    code: 181, effect: 'callable, self_or_null, value -- result', arg: count, of: 'CALL',
    doc: '`type(value)`.',
  },
  CALL_STR_1: {
    code: 179, effect: 'callable, self_or_null, value -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: '`str(value)`.',
  },
  CALL_TUPLE_1: {
    code: 180, effect: 'callable, self_or_null, value -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: '`tuple(value)`.',
  },
  CALL_BUILTIN_CLASS: {
    code: 165, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin class with a vectorcall.',
  },
  CALL_BUILTIN_O: {
    code: 168, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin function of one argument.',
  },
  CALL_BUILTIN_FAST: {
    code: 166, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin function of positional arguments.',
  },
  CALL_BUILTIN_FAST_WITH_KEYWORDS: {
    code: 167, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin function that also takes keywords.',
  },
  CALL_LEN: {
    code: 170, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    of: 'CALL',
    doc: '`len(value)`.',
  },
  CALL_ISINSTANCE: {
    code: 169, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    of: 'CALL',
    doc: '`isinstance(value, cls)`.',
  },
  CALL_LIST_APPEND: {
    code: 171, effect: 'callable, self, value -- result', arg: count, raises: true, of: 'CALL',
    doc: '`list.append(value)`.',
  },
  CALL_METHOD_DESCRIPTOR_O: {
    code: 175, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin method of one argument.',
  },
  CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS: {
    code: 173, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin method that takes keywords.',
  },
  CALL_METHOD_DESCRIPTOR_NOARGS: {
    code: 174, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin method without arguments.',
  },
  CALL_METHOD_DESCRIPTOR_FAST: {
    code: 172, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'A builtin method of positional arguments.',
  },
  CALL_ALLOC_AND_ENTER_INIT: {
    code: 162, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    of: 'CALL',
    doc: 'A class whose `__init__` is a Python function.',
  },
  CALL_PY_GENERAL: {
    code: 178, effect: 'callable, self_or_null, args[oparg] --', arg: count, raises: true, of: 'CALL',
    doc: 'A Python function, with arguments to be sorted out.',
  },
  CALL_BOUND_METHOD_GENERAL: {
    code: 164, effect: 'callable, self_or_null, args[oparg] --', arg: count, raises: true, of: 'CALL',
    doc: 'A bound method of a Python function, with arguments to be sorted out.',
  },
  CALL_NON_PY_GENERAL: {
    code: 176, effect: 'callable, self_or_null, args[oparg] -- result', arg: count, raises: true,
    interruptible: true, of: 'CALL',
    doc: 'Anything callable that is not a Python function.',
  },
})
