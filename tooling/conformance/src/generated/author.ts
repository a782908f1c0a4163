// Writes a program from templates. A template is Python in which `<…>` stands for what is still to be chosen:
//
//   <int>                an expression that is meant to give an int; every kind of scope.ts, and what `expressions` names besides
//   <bounded int>        one that does not grow without end when it is assigned again and again
//   <name int>           a name that is seen here
//   <old int>            a name that may be assigned here; a new one where there is none
//   <new int as i>, <@i> a new name, and that name again within the template
//   <times>, <loop>      how often, and the block that is run so often
//   <block>              some statements
//   <body int a:int b:value>  a function's: its parameters, and what it returns; <body generator …> and so on
//   <parameters>, <cases>, <call>, <arguments>  see functions.ts, patterns.ts
import type { Choice } from './choice.ts'
import { prefixOf, Scope, type Kind, type ScopeKind } from './scope.ts'

export interface Grammar {
  /** By kind or by another name. */
  readonly expressions: Readonly<Record<string, readonly string[]>>
  readonly atoms: Readonly<Record<string, readonly string[]>>
  /** How the value of an expression is kept small: `@` stands for it. */
  readonly bounds: Readonly<Record<string, readonly string[]>>
  /** By where they may stand. */
  readonly statements: Readonly<Record<string, readonly string[]>>
  /** What templates cannot say. */
  readonly inline: Readonly<Record<string, (author: Author, words: readonly string[]) => string>>
  readonly lines: Readonly<Record<string, (author: Author, words: readonly string[]) => void>>
}

const placeholder = /<(@?[a-z]\w*(?: [\w:]+)*)>/g
const word = /^(?:\w+|'[^']*'|\d[\d.]*)$/
/** Kinds of values, any of which may stand where another is meant. */
const kinds = ['int', 'float', 'bool', 'str', 'bytes', 'ints', 'list', 'tuple', 'dict', 'set', 'value', 'object'] as const
const values = new Set<string>(kinds)
/** Statements that a whole program may come to run, about. */
const most = 60_000
const deepest = 3
/** Lines after which nothing new is begun. */
const longest = 140

