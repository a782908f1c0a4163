// What the checks of expressions, patterns and statements share. Each check throws, or schedules the
// checks of the parts, in CPython's order.
import type * as ast from '../nodes.generated.ts'
import { Agenda } from './agenda.ts'
import { valueError } from './errors.ts'

export type ContextName = ast.expr_context['nodeType']

/** Checks one sort of node. */
export interface Checks {
  expr(check: Checker, node: ast.expr, context: ContextName): void
  pattern(check: Checker, node: ast.pattern, starAllowed: boolean): void
  stmt(check: Checker, node: ast.stmt): void
}

/** CPython's rules for a node's place. */
export function checkPosition(node: ast.Located): void {
  const { lineno, col_offset, end_lineno, end_col_offset } = node
  if (lineno > end_lineno) throw valueError(`AST node line range (${lineno}, ${end_lineno}) is not valid`)
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    const columns = `(${col_offset}, ${end_col_offset})`
    const lines = `(${lineno}, ${end_lineno})`
    throw valueError(`AST node column range ${columns} for line range ${lines} is not valid`)
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    throw valueError(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`)
  }
}

/** Names that are constants, which no identifier can be. */
export function checkName(name: string): void {
  if (name === 'None' || name === 'True' || name === 'False') {
    throw valueError(`identifier field can't represent '${name}' constant`)
  }
}

export function checkNotEmpty(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) throw valueError(`empty ${what} on ${owner}`)
}

/** On None in a list of such nodes CPython crashes; lists of statements and expressions have checks of their own. */
export function checkThere(item: object | null, type: string): void {
  if (item === null) throw valueError(`None disallowed in ${type} list`)
}

export class Checker {
  readonly #agenda = new Agenda()
  readonly #checks: Checks

  constructor(checks: Checks) {
    this.#checks = checks
  }

  later(run: () => void): void {
    this.#agenda.later(run)
  }

  run(): void {
    this.#agenda.run()
  }

  expr(node: ast.expr | null, context: ContextName = 'Load'): void {
    if (node === null) return
    this.later(() => {
      checkPosition(node)
      this.#checks.expr(this, node, context)
    })
  }

  exprs(nodes: readonly (ast.expr | null)[], context: ContextName = 'Load', nullAllowed = false): void {
    for (const node of nodes) {
      if (node !== null) this.expr(node, context)
      else if (!nullAllowed) {
        this.later(() => {
          throw valueError('None disallowed in expression list')
        })
      }
    }
  }

  pattern(node: ast.pattern, starAllowed = false): void {
    this.later(() => {
      checkThere(node, 'pattern')
      checkPosition(node)
      this.#checks.pattern(this, node, starAllowed)
    })
  }

  patterns(nodes: readonly ast.pattern[], starAllowed = false): void {
    for (const node of nodes) this.pattern(node, starAllowed)
  }

  stmts(nodes: readonly (ast.stmt | null)[]): void {
    for (const node of nodes) {
      this.later(() => {
        if (node === null) throw valueError('None disallowed in statement list')
        checkPosition(node)
        this.#checks.stmt(this, node)
      })
    }
  }

  body(nodes: readonly ast.stmt[], owner: string): void {
    this.later(() => {
      checkNotEmpty(nodes, 'body', owner)
      this.stmts(nodes)
    })
  }

  args(args: ast.arguments): void {
    this.later(() => {
      const list = (items: readonly ast.arg[]): void => {
        for (const item of items) {
          this.later(() => checkPosition(item))
          this.expr(item.annotation)
        }
      }
      list(args.posonlyargs)
      list(args.args)
      this.expr(args.vararg?.annotation ?? null)
      list(args.kwonlyargs)
      this.expr(args.kwarg?.annotation ?? null)
      this.later(() => {
        if (args.defaults.length > args.posonlyargs.length + args.args.length) {
          throw valueError('more positional defaults than args on arguments')
        }
        if (args.kw_defaults.length !== args.kwonlyargs.length) {
          throw valueError('length of kwonlyargs is not the same as kw_defaults on arguments')
        }
        this.exprs(args.defaults)
        this.exprs(args.kw_defaults, 'Load', true)
      })
    })
  }

  keywords(keywords: readonly ast.keyword[]): void {
    for (const keyword of keywords) this.expr(keyword.value)
  }

  typeParams(params: readonly ast.type_param[]): void {
    for (const param of params) {
      this.later(() => {
        checkThere(param, 'type_param')
        checkPosition(param)
        checkName(param.name)
        if (param.nodeType === 'TypeVar') this.expr(param.bound)
        this.expr(param.default_value)
      })
    }
  }
}
