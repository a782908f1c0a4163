// Programs that were compiled before: their code stays in the user's cache folder with the text that it was made of, and
// serves while a program under the same name has that very text. Compiling one that is short costs less than reading the
// compiler does.
//
//   [length of the text: 4 bytes, little-endian][text][packed code]
import type { CodeObject } from '@pellucid/opcode-spec'
import { packCode, unpackCode, type Frontend } from '@pellucid/vm'
import type { CodeStore } from '../frozen.ts'
import { mark } from '../mark.ts'
import { readPacked, writePacked } from '../packed-file.ts'

export type Compile = Frontend['compile']

/** Longer ones take so long that reading the compiler does not count. */
const LONGEST = 100_000

/** `compile`, but for a program whose code is in `store`. A program that was warned of is compiled, and warns, each time. */
export function keepingPrograms(compile: Compile, store: CodeStore): Compile {
  return (source, filename, options) => {
    if (options.isProgram !== true || source.length > LONGEST) return compile(source, filename, options)
    const { mode, flags, optimize, origin } = options
    const name = `program-${mark(JSON.stringify([typeof source, filename, mode, flags, optimize, origin]))}`
    // Exact: UTF-8 has one mark for every half of a character, which no program may have.
    const text = typeof source === 'string' ? Buffer.from(source, 'utf16le') : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    const kept = store.get(name)
    const known = kept === undefined ? undefined : codeOf(kept, text)
    if (known !== undefined) return known
    const { code, warned } = compileHearing(compile, source, filename, options)
    if (!warned) {
      const head = Buffer.alloc(4)
      head.writeUInt32LE(text.length)
      store.set(name, Buffer.concat([head, text, writePacked(packCode(code))]))
    }
    return code
  }
}

/** Compile, and say whether something was warned of. */
export function compileHearing(compile: Compile, ...[source, filename, options]: Parameters<Compile>): { code: CodeObject; warned: boolean } {
  let warned = false
  const code = compile(source, filename, {
    ...options,
    onWarning(warning) {
      warned = true
      return options.onWarning?.(warning)
    },
  })
  return { code, warned }
}

/** The code in a file, if it was made of `text`. */
function codeOf(file: Uint8Array, text: Uint8Array) {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (view.length < 4 + text.length || view.readUInt32LE(0) !== text.length || view.compare(text, 0, text.length, 4, 4 + text.length) !== 0) return undefined
  const packed = readPacked(file.subarray(4 + text.length))
  return packed === undefined ? undefined : unpackCode(packed)
}