/** Whether a text is one display or one expression in brackets. */
function bracketed(text: string): boolean {
  if (!/^[([{]/.test(text) || /['"]/.test(text)) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if ('([{'.includes(text[at]!)) depth++
    else if (')]}'.includes(text[at]!) && --depth === 0) return at === text.length - 1
  }
  return false
}

export class Author {
  readonly lines: string[] = []
  readonly choice: Choice
  readonly grammar: Grammar
  scope = new Scope('module')
  /** Inside a lambda, a comprehension, an annotation: no `:=`, `yield`, `await`. */
  plain = 0
  /** Of the innermost loop that runs often: its counter, and how often. */
  counter = '3'
  turns = 1
  /** What is written should rather not raise. */
  hot = false
  /** There may be a loop yet that is compiled by itself. */
  hotter = false
  #indent = ''
  #depth = 0
  #expressionDepth = 0
  #numbered = 0
  #rounds = 1
  #labels = new Map<string, string>()

  constructor(choice: Choice, grammar: Grammar) {
    this.choice = choice
    this.grammar = grammar
  }

  /** Writes a template's lines here. */
  template(text: string): void {
    const labels = this.#labels
    this.#labels = new Map()
    const before = new Set(this.scope.names.keys())
    for (const line of text.split('\n')) {
      const indent = /^ */.exec(line)![0]
      const words = /^<([^>]+)>$/.exec(line.trim())?.[1]?.split(' ') ?? []
      const directive = this.grammar.lines[words[0] ?? '']
      if (directive === undefined) this.lines.push(this.#indent + indent + this.fill(line.slice(indent.length)))
      else this.within(indent, () => directive(this, words.slice(1)))
    }
    // `except … as error` takes its name away.
    for (const [name, kind] of this.scope.names) if (kind === 'error' && !before.has(name)) this.scope.names.delete(name)
    this.#labels = labels
  }

  /** Writes further in. */
  within(indent: string, write: () => void): void {
    const outer = this.#indent
    this.#indent = outer + indent
    write()
    this.#indent = outer
  }

  /** A line with all its places filled: new names last, since they hold nothing before. */
  fill(line: string): string {
    const inner = /lambda|[^ ] (?:async )?for .* in /.test(line) ? 1 : 0
    const filled = (text: string, at: number, whole: string, place: string): string => {
      // `1.x` is no attribute, and `{{` no set in an f-string.
      const apart = (/^\d/.test(text) && whole[at + place.length] === '.') || (text.startsWith('{') && whole[at - 1] === '{')
      return apart ? `(${text})` : text
    }
    this.plain += inner
    const expressions = line.replaceAll(placeholder, (place, text: string, at: number, whole: string) =>
      /^(?:new|old) |^@/.test(text) ? place : filled(this.#place(text.split(' ')), at, whole, place))
    this.plain -= inner
    return expressions.replaceAll(placeholder, (_, text: string) => this.#place(text.split(' ')))
  }

  #place([first = '', ...rest]: readonly string[]): string {
    if (first.startsWith('@')) return this.#labels.get(first.slice(1)) ?? first
    const inline = this.grammar.inline[first]
    if (inline === undefined) return this.operand(first)
    const label = rest.indexOf('as')
    const text = inline(this, label < 0 ? rest : rest.slice(0, label))
    if (label >= 0) this.#labels.set(rest[label + 1] as string, text)
    return text
  }

  /** An expression, in brackets unless it needs none. */
  operand(kind: string): string {
    const text = this.expression(kind)
    return word.test(text) || bracketed(text) ? text : `(${text})`
  }

  expression(kind: string): string {
    const { choice, grammar } = this
    const wanted = values.has(kind) && choice.below(this.hot ? 400 : 25) === 0 ? choice.one(kinds) : kind
    const steady = this.hot && choice.chance(93) ? grammar.expressions[`hot ${wanted}`] : undefined
    const forms = steady ?? grammar.expressions[wanted] ?? []
    if (forms.length === 0 || (wanted in grammar.atoms && choice.chance([25, 50, 80, 100][Math.min(this.#expressionDepth, 3)]!))) return this.atom(wanted)
    this.#expressionDepth++
    const special = values.has(wanted) ? this.#special() : undefined
    const text = special !== undefined && choice.chance(8) ? `(${this.fill(special)})` : this.fill(choice.one(forms))
    this.#expressionDepth--
    return text
  }

  /** What only this place allows. */
  #special(): string | undefined {
    if (this.plain > 0) return undefined
    return this.choice.one(this.grammar.expressions[`in ${this.scope.kind}`] ?? ['<walrus>'])
  }

  atom(kind: string): string {
    const names = this.scope.visible(kind as Kind)
    if (names.length > 0 && this.choice.chance(70)) return this.choice.one(names)
    return this.fill(this.choice.one(this.grammar.atoms[kind] ?? ['None']))
  }

  /** A name that nothing has yet; `hidden`: of a scope that is still to come. */
  fresh(kind: Kind, hidden = false): string {
    const name = `${prefixOf(kind)}${++this.#numbered}`
    if (!hidden) this.scope.names.set(name, kind)
    return name
  }

  /** Runs of a loop here: `wanted`, or as many as there is time for. */
  rounds(wanted: number): number {
    const { times, cost } = this.scope
    this.#rounds = Math.max(1, Math.min(wanted, Math.floor((most - cost) / (times * 4))))
    return this.#rounds
  }

  /** Some statements, one at least; `loops`: run again and again. */
  block(loops: boolean): void {
    const { scope, choice } = this
    const before = new Set(scope.names.keys())
    const { times } = scope
    if (loops) {
      scope.times *= this.#rounds
      scope.loops++
    }
    this.within('', () => {
      for (let left = choice.between(1, this.#depth <= 1 ? 4 : 2); left > 0; left--) this.statement()
    })
    if (loops) scope.loops--
    scope.times = times
    for (const name of [...scope.names.keys()]) if (!before.has(name) && choice.chance(75)) scope.names.delete(name)
  }

  /** The block of a loop that runs often. */
  loopOf(counter: string, rounds: number, write: () => void): void {
    const { scope } = this
    const { times } = scope
    ;[this.counter, this.turns] = [counter, rounds]
    scope.times = times * rounds
    scope.loops++
    this.within('    ', write)
    this.counter = String(rounds)
    scope.loops--
    scope.times = times
  }

  /** With these names too, for a while. */
  under(names: ReadonlyMap<string, Kind>, write: () => string): string {
    const { scope } = this
    for (const [name, kind] of names) scope.names.set(name, kind)
    this.plain++
    const text = write()
    this.plain--
    for (const name of names.keys()) scope.names.delete(name)
    return text
  }

  /** In a method: nothing is called that might call it. */
  inClass(): boolean {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.outer) if (scope.kind === 'class') return true
    return false
  }

  /** Without what would leave a generator behind that has something left to do. */
  guarded(write: () => void): void {
    const { scope } = this
    const { yields } = scope
    scope.yields &&= scope.kind === 'driven'
    write()
    scope.yields = yields
  }

  /** A statement of a group, which holds others only where they are not too deep. */
  nested(group: string): void {
    const { [group]: all = [] } = this.grammar.statements
    const simple = this.#depth < deepest && this.lines.length < longest ? all : all.filter((text) => !/\n|^<function>/.test(text))
    this.#depth++
    this.template(this.choice.one(simple.length > 0 ? simple : ['pass']))
    this.#depth--
  }

  statement(): void {
    const { choice, scope } = this
    scope.cost += scope.times
    const calm = this.inClass()
    const groups = calm ? ['calm', 'calm'] : ['anywhere', 'anywhere', 'anywhere', scope.kind]
    if (!calm && this.#depth < deepest) groups.push('compound', 'compound')
    if (scope.loops > 0) groups.push(calm ? 'calm loop' : 'loop')
    if (scope.yields) groups.push(`yielding ${scope.kind}`, `yielding ${scope.kind}`)
    if (!calm && scope.kind !== 'module' && scope.kind !== 'stream') groups.push('function')
    this.nested(choice.one(groups))
  }

  /** What is inside `def`. Answers what running it costs. */
  functionBody(kind: ScopeKind, parameters: ReadonlyMap<string, Kind>, write: () => void): number {
    const outer = this.scope
    const [depth, plain] = [this.#depth, this.plain]
    const scope = (this.scope = new Scope(kind, outer))
    this.plain = 0
    this.#depth++
    for (const [name, own] of parameters) scope.names.set(name, own)
    if (kind !== 'class') this.#declare()
    write()
    ;[this.#depth, this.plain] = [depth, plain]
    this.scope = outer
    return scope.cost
  }

  /** Some statements, and an end that gives what is meant. */
  statementsOf(returns: string): void {
    const { kind } = this.scope
    for (let left = this.choice.between(1, 3); left > 0; left--) this.statement()
    if (kind === 'generator' || kind === 'driven' || kind === 'stream') this.template(`yield <${returns}>`)
    else if (this.choice.chance(85)) this.template(`return <${returns}>`)
    else this.template('<block>')
  }

  #declare(): void {
    for (let { scope: { outer } } = this, word = ''; outer !== undefined; { outer } = outer) {
      word = outer.kind === 'module' ? 'global' : 'nonlocal'
      if (outer.kind === 'class' || !this.choice.chance(35)) continue
      const names = [...outer.names].filter(([, kind]) => values.has(kind))
      for (const [name, kind] of this.choice.some(names, this.choice.between(0, 2))) {
        if (this.scope.names.has(name) || this.scope.declared.has(name)) continue
        this.lines.push(`${this.#indent}${word} ${name}`)
        this.scope.declared.set(name, kind)
      }
    }
  }
}
