// The symbol table as users see it: Python's `symtable` module.
import {
  type BlockType,
  CELL,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
  USE,
} from './scope.ts'

// DEF_BOUND of the `_symtable` module leaves type parameters out.
const BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT

/** The flags that have a name, in the order `Symbol` lists them. */
const flagNames: readonly (readonly [string, number])[] = [
  ['USE', USE],
  ['DEF_GLOBAL', DEF_GLOBAL],
  ['DEF_NONLOCAL', DEF_NONLOCAL],
  ['DEF_LOCAL', DEF_LOCAL],
  ['DEF_PARAM', DEF_PARAM],
  ['DEF_IMPORT', DEF_IMPORT],
  ['DEF_BOUND', BOUND],
  ['DEF_ANNOT', DEF_ANNOT],
]

const scopeNames: { readonly [scope: number]: string } = {
  [FREE]: 'FREE',
  [LOCAL]: 'LOCAL',
  [GLOBAL_IMPLICIT]: 'GLOBAL_IMPLICIT',
  [GLOBAL_EXPLICIT]: 'GLOBAL_EXPLICIT',
  [CELL]: 'CELL',
}

/** One name of a table, with what the block does with it. */
export class SymbolEntry {
  readonly name: string
  /** DEF_… and USE bits, and the scope above them, as `_symtable` encodes them. */
  readonly flags: number
  /** The blocks of this name directly below: what `def` and `class` bind it to. */
  readonly namespaces: readonly SymbolTable[]
  private readonly inModule: boolean

  constructor(name: string, flags: number, namespaces: readonly SymbolTable[], inModule: boolean) {
    this.name = name
    this.flags = flags
    this.namespaces = namespaces
    this.inModule = inModule
  }

  private get scope(): number {
    return (this.flags >> SCOPE_OFFSET) & SCOPE_MASK
  }

  /** `LOCAL`, `GLOBAL_IMPLICIT`, `GLOBAL_EXPLICIT`, `FREE` or `CELL`. */
  get scopeName(): string {
    return scopeNames[this.scope] ?? String(this.scope)
  }

  /** The names of the flags that are set. */
  get flagNames(): string[] {
    return flagNames.filter(([, bits]) => (this.flags & bits) === bits).map(([name]) => name)
  }

  isReferenced(): boolean {
    return (this.flags & USE) !== 0
  }
  isParameter(): boolean {
    return (this.flags & DEF_PARAM) !== 0
  }
  isGlobal(): boolean {
    return (
      this.scope === GLOBAL_IMPLICIT ||
      this.scope === GLOBAL_EXPLICIT ||
      (this.inModule && (this.flags & BOUND) !== 0)
    )
  }
  isNonlocal(): boolean {
    return (this.flags & DEF_NONLOCAL) !== 0
  }
  isDeclaredGlobal(): boolean {
    return this.scope === GLOBAL_EXPLICIT
  }
  isLocal(): boolean {
    return this.scope === LOCAL || this.scope === CELL || (this.inModule && (this.flags & BOUND) !== 0)
  }
  isAnnotated(): boolean {
    return (this.flags & DEF_ANNOT) !== 0
  }
  isFree(): boolean {
    return this.scope === FREE
  }
  isImported(): boolean {
    return (this.flags & DEF_IMPORT) !== 0
  }
  isAssigned(): boolean {
    return (this.flags & DEF_LOCAL) !== 0
  }
  isNamespace(): boolean {
    return this.namespaces.length > 0
  }
}

/** The names of one block. */
export class SymbolTable {
  readonly type: BlockType
  readonly name: string
  readonly lineno: number
  /** A number that no other block of the same table has. */
  readonly id: number
  /** Whether the block lies in a function. */
  readonly isNested: boolean
  readonly children: readonly SymbolTable[]
  readonly filename: string
  private readonly scope: Scope

  constructor(scope: Scope, filename: string) {
    this.scope = scope
    this.filename = filename
    this.type = scope.type
    this.name = scope.name
    this.lineno = scope.lineno
    this.id = scope.id
    this.isNested = scope.nested
    this.children = scope.children.map((child) => new SymbolTable(child, filename))
  }

  /** Whether locals live in fast slots. */
  get isOptimized(): boolean {
    return this.type === 'function'
  }

  /** All names, in the order of first mention. */
  get identifiers(): string[] {
    return [...this.scope.symbols.keys()]
  }

  get symbols(): SymbolEntry[] {
    return this.identifiers.map((name) => this.lookup(name) as SymbolEntry)
  }

  /** The entry of a name; undefined when the block does not mention it. */
  lookup(name: string): SymbolEntry | undefined {
    const flags = this.scope.symbols.get(name)
    if (flags === undefined) return undefined
    const namespaces = this.children.filter((child) => child.name === name)
    return new SymbolEntry(name, flags, namespaces, this.name === 'top')
  }

  /** The parameters of a function in the order of their places: `*args` and `**kwargs` last. */
  get varnames(): readonly string[] {
    return this.scope.varnames
  }

  /** The parameters of a function. */
  get parameters(): string[] {
    return this.namesWhere((entry) => entry.isParameter())
  }
  get locals(): string[] {
    return this.namesIn(LOCAL, CELL)
  }
  get globals(): string[] {
    return this.namesIn(GLOBAL_IMPLICIT, GLOBAL_EXPLICIT)
  }
  get nonlocals(): string[] {
    return this.namesWhere((entry) => entry.isNonlocal())
  }
  get frees(): string[] {
    return this.namesIn(FREE)
  }

  /** The names that a class body binds to functions. */
  get methods(): string[] {
    const found = new Set<string>()
    for (const child of this.scope.children) {
      const { name } = child
      if (this.scope.scopeOf(name) !== LOCAL) continue
      if (child.type === 'function') {
        const isGenerator = name === 'genexpr' && child.varnames.includes('.0')
        if (!isGenerator) found.add(name)
      } else if (child.type === 'type parameters') {
        if (child.children.some((inner) => inner.name === name && inner.type === 'function')) found.add(name)
      }
    }
    return [...found]
  }

  private namesWhere(matches: (entry: SymbolEntry) => boolean): string[] {
    return this.symbols.filter(matches).map((entry) => entry.name)
  }

  private namesIn(...scopes: readonly number[]): string[] {
    return this.identifiers.filter((name) => scopes.includes(this.scope.scopeOf(name)))
  }
}
