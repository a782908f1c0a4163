// Functions of all kinds: parameters, calls that fit them and some that do not, lambdas.
import type { Author } from './author.ts'
import type { Callable, Kind, Parameter, ScopeKind } from './scope.ts'

const kinds: readonly Kind[] = ['int', 'int', 'int', 'float', 'str', 'ints', 'list', 'dict', 'value', 'bool', 'tuple']
const returned = ['int', 'int', 'value', 'str', 'tuple', 'list', 'float', 'operation', 'mixed'] as const

function choose(author: Author): Parameter[] {
  const { choice } = author
  const make = (form: Parameter['form'], optional: boolean): Parameter => {
    const kind = form === 'rest' ? 'tuple' : form === 'words' ? 'dict' : choice.one(kinds)
    return { kind, form, optional, name: author.fresh(kind, true) }
  }
  const count = choice.between(0, 3)
  const required = choice.between(0, count)
  const only = choice.chance(25) ? choice.between(0, count) : 0
  const found = Array.from({ length: count }, (_, at) => make(at < only ? 'positional' : 'any', at >= required))
  if (choice.chance(20)) found.push(make('rest', true))
  if (choice.chance(25)) found.push(make('named', choice.chance(60)))
  if (choice.chance(15)) found.push(make('words', true))
  return found
}

function written(author: Author, parameters: readonly Parameter[]): string {
  const annotated = author.choice.chance(15)
  const texts: string[] = []
  let starred = false
  parameters.forEach(({ name, kind, form, optional }, at) => {
    if (form === 'named' && !starred && parameters[at - 1]?.form !== 'rest') texts.push('*')
    if (form === 'named' || form === 'rest') starred = true
    const typed = annotated && kind !== 'ints' && kind !== 'value' && form !== 'words' && form !== 'rest' ? `: ${kind}` : ''
    if (form === 'rest') texts.push(`*${name}`)
    else if (form === 'words') texts.push(`**${name}`)
    else texts.push(`${name}${typed}${optional ? `=${author.atom(kind)}` : ''}`)
    if (form === 'positional' && parameters[at + 1]?.form !== 'positional') texts.push('/')
  })
  return texts.join(', ')
}

const heads: Readonly<Record<string, string>> = { generator: 'def', driven: 'def', coroutine: 'async def', stream: 'async def', function: 'def' }

/** `def`, and what calls to it are like from now on. */
export function define(author: Author, kind: Callable['kind']): void {
  const { choice } = author
  const name = author.fresh(kind, true)
  const parameters = choose(author)
  const first = parameters[0]
  const recursive = kind === 'function' && first?.kind === 'int' && first.form !== 'named' && choice.chance(25)
  if (kind === 'function' && choice.chance(12)) author.template(choice.one(['@functools.wraps(len)', '@Manager(<str>)', '@functools.cache', '@(lambda f: f)']))
  author.template(`${heads[kind]} ${name}(${written(author, parameters)})${choice.chance(8) ? ' -> int' : ''}:`)
  const returns = choice.one(returned)
  const body = (): void => {
    if (choice.chance(6)) author.template('"""Documented."""')
    if (!recursive) return author.statementsOf(returns)
    author.template(`depth = min(${first.name}, ${choice.between(2, 6)})\nif depth <= 0:\n    return <${returns}>`)
    author.statementsOf(returns)
    const others = parameters.slice(1).filter(({ form: own }) => own !== 'rest' && own !== 'words')
    const again = ['depth - 1', ...others.map((one) => (one.form === 'named' ? `${one.name}=${one.name}` : one.name))].join(', ')
    if (author.lines.at(-1)!.trimStart().startsWith('return ')) author.lines.push(author.lines.pop()!.replace('return ', `return ${name}(${again})${choice.one([', ', ' or ', ' + '])}`))
  }
  let cost = 1
  author.within('    ', () => (cost = author.functionBody(kind, new Map(parameters.map((one) => [one.name, one.kind])), body)))
  author.scope.callables.push({ name, kind, parameters, cost: recursive ? cost * 7 : cost })
}

function given(author: Author, { parameters }: Callable): string {
  const { choice } = author
  const texts: string[] = []
  let named = false
  for (const { name, kind, form, optional } of parameters) {
    if (optional && choice.chance(45)) {
      if (form === 'any' || form === 'positional') named = true
      continue
    }
    if (choice.chance(3)) continue
    if (form === 'rest') texts.push(...(named ? [] : [choice.one(['*<tuple>', '<value>, <value>'])].map((text) => author.fill(text))))
    else if (form === 'words') texts.push(author.fill(choice.one(['**<dict>', 'extra=<int>', '**{"more": <int>}'])))
    else if (form === 'named' || (named && form === 'any') || (form === 'any' && choice.chance(15))) {
      named = true
      texts.push(`${name}=${author.operand(kind)}`)
    } else texts.push(author.operand(kind))
  }
  if (choice.chance(4)) texts.push(author.fill(choice.one(['nothing=<int>', '**<dict>', '**{"a": 1}'])))
  // What has no name cannot come after what has.
  const order = (text: string) => (/^\w+=[^=]|^\*\*/.test(text) ? (text.startsWith('**') ? 2 : 1) : 0)
  return texts.sort((left, right) => order(left) - order(right)).join(', ')
}

/** A call of something of a kind that was defined before and is not too much to run here. */
export function call(author: Author, kind: ScopeKind, otherwise: string): string {
  const { scope, choice } = author
  const room = scope.times > 1000 ? 300_000 : 4_000
  const affordable = author.inClass() ? [] : scope.calls().filter((one) => one.kind === kind && one.cost * scope.times < room)
  if (affordable.length === 0) return author.fill(otherwise)
  const chosen = choice.chance(50) ? affordable[affordable.length - 1]! : choice.one(affordable)
  scope.cost += chosen.cost * scope.times
  return `${chosen.name}(${given(author, chosen)})`
}

export function lambda(author: Author): string {
  const { choice } = author
  const form = choice.one(['n', 'n', 'n, k=<int>', '*rest', 'n=<int>, *, k=<small>', 'n, /', 'n, **words', ''])
  const head = author.fill(form)
  const names = new Map([...form.matchAll(/\w+(?=[,=]|$)/g)].map(([name]): [string, Kind] => [name, name === 'rest' ? 'tuple' : name === 'words' ? 'dict' : 'int']))
  names.delete('')
  return `(lambda ${head}: ${author.under(names, () => author.expression(choice.one(['int', 'value', 'tuple', 'bool'])))})`.replace('lambda :', 'lambda:')
}
