// Loops that run long, in all kinds of functions, with what they call.
import type { Author } from './author.ts'
import { helped, helpers, locals, members, steps, turns, worked } from './hot.ts'
import type { Kind, ScopeKind } from './scope.ts'

type Shape = 'function' | 'generator' | 'coroutine' | 'module' | 'closure'

/** Small functions; answers their names. */
function helpersOf(author: Author): string[] {
  const { choice } = author
  return Array.from({ length: choice.below(3) }, () => {
    const name = author.fresh('function', true)
    author.template(choice.one(helpers).replaceAll('@', name).replaceAll(`<${name}g>`, '<@g>').replace(`${name}functools`, '@functools'))
    return name
  })
}

function classOf(author: Author): string | undefined {
  const { choice } = author
  if (choice.chance(40)) return undefined
  const name = author.fresh('class', true)
  author.template(`class ${name}:\n    def __init__(self, v=1, w=0):\n        self.v = v\n        self.w = w\n    def __repr__(self):\n        return f"{self.v}/{self.w}"`)
  const chosen = choice.some(members, choice.between(3, 12))
  // A class attribute would be in a slot's way.
  const sound = chosen.some((text) => text.startsWith('__slots__')) ? chosen.filter((text) => !text.startsWith('w =')) : chosen
  author.within('    ', () => sound.forEach((text) => author.template(text)))
  return name
}

/** The loop itself. */
function loop(author: Author, rounds: string, many: number, write: () => void): void {
  const { choice } = author
  const counter = author.fresh('int', true)
  const forms = [`for ${counter} in range(${rounds}):`, `for ${counter} in range(${rounds}):`, `${counter} = -1\nwhile (${counter} := ${counter} + 1) < ${rounds}:`, `${counter} = -1\nwhile ${counter} < ${rounds}:\n    ${counter} += 1`, `for ${counter}, _ in enumerate(range(${rounds})):`]
  author.template(choice.one(forms))
  author.loopOf(counter, many, write)
}

/** A function that goes round, and calls of it. */
export function hotLoop(author: Author): void {
  const { choice } = author
  const many = author.hotter && choice.chance(60) ? choice.between(21_000, 26_000) : choice.between(12, 70)
  author.hotter &&= many < 1000
  const shape = choice.one<Shape>(['function', 'function', 'function', 'generator', 'coroutine', 'module', 'closure'])
  const calls = helpersOf(author)
  const cls = classOf(author)
  const instance = author.fresh('object', true)
  const parameters = [author.fresh('int', true), author.fresh('value', true)] as const
  const one = (): string => {
    if (calls.length > 0 && choice.chance(30)) return choice.one(helped).replaceAll('@(', `${choice.one(calls)}(`)
    return cls !== undefined && choice.chance(35) ? choice.one(worked).replaceAll('$', instance) : choice.one(steps)
  }
  const body = (rounds: string): void => {
    author.hot = true
    for (const text of choice.some(locals, choice.between(5, locals.length))) if (shape !== 'module' || !text.startsWith('global')) author.template(text)
    if (cls !== undefined) author.template(`${instance} = ${cls}(<small>, <tiny>)`)
    loop(author, rounds, many, () => {
      const count = choice.between(2, 6)
      const at = choice.below(count)
      for (let turn = 0; turn < count; turn++) {
        author.template(one())
        if (turn === at && choice.chance(75)) author.template(choice.one(turns.filter((text) => shape !== 'module' || !text.includes('return'))))
      }
      if (shape === 'generator') author.template('yield <int>')
      if (shape === 'coroutine' && choice.chance(50)) author.template('<old value> = await ready(<int>)')
    })
    author.template(`${shape === 'module' ? 'show' : 'return '}(<int>, <float>, <value>)`)
    author.hot = false
  }
  const careful = (text: string): void => author.template(`try:\n    ${text}\nexcept Exception as <new error as e>:\n    report(<@e>)`)
  if (shape === 'module') {
    author.template('try:')
    author.within('    ', () => body(String(many)))
    author.template('except Exception as <new error as e>:\n    report(<@e>)')
    return
  }
  const name = author.fresh('function', true)
  const scope: ScopeKind = shape === 'closure' ? 'function' : shape
  author.template(`${shape === 'coroutine' ? 'async ' : ''}def ${name}(rounds, ${parameters.join(', ')}):`)
  author.within('    ', () => author.functionBody(scope, new Map<string, Kind>([[parameters[0], 'int'], [parameters[1], 'value']]), () => {
    body('rounds')
    // Variables that a function inside shares are cells.
    if (shape === 'closure') author.lines.splice(-1, 0, `    def inner():\n        return [${[...author.scope.names.keys()].slice(0, 4).join(', ')}]\n    show(inner())`)
  }))
  for (let left = choice.between(1, 3); left > 0; left--) {
    const call = author.fill(`${name}(${left === 1 ? many : choice.between(3, 40)}, <int>, <value>)`)
    careful(shape === 'generator' ? `show(len(list(${call})))` : shape === 'coroutine' ? `show(drive(${call}))` : `show(${call})`)
  }
}
