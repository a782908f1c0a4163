// A code object, as `marshal` writes it: the contract between compiler, marshal, dis and vm.
// Field names are marshal's, that is CPython's `co_…` names without the prefix.
import type { Constant, TextConstant } from '@pellucid/primitives'

/** What `consts` may hold: any constant, tuples of them, and code objects. */
export type CodeConstant = Constant | CodeObject | readonly CodeConstant[]

/** The fields of a code object. */
export interface CodeFields {
  argcount: number
  posonlyargcount: number
  kwonlyargcount: number
  stacksize: number
  flags: number
  /** Wordcode: two bytes an instruction, inline caches included. */
  code: Uint8Array
  consts: readonly CodeConstant[]
  names: readonly string[]
  localsplusnames: readonly string[]
  /** One byte a name: CO_FAST_LOCAL 0x20, CO_FAST_CELL 0x40, CO_FAST_FREE 0x80, CO_FAST_HIDDEN 0x10. */
  localspluskinds: Uint8Array
  filename: TextConstant
  name: string
  qualname: string
  firstlineno: number
  linetable: Uint8Array
  exceptiontable: Uint8Array
}

/** An immutable code object (https://docs.python.org/3.13/reference/datamodel.html#code-objects). */
export class CodeObject implements Readonly<CodeFields> {
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly stacksize: number
  readonly flags: number
  readonly code: Uint8Array
  readonly consts: readonly CodeConstant[]
  readonly names: readonly string[]
  readonly localsplusnames: readonly string[]
  readonly localspluskinds: Uint8Array
  readonly filename: TextConstant
  readonly name: string
  readonly qualname: string
  readonly firstlineno: number
  readonly linetable: Uint8Array
  readonly exceptiontable: Uint8Array
  constructor(fields: CodeFields) {
    this.argcount = fields.argcount
    this.posonlyargcount = fields.posonlyargcount
    this.kwonlyargcount = fields.kwonlyargcount
    this.stacksize = fields.stacksize
    this.flags = fields.flags
    this.code = fields.code
    this.consts = fields.consts
    this.names = fields.names
    this.localsplusnames = fields.localsplusnames
    this.localspluskinds = fields.localspluskinds
    this.filename = fields.filename
    this.name = fields.name
    this.qualname = fields.qualname
    this.firstlineno = fields.firstlineno
    this.linetable = fields.linetable
    this.exceptiontable = fields.exceptiontable
  }
}
