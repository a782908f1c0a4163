// One block of the symbol table: the names it mentions and what the block does with them.
//
// A symbol is one number: the low 12 bits say how the name occurs (DEF_…, USE), the bits above them the
// scope that `resolve` decides. The numbers are those of Python's `_symtable` module.
import type { Located, Node, type_param } from '@pellucid/ast'

export const DEF_GLOBAL = 1
export const DEF_LOCAL = 2
export const DEF_PARAM = 4
export const DEF_NONLOCAL = 8
export const USE = 16
export const DEF_FREE_CLASS = 64
export const DEF_IMPORT = 128
export const DEF_ANNOT = 256
export const DEF_COMP_ITER = 512
export const DEF_TYPE_PARAM = 1024
export const DEF_COMP_CELL = 2048
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM

export const SCOPE_OFFSET = 12
export const SCOPE_MASK = 15
export const FLAGS_MASK = (1 << SCOPE_OFFSET) - 1

export const LOCAL = 1
export const GLOBAL_EXPLICIT = 2
export const GLOBAL_IMPLICIT = 3
export const FREE = 4
export const CELL = 5

/** What a block is, with the number of `_symtable.TYPE_…`. */
export const blockTypes = {
  function: 0,
  class: 1,
  module: 2,
  annotation: 3,
  'type alias': 4,
  'type parameters': 5,
  'type variable': 6,
} as const
export type BlockType = keyof typeof blockTypes

export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator'

/** The node, or list of type parameters, that opens a block. */
export type ScopeKey = Node | readonly type_param[]

/** Where a `global`, `nonlocal` or `:=` declared a name, for errors that are found later. */
export interface Directive {
  readonly name: string
  readonly at: Located
}

/** A block of the symbol table, as CPython's `symtable entry`. */
export class Scope {
  readonly id: number
  readonly name: string
  readonly type: BlockType
  readonly at: Located
  readonly lineno: number
  /** Name → flags and scope, in the order of first mention. */
  readonly symbols = new Map<string, number>()
  /** The parameters in order. */
  readonly varnames: string[] = []
  children: Scope[] = []
  directives: Directive[] | null = null
  readonly nested: boolean
  /** Functions, type parameters, type aliases and type variables: their names live in fast locals. */
  readonly functionLike: boolean
  free = false
  childFree = false
  generator = false
  coroutine = false
  varargs = false
  varkeywords = false
  comprehension: ComprehensionKind | null = null
  comprehensionInlined = false
  comprehensionTarget = false
  comprehensionIterables = 0
  needsClassClosure = false
  needsClassdict = false
  canSeeClassScope = false
  /** What a type variable's block evaluates, for messages: `a TypeVar bound`. */
  purpose = ''
  /** In the parameter list of a generic class only these names are mangled. */
  mangledNames: Set<string> | null = null

  constructor(id: number, name: string, type: BlockType, at: Located, parent: Scope | null) {
    this.id = id
    this.name = name
    this.type = type
    this.at = at
    this.lineno = at.lineno
    this.functionLike =
      type === 'function' || type === 'type parameters' || type === 'type alias' || type === 'type variable'
    this.nested = parent !== null && (parent.nested || parent.functionLike)
  }

  /** The flags of a name, 0 when it is unknown. */
  flagsOf(name: string): number {
    return this.symbols.get(name) ?? 0
  }

  /** LOCAL, FREE, …, or 0 when the name is unknown. */
  scopeOf(name: string): number {
    return ((this.symbols.get(name) ?? 0) >> SCOPE_OFFSET) & SCOPE_MASK
  }
}

/** The finished table: its module block, and the block that each node opens. */
export interface SymbolTables {
  readonly top: Scope
  readonly blocks: ReadonlyMap<ScopeKey, Scope>
  /** The blocks of type variables' defaults; a type variable's own entry in `blocks` is its bound. */
  readonly defaults: ReadonlyMap<ScopeKey, Scope>
}
