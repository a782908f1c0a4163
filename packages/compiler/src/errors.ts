// The wording of the compiler's errors and warnings: one function or constant for each message.

export const names = {
  duplicateArgument: (name: string) => `duplicate argument '${name}' in function definition`,
  duplicateTypeParameter: (name: string) => `duplicate type parameter '${name}'`,
  nonlocalAndGlobal: (name: string) => `name '${name}' is nonlocal and global`,
  nonlocalAtModuleLevel: 'nonlocal declaration not allowed at module level',
  noBindingForNonlocal: (name: string) => `no binding for nonlocal '${name}' found`,
  nonlocalTypeParameter: (name: string) => `nonlocal binding not allowed for type parameter '${name}'`,
  annotatedDeclared: (name: string, kind: Declaration) => `annotated name '${name}' can't be ${kind}`,
  parameterDeclared: (name: string, kind: Declaration) => `name '${name}' is parameter and ${kind}`,
  usedBeforeDeclaration: (name: string, kind: Declaration) =>
    `name '${name}' is used prior to ${kind} declaration`,
  assignedBeforeDeclaration: (name: string, kind: Declaration) =>
    `name '${name}' is assigned to before ${kind} declaration`,
  importStar: 'import * only allowed at module level',
  assignToDebug: 'cannot assign to __debug__',
  deleteDebug: 'cannot delete __debug__',
}
export type Declaration = 'global' | 'nonlocal'

export const namedExpressions = {
  rebindsIterationVariable: (name: string) =>
    `assignment expression cannot rebind comprehension iteration variable '${name}'`,
  reboundByInnerLoop: (name: string) =>
    `comprehension inner loop cannot rebind assignment expression target '${name}'`,
  inIterable: 'assignment expression cannot be used in a comprehension iterable expression',
  inClassBody: 'assignment expression within a comprehension cannot be used in a class body',
  inTypeVariable: 'assignment expression within a comprehension cannot be used in a TypeVar bound',
  inTypeAlias: 'assignment expression within a comprehension cannot be used in a type alias',
  inTypeParameters:
    'assignment expression within a comprehension cannot be used within the definition of a generic',
}

export const annotationScopes = {
  notAllowed: (what: string, where: string) => `${what} cannot be used within ${where}`,
}

export const generators = {
  yieldInComprehension: (kind: string) =>
    kind === 'generator' ? "'yield' inside generator expression" : `'yield' inside ${kind} comprehension`,
  yieldOutsideFunction: "'yield' outside function",
  yieldFromOutsideFunction: "'yield from' outside function",
  yieldFromInAsync: "'yield from' inside async function",
  awaitOutsideFunction: "'await' outside function",
  awaitOutsideAsync: "'await' outside async function",
  asyncWithOutsideAsync: "'async with' outside async function",
  asyncForOutsideAsync: "'async for' outside async function",
  asyncComprehensionOutsideAsync: 'asynchronous comprehension outside of an asynchronous function',
  returnOutsideFunction: "'return' outside function",
  returnValueInAsyncGenerator: "'return' with value in async generator",
}

export const control = {
  breakOutsideLoop: "'break' outside loop",
  continueOutsideLoop: "'continue' not properly in loop",
  leavesExceptStar: "'break', 'continue' and 'return' cannot appear in an except* block",
  tooManyBlocks: 'too many statically nested blocks',
  defaultExceptNotLast: "default 'except:' must be last",
}

export const future = {
  braces: 'not a chance',
  unknown: (name: string) => `future feature ${name} is not defined`,
  late: 'from __future__ imports must occur at the beginning of the file',
}

export const targets = {
  starredAlone: 'starred assignment target must be in a list or tuple',
  starredHere: "can't use starred expression here",
  manyStarred: 'multiple starred expressions in assignment',
  tooManyForStar: 'too many expressions in star-unpacking assignment',
}

export const calls = {
  repeatedKeyword: (name: string) => `keyword argument repeated: ${name}`,
  defaultThenNone: (name: string) => `non-default type parameter '${name}' follows default type parameter`,
}

export const patterns = {
  duplicateCapture: (name: string) => `multiple assignments to name ${name} in pattern`,
  captureUnreachable: (name: string) => `name capture ${name} makes remaining patterns unreachable`,
  wildcardUnreachable: 'wildcard makes remaining patterns unreachable',
  tooManyForStar: 'too many expressions in star-unpacking sequence pattern',
  manyStarredExpressions: 'multiple starred expressions in sequence pattern',
  manyStarredNames: 'multiple starred names in sequence pattern',
  repeatedAttribute: (name: string) => `attribute name repeated in class pattern: ${name}`,
  attributeCount: (names: number, patterns: number) =>
    `kwd_attrs (${names}) / kwd_patterns (${patterns}) length mismatch in class pattern`,
  keyCount: (keys: number, patterns: number) =>
    `keys (${keys}) / patterns (${patterns}) length mismatch in mapping pattern`,
  duplicateKey: (key: string) => `mapping pattern checks duplicate key (${key})`,
  keyKind: 'mapping pattern keys may only match literals and attribute lookups',
  valueKind: 'patterns may only match literals and attribute lookups',
  differentNames: 'alternative patterns bind different names',
}

export const warnings = {
  isLiteral: (type: string) => `"is" with '${type}' literal. Did you mean "=="?`,
  isNotLiteral: (type: string) => `"is not" with '${type}' literal. Did you mean "!="?`,
  notCallable: (type: string) => `'${type}' object is not callable; perhaps you missed a comma?`,
  notSubscriptable: (type: string) => `'${type}' object is not subscriptable; perhaps you missed a comma?`,
  badIndex: (type: string, index: string) =>
    `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`,
  assertTuple: 'assertion is always true, perhaps remove parentheses?',
}

export const invertBool =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
  'This returns the bitwise inversion of the underlying int object and is usually not what you expect ' +
  "from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the " +
  'bitwise inversion of the underlying int.'
