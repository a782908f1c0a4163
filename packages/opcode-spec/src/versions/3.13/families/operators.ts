// Unary and binary operators, comparisons, subscripts and formatting.
import { binaryOperator, compareOperator, conversion, inverted, sliceParts } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Unary and binary operators, comparisons, subscripts and formatting. */
export const operators = family({
  UNARY_NEGATIVE: {
    code: 42, effect: 'value -- result', raises: true,
    doc: 'Push `-value`.',
  },
  UNARY_INVERT: {
    code: 41, effect: 'value -- result', raises: true,
    doc: 'Push `~value`.',
  },
  UNARY_NOT: {
    code: 43, effect: 'value -- result',
    doc: 'Negate a bool; TO_BOOL has already run.',
  },
  TO_BOOL: {
    code: 40, effect: 'value -- result', caches: { counter: 1, version: 2 }, raises: true,
    doc: 'Push the truth of a value as True or False.',
  },
  BINARY_OP: {
    code: 45, effect: 'left, right -- result', arg: binaryOperator, caches: { counter: 1 }, raises: true,
    doc: 'Apply the operator the argument names; the upper half of the table is in-place.',
  },
  COMPARE_OP: {
    code: 58, effect: 'left, right -- result', arg: compareOperator, caches: { counter: 1 }, raises: true,
    doc: 'Compare; bit 16 of the argument asks for the result as a bool.',
  },
  IS_OP: {
    code: 76, effect: 'left, right -- result', arg: inverted,
    doc: 'Push whether both are one object; argument 1 negates.',
  },
  CONTAINS_OP: {
    code: 59, effect: 'left, right -- result', arg: inverted, caches: { counter: 1 }, raises: true,
    doc: 'Push whether `left in right`; argument 1 negates.',
  },
  BINARY_SUBSCR: {
    code: 5, effect: 'container, sub -- result', caches: { counter: 1 }, raises: true,
    doc: 'Push `container[sub]`.',
  },
  STORE_SUBSCR: {
    code: 39, effect: 'value, container, sub --', caches: { counter: 1 }, raises: true,
    doc: 'Execute `container[sub] = value`.',
  },
  DELETE_SUBSCR: {
    code: 9, effect: 'container, sub --', raises: true,
    doc: 'Execute `del container[sub]`.',
  },
  BINARY_SLICE: {
    code: 4, effect: 'container, start, stop -- result', raises: true,
    doc: 'Push `container[start:stop]`.',
  },
  STORE_SLICE: {
    code: 38, effect: 'value, container, start, stop --', raises: true,
    doc: 'Execute `container[start:stop] = value`.',
  },
  BUILD_SLICE: {
    code: 50, effect: 'start, stop, step if oparg == 3 -- slice', arg: sliceParts, raises: true,
    doc: 'Push a slice of two or three parts.',
  },
  CONVERT_VALUE: {
    code: 60, effect: 'value -- result', arg: conversion, raises: true,
    doc: 'Apply `!s`, `!r` or `!a` of an f-string field.',
  },
  FORMAT_SIMPLE: {
    code: 14, effect: 'value -- result', raises: true,
    doc: "Push `format(value, '')`; a str is left as it is.",
  },
  FORMAT_WITH_SPEC: {
    code: 15, effect: 'value, spec -- result', raises: true,
    doc: 'Push `format(value, spec)`.',
  },
})
