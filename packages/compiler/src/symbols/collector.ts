// The first pass, its state: the stack of open blocks and what may be added to them.
//
// `collect-statements` and `collect-expressions` walk the tree and call this. Nothing is decided here but
// the errors that show while names are read in order.
import type { Located, expr, stmt } from '@pellucid/ast'
import { type Diagnostics, tooDeep } from '../diagnostics.ts'
import { names as messages, namedExpressions } from '../errors.ts'
import { mangleIn } from './mangle.ts'
import {
  type BlockType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
  type ScopeKey,
  USE,
} from './scope.ts'

/** How deep statements and expressions may nest, counted together, before CPython gives up. */
const RECURSION_LIMIT = 9998

/** The walks over statements and expressions, which this file does not import. */
export interface Walks {
  statement(collector: Collector, node: stmt): void
  expression(collector: Collector, node: expr): void
}

export class Collector {
  readonly blocks = new Map<ScopeKey, Scope>()
  readonly defaults = new Map<ScopeKey, Scope>()
  readonly top: Scope
  scope: Scope
  readonly stack: Scope[] = []
  /** The class whose private names are mangled. */
  privateName: string | null = null
  readonly stringAnnotations: boolean
  readonly diagnostics: Diagnostics
  private readonly walks: Walks
  private depth = 0
  private nextId = 1

  constructor(module: ScopeKey, walks: Walks, stringAnnotations: boolean, diagnostics: Diagnostics) {
    this.walks = walks
    this.stringAnnotations = stringAnnotations
    this.diagnostics = diagnostics
    const at = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 }
    this.top = this.scope = new Scope(this.nextId++, 'top', 'module', at, null)
    this.stack.push(this.top)
    this.blocks.set(module, this.top)
  }

  expression(node: expr): void {
    if (++this.depth > RECURSION_LIMIT) throw tooDeep()
    this.walks.expression(this, node)
    this.depth--
  }

  expressions(nodes: readonly (expr | null)[]): void {
    for (const node of nodes) if (node !== null) this.expression(node)
  }

  statements(nodes: readonly stmt[]): void {
    if (++this.depth > RECURSION_LIMIT) throw tooDeep()
    for (const node of nodes) this.walks.statement(this, node)
    this.depth--
  }

  /** Count levels that a loop walks instead of recursion. */
  deepen(levels: number): void {
    this.depth += levels
    if (this.depth > RECURSION_LIMIT) throw tooDeep()
  }

  enter(name: string, type: BlockType, key: ScopeKey, at: Located, blocks = this.blocks): Scope {
    const parent = this.scope
    const scope = new Scope(this.nextId++, name, type, at, parent)
    // Assignment expressions are refused anywhere inside a comprehension's iterable, nested blocks included.
    scope.comprehensionIterables = parent.comprehensionIterables
    if (type !== 'class') scope.mangledNames = parent.mangledNames
    blocks.set(key, scope)
    this.stack.push(scope)
    // Annotations that become strings leave no trace in the table.
    if (type !== 'annotation') parent.children.push(scope)
    this.scope = scope
    return scope
  }

  exit(): void {
    this.stack.pop()
    this.scope = this.stack[this.stack.length - 1] as Scope
  }

  lookup(name: string, scope = this.scope): number {
    return scope.flagsOf(mangleIn(scope, this.privateName, name))
  }

  define(name: string, flag: number, at: Located): void {
    if (flag & DEF_TYPE_PARAM && this.scope.mangledNames !== null) this.scope.mangledNames.add(name)
    this.defineIn(this.scope, name, flag, at)
  }

  use(name: string, at: Located): void {
    this.defineIn(this.scope, name, USE, at)
  }

  defineIn(scope: Scope, name: string, flag: number, at: Located): void {
    const mangled = mangleIn(this.scope, this.privateName, name)
    const { symbols } = scope
    const known = symbols.get(mangled)
    let flags = flag
    if (known !== undefined) {
      if (flag & known & DEF_PARAM) this.diagnostics.error(messages.duplicateArgument(name), at)
      if (flag & known & DEF_TYPE_PARAM) this.diagnostics.error(messages.duplicateTypeParameter(name), at)
      flags |= known
    }
    if (scope.comprehensionTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        this.diagnostics.error(namedExpressions.reboundByInnerLoop(name), at)
      }
      flags |= DEF_COMP_ITER
    }
    if (flags !== known) symbols.set(mangled, flags)
    if (flag & DEF_PARAM) {
      scope.varnames.push(mangled)
    } else if (flag & DEF_GLOBAL) {
      this.top.symbols.set(mangled, flag | this.top.flagsOf(mangled))
    }
  }

  /** Remember where a name was declared, for `resolve`. */
  recordDirective(name: string, at: Located): void {
    const directive = { name: mangleIn(this.scope, this.privateName, name), at }
    ;(this.scope.directives ??= []).push(directive)
  }

  /** Bind the target of an assignment expression in the block around all open comprehensions. */
  bindAround(name: string, at: Located): void {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const scope = this.stack[i] as Scope
      if (scope.comprehension !== null) {
        const flags = this.lookup(name, scope)
        if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
          this.diagnostics.error(namedExpressions.rebindsIterationVariable(name), at)
        }
        continue
      }
      switch (scope.type) {
        case 'function':
          this.define(name, this.lookup(name, scope) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, at)
          this.recordDirective(name, at)
          return this.defineIn(scope, name, DEF_LOCAL, at)
        case 'module':
          this.define(name, DEF_GLOBAL, at)
          this.recordDirective(name, at)
          return this.defineIn(scope, name, DEF_GLOBAL, at)
        case 'class':
          return this.diagnostics.error(namedExpressions.inClassBody, at)
        case 'type parameters':
          return this.diagnostics.error(namedExpressions.inTypeParameters, at)
        case 'type alias':
          return this.diagnostics.error(namedExpressions.inTypeAlias, at)
        case 'type variable':
          return this.diagnostics.error(namedExpressions.inTypeVariable, at)
      }
    }
  }
}
