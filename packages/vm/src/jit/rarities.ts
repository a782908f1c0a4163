// Instructions that the interpreter itself leaves to functions: compiled code calls the same ones.
import { opcodes, stackInputs, stackOutputs } from '@pellucid/opcode-spec'
import type { Emitter } from './emitter.ts'

/** They leave the locals and the way through the code alone, and enter no frame. */
const codes = [
  opcodes.BINARY_SLICE, opcodes.STORE_SLICE, opcodes.BUILD_SLICE, opcodes.DELETE_SUBSCR, opcodes.UNARY_INVERT,
  opcodes.FORMAT_SIMPLE, opcodes.FORMAT_WITH_SPEC, opcodes.CONVERT_VALUE, opcodes.BUILD_STRING, opcodes.BUILD_MAP,
  opcodes.BUILD_CONST_KEY_MAP, opcodes.BUILD_SET, opcodes.UNPACK_EX, opcodes.STORE_GLOBAL, opcodes.LOAD_NAME, opcodes.STORE_NAME,
  opcodes.DELETE_ATTR, opcodes.GET_LEN, opcodes.MATCH_CLASS, opcodes.MATCH_KEYS, opcodes.MATCH_MAPPING,
  opcodes.MATCH_SEQUENCE, opcodes.MAKE_FUNCTION, opcodes.SET_FUNCTION_ATTRIBUTE, opcodes.CALL_INTRINSIC_1,
]

const emit: Emitter = (a, { op, arg }) => {
  a.save()
  const depth = a.values.length
  const inputs = stackInputs(op, arg)
  a.line(`rare(${op}, py, frame, s, ${depth}, ${arg})`)
  a.values.length -= inputs
  for (let i = stackOutputs(op, arg); i > 0; i--) {
    const place = a.values.length
    a.push(a.made('any', `s[${place}]`))
    a.clean[place] = true
  }
}

/** They only take values, to put them into a container below. */
const fillers = [opcodes.LIST_EXTEND, opcodes.SET_ADD, opcodes.SET_UPDATE, opcodes.MAP_ADD, opcodes.DICT_UPDATE]

const fill: Emitter = (a, { op, arg }) => {
  a.save()
  a.line(`rare(${op}, py, frame, s, ${a.values.length}, ${arg})`)
  a.values.length -= stackInputs(op, arg) - stackOutputs(op, arg)
}

export const rarities: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  ...codes.map((code) => [code, emit] as const), ...fillers.map((code) => [code, fill] as const),
])
