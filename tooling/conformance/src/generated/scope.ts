// Names that a program being written may use, by what they most likely hold.

/** What a name, or the value of an expression, is meant to be; a program is free to make it something else. */
export type Kind =
  | 'int' | 'float' | 'bool' | 'str' | 'bytes' | 'ints' | 'list' | 'tuple' | 'dict' | 'set' | 'object' | 'class' | 'value' | 'error'
  | 'function' | 'generator' | 'driven' | 'coroutine' | 'stream'

const prefixes: Readonly<Record<Kind, string>> = {
  int: 'n', float: 'x', bool: 'flag', str: 's', bytes: 'b', ints: 'row', list: 'items', tuple: 'pair', dict: 'table', set: 'group',
  object: 'obj', class: 'Class', value: 'v', error: 'error', function: 'f', generator: 'gen', driven: 'gen', coroutine: 'co', stream: 'stream',
}

export const prefixOf = (kind: Kind): string => prefixes[kind]

/** Something to call: how it is called, and about how many statements that runs. */
export interface Callable {
  readonly name: string
  readonly kind: Exclude<ScopeKind, 'module' | 'class'>
  readonly parameters: readonly Parameter[]
  readonly cost: number
}

export interface Parameter {
  readonly name: string
  readonly kind: Kind
  readonly form: 'positional' | 'any' | 'named' | 'rest' | 'words'
  readonly optional: boolean
}

export type ScopeKind = 'module' | 'function' | 'generator' | 'driven' | 'coroutine' | 'stream' | 'class'

export class Scope {
  readonly names = new Map<string, Kind>()
  /** Names of outer scopes that may be assigned here. */
  readonly declared = new Map<string, Kind>()
  readonly callables: Callable[] = []
  readonly kind: ScopeKind
  readonly outer: Scope | undefined
  /** Loops around the statement being written. */
  loops = 0
  /** How often it is run when the scope is run once. */
  times = 1
  /** About how many statements that is. */
  cost = 1
  /** There may be a `yield` here. A generator may be left for good where it yields, but for a driven one, which is closed at last. */
  yields: boolean

  constructor(kind: ScopeKind, outer?: Scope) {
    this.kind = kind
    this.outer = outer
    this.yields = kind === 'generator' || kind === 'driven' || kind === 'stream'
  }

  /** The scopes whose names are seen from here, innermost first: not those of classes around. */
  *#seen(): Iterable<Scope> {
    yield this
    for (let scope = this.outer; scope !== undefined; scope = scope.outer) if (scope.kind !== 'class') yield scope
  }

  visible(kind: Kind): string[] {
    return [...this.#seen()].flatMap(({ names }) => [...names].filter(([, own]) => own === kind).map(([name]) => name))
  }

  assignable(kind: Kind): string[] {
    return [...this.names, ...this.declared].filter(([, own]) => own === kind).map(([name]) => name)
  }

  calls(): Callable[] {
    return [...this.#seen()].flatMap(({ callables }) => callables)
  }
}
