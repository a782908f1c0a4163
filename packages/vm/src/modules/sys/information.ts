// The constants of `sys` that are named tuples.
import { newFloat, newInt, newStr, type Value } from '../../data/values.ts'
import type { Settings } from '../../interpreter.ts'
import { StructSequence, type StructField } from '../../types/structseq.ts'

const named = (names: string): StructField[] => names.split(' ').map((name) => [name, name.replaceAll('_', ' ')])

export const versionInfo = new StructSequence('sys.version_info', {
  doc: 'The version as five components.',
  fields: named('major minor micro releaselevel serial'),
  instantiable: false,
})

const flags = new StructSequence('sys.flags', {
  doc: "What the command line's options and the environment switch on.",
  fields: named(
    'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning ' +
      'quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits gil',
  ),
  visible: 18,
  instantiable: false,
})

const hashInfo = new StructSequence('sys.hash_info', {
  doc: 'How numbers and texts are hashed.',
  fields: named('width modulus inf nan imag algorithm hash_bits seed_bits cutoff'),
})
const intInfo = new StructSequence('sys.int_info', {
  doc: 'How CPython stores ints, and the limits of their conversion to text.',
  fields: named('bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold'),
})
const floatInfo = new StructSequence('sys.float_info', {
  doc: 'The float format.',
  fields: named('max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds'),
})
const threadInfo = new StructSequence('sys.thread_info', { doc: 'How threads are made.', fields: named('name lock version') })
const asyncgenHooks = new StructSequence('sys.asyncgen_hooks', { doc: 'Hooks of asynchronous generators.', fields: named('firstiter finalizer') })

export const newAsyncgenHooks = (first: Value, finalizer: Value): Value => asyncgenHooks.make([first, finalizer])

/** 3.13.0 final. */
export const version = { major: 3, minor: 13, micro: 0, hex: 0x030d00f0 } as const

const ints = (...numbers: readonly (number | bigint | boolean)[]): Value[] =>
  numbers.map((n) => (typeof n === 'boolean' ? n : newInt(n)))

export function newVersionInfo(): Value {
  return versionInfo.make([...ints(version.major, version.minor, version.micro), newStr('final'), newInt(0)])
}

export function newFlags(settings: Settings): Value {
  const f = settings.flags
  return flags.make(
    ints(
      f.debug, f.inspect, f.interactive, settings.optimize, Number(f.dontWriteBytecode), Number(f.noUserSite), Number(f.noSite),
      Number(f.ignoreEnvironment), f.verbose, f.bytesWarning, Number(f.quiet), settings.hashSeed === 0 ? 0 : 1, Number(f.isolated),
      f.devMode, Number(f.utf8Mode), f.warnDefaultEncoding === true ? 1 : 0, f.safePath, f.intMaxStrDigits, 1,
    ),
  )
}

export function numberInformation(): Record<string, Value> {
  return {
    hash_info: hashInfo.make([...ints(64, 2n ** 61n - 1n, 314159, 0, 1000003), newStr('siphash13'), ...ints(64, 128, 0)]),
    int_info: intInfo.make(ints(30, 4, 4300, 640)),
    float_info: floatInfo.make([
      newFloat(Number.MAX_VALUE), ...ints(1024, 308), newFloat(2.2250738585072014e-308), ...ints(-1021, -307, 15, 53),
      newFloat(Number.EPSILON), ...ints(2, 1),
    ]),
    thread_info: threadInfo.make([newStr('pthread'), newStr('semaphore'), newStr('NPTL 2.36')]),
  }
}
