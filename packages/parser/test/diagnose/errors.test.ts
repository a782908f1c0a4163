import { expect, test } from 'vitest'
import { errorOf } from '../parse-text.ts'

// What CPython 3.13 answers, asked once and written down.
test.each([
  ['f(a b)', '1:3-1:6 SyntaxError: invalid syntax. Perhaps you forgot a comma?'],
  ['f(c 4)', '1:5-1:6 SyntaxError: invalid syntax'],
  ['f(a=1, b)', '1:9-1:10 SyntaxError: positional argument follows keyword argument'],
  ['f(**a, *b)', '1:6-1:10 SyntaxError: iterable argument unpacking follows keyword argument unpacking'],
  ['f(True=1)', '1:3-1:8 SyntaxError: cannot assign to True'],
  ['f(a.b=1)', '1:3-1:7 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?'],
  ['f(x for x in y, 1)', '1:3-1:15 SyntaxError: Generator expression must be parenthesized'],
  ['print "x"', "1:1-1:10 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ['if a = 1: pass', "1:4-1:9 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  [
    'a + 1 = 2',
    "1:1-1:6 SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?",
  ],
  [
    'f() = 1',
    "1:1-1:4 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?",
  ],
  ['*f() = a', '1:2-1:5 SyntaxError: cannot assign to function call'],
  ['for f() in x: pass', '1:5-1:8 SyntaxError: cannot assign to function call'],
  ['del f()', '1:5-1:8 SyntaxError: cannot delete function call'],
  ['f() += 1', "1:1-1:4 SyntaxError: 'function call' is an illegal expression for augmented assignment"],
  ['(a, b): int', '1:1-1:7 SyntaxError: only single target (not tuple) can be annotated'],
  [
    'def f(a=1, b): pass',
    '1:12-1:13 SyntaxError: parameter without a default follows parameter with a default',
  ],
  ['def f(*): pass', '1:7-1:8 SyntaxError: named arguments must follow bare *'],
  ['def f(**k, a): pass', '1:12-1:13 SyntaxError: arguments cannot follow var-keyword argument'],
  ['lambda (a): 1', '1:8-1:11 SyntaxError: Lambda expression parameters cannot be parenthesized'],
  ['if a\n  b', "1:5-1:6 SyntaxError: expected ':'"],
  ['if a:\nb', "2:1-2:2 IndentationError: expected an indented block after 'if' statement on line 1"],
  ['  a', '1:2-1:-1 IndentationError: unexpected indent'],
  ['try: a\nb', "2:1-2:2 SyntaxError: expected 'except' or 'finally' block"],
  ['try: a\nexcept A, B: c', '2:8-2:12 SyntaxError: multiple exception types must be parenthesized'],
  ['a if b', "1:1-1:7 SyntaxError: expected 'else' after 'if' expression"],
  ['{1: 2, 3}', "1:8-1:0 SyntaxError: ':' expected after dictionary key"],
  ['{1: *a}', '1:5-1:7 SyntaxError: cannot use a starred expression in a dictionary value'],
  ['[*a for a in b]', '1:2-1:4 SyntaxError: iterable unpacking cannot be used in comprehension'],
  ['import a from b', "1:1-1:16 SyntaxError: Did you mean to use 'from ... import ...' instead?"],
  ['from a import b,', '1:17-1:18 SyntaxError: trailing comma not allowed without surrounding parentheses'],
  ["f'{a b}'", '1:4-1:7 SyntaxError: invalid syntax. Perhaps you forgot a comma?'],
  ["f'{}'", "1:4-1:5 SyntaxError: f-string: valid expression required before '}'"],
  ["f'{a!x}'", "1:6-1:7 SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"],
  ["f'{a! r", '1:5-1:8 SyntaxError: f-string: conversion type must come right after the exclamanation mark'],
  ["f'{a!x", "1:3-1:0 SyntaxError: '{' was never closed"],
  ["b'é'", '1:1-1:5 SyntaxError: bytes can only contain ASCII literal characters'],
  ["'a' b'c'", '1:9-1:10 SyntaxError: cannot mix bytes and nonbytes literals'],
  [
    "'\\x1'",
    "1:1-1:6 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: " +
      'truncated \\xXX escape',
  ],
  ['(a', "1:1-1:0 SyntaxError: '(' was never closed"],
  ['a = (1]', "1:7-1:7 SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"],
  ['match x:\n case a.b(c=1, d): pass', '2:16-2:17 SyntaxError: positional patterns follow keyword patterns'],
  ['match x:\n case 1 as _: pass', "2:12-2:13 SyntaxError: cannot use '_' as a target"],
  ['type X[] = int', '1:8-1:10 SyntaxError: Type parameter list cannot be empty'],
  ['1 +', '1:4-1:5 SyntaxError: invalid syntax'],
  ['a not b', '1:7-1:8 SyntaxError: invalid syntax'],
])('%s', (source, expected) => {
  expect(errorOf(source)).toBe(expected)
})

test('an error after valid statements, in nested blocks, keeps its place', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `    x${i} = f(${i}, [a, b])`)
  expect(errorOf(`def f():\n${lines.join('\n')}\n    y = = 1\n`)).toBe(
    '2002:9-2002:10 SyntaxError: invalid syntax',
  )
})

test('what is incomplete asks for more, when allowed', () => {
  const options = { mode: 'single', allowIncompleteInput: true } as const
  const incomplete = (source: string): string => errorOf(source, options)
  expect(incomplete('if a:')).toContain('_IncompleteInputError: incomplete input')
  expect(incomplete('f(')).toContain('_IncompleteInputError: incomplete input')
  expect(incomplete("'''abc")).toContain('_IncompleteInputError: incomplete input')
  expect(incomplete('a b\n')).toBe('1:3-1:4 SyntaxError: invalid syntax')
})
