// Structural pattern matching.
import { count } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Structural pattern matching. */
export const matching = family({
  GET_LEN: {
    code: 20, effect: 'subject -- subject, length', raises: true,
    doc: "Push the subject's length above it.",
  },
  MATCH_MAPPING: {
    code: 28, effect: 'subject -- subject, result',
    doc: 'Push whether the subject is a mapping.',
  },
  MATCH_SEQUENCE: {
    code: 29, effect: 'subject -- subject, result',
    doc: 'Push whether the subject is a sequence that patterns take.',
  },
  MATCH_KEYS: {
    code: 27, effect: 'subject, keys -- subject, keys, values', raises: true,
    doc: 'Push a tuple of the values for the keys, or None when one is missing.',
  },
  MATCH_CLASS: {
    code: 96, effect: 'subject, cls, names -- attributes', arg: count, raises: true,
    doc: 'Push a tuple of the attributes of a class pattern, or None.',
  },
})
