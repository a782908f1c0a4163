// Loops that run long: what compiled code expects of them may change in their midst.
import type { Author } from './author.ts'
import type { Kind } from './scope.ts'


const steps = [
  '<old int> += <int>', '<old int> = <bounded int>', '<old int> = <old int> + 1', '<old int> -= <small>', '<old int> = <old int> * <small> + 1\nif <old int> > 10 ** 22:\n    <old int> = <small>', '<old int> ^= <int>', '<old int> = (<old int> * 31 + <int>) % 65537', '<old int> = <old int> << 1 & 0x3fff_ffff_ffff',
  '<old int> = <old int> * <old int> % 1000003', '<old int> //= <small>', '<old int> = -<old int>', '<old int> = <old int> % <small> + <old int> // 3', '<old float> += 0.5', '<old float> = <old float> * 0.5 + <int>', '<old float> = <int> / <small>', '<old float> += <old int>', '<old float> -= <old float> // 3', '<old int> += <old float> > <int>',
  '<old int> += <ints>[<old int> % 3]', '<old ints>[<index>] = <old int>', '<old ints>[<old int> % 2] += 1', '<old int> += len(<old ints>)', '<old int>, <old int> = <old int>, <old int>', '<old int> += 1 if <bool> else 2', 'if <bool>:\n    <hot>', 'if <int> > <int>:\n    <hot>\nelse:\n    <hot>', 'if <old int> % 7 == 3:\n    continue',
  'for <new int> in range(3):\n    <hot>', 'for <new int> in <bounded ints>:\n    <hot>', 'for <new int>, <new int> in zip(<bounded ints>, <bounded ints>):\n    <hot>', 'while <old int> > 1000:\n    <old int> >>= 3', '<old dict>[<old int> % 5] = <int>', '<old int> += <old dict>.get(<old int> % 5, 1)', '<old str> = <bounded str>', '<old str> = <old str>[1:] + <old str>[:1]',
  '<old int> += <old str> == <str>', '<old int> += ord(<old str>[0])', 'try:\n    <hot>\n    <hot>\nexcept <exception>:\n    <old int> += 1', 'try:\n    <hot>\nexcept Exception as <new error as e>:\n    <old int> += len(str(<@e>))\nelse:\n    <hot>', 'try:\n    <hot>\nfinally:\n    <old int> += 1', '<name object>.a = <int>', '<old int> += <name object>.a', '<name object>.a += 1',
  '<old value> = <name object>.b', '<old int> += <call>', '<old value> = <call>', '<old value> = <value>', '<old value> = <old float>', '<old tuple> = <int>, <old float>', '<old int>, <old float> = <old tuple>', 'del <old value>', '<old bool> = <int> < <int> < <int>', '<old int> += <old float> is <old value>', '<old value> = <old int> or <old float>', '<old bool> = not <old bool>',
  '<old int> = <lambda>(<old int>)', '<old int> += sum(<intcomp>)', '<old int> = int(<old float>)', '<old float> = float(<old int>)', '<old int> = min(<old int>, <int>)', '<old value> = isinstance(<old value>, int)', 'with Quiet():\n    <hot>', '<old int> += <int> in <ints>', '<old int> = abs(<old int>)', '<old value> = [<old int>, <old float>]', '<old value> = f"{<old int>}{<old float>}"',
  '<name class>.kept += 1', '<old int> += <name class>.kept', 'match <old int> % 4:\n    case 0:\n        <hot>\n    case 1 | 2:\n        <hot>\n    case _:\n        <hot>', '<old int> += <old int> is None', '<old object> = Thing(<int>)', '<old ints> = [<int>, <int>, <int>]', '<old ints> = <bounded ints>', '<old list> = [<old float>, <old int>, <str>]', '<old value> = <old list>[<old int> % 3]',
  '<old int> += <old value> == <old int>', '<old value> = <old value> + 1', '<old value> = <old int> ** 2 % 91', '<old int> -= <old int> & 3', '<old int> |= 1', '<old int> = ~<old int>', '<old float> = -<old float>', '<old float> = <old float> % 3', '<old float> **= 0.5', '<old value> = <old float> ** 2', '<old int> = round(<old float>)', '<old value> = <old float> == <old int>',
]

/** What happens once. */
const turns = [
  'if <counter> == <turn>:\n    <old int> = <value>', 'if <counter> == <turn>:\n    <old float> = <value>', 'if <counter> == <turn>:\n    <old ints> = <value>', 'if <counter> == <turn>:\n    <old value> = <value>', 'if <counter> == <turn>:\n    <old int> = 2 ** <times> * 10 ** 15', 'if <counter> == <turn>:\n    <old int> = <float>', 'if <counter> == <turn>:\n    del <old int>', 'if <counter> == <turn>:\n    raise <error>',
  'if <counter> == <turn>:\n    <name class>.kept = <value>', 'if <counter> == <turn>:\n    del <name object>.a', 'if <counter> == <turn>:\n    <name object>.b = <value>', 'if <counter> == <turn>:\n    <name class>.method = <lambda>', 'if <counter> == <turn>:\n    break', 'if <counter> == <turn>:\n    show(sorted(locals()))', 'if <counter> == <turn>:\n    globals()[<outer int>] = <value>', 'if <counter> == <turn>:\n    sys._getframe().f_locals[<quoted int>] = <value>',
  'if <counter> > <turn>:\n    <old int> = <bounded value>', 'if <counter> % <turn> == 0:\n    show(<old int>, <old float>)', 'if <counter> == <turn>:\n    return <value>', 'if <counter> == <turn>:\n    <old str> = <value>', 'if <counter> == <turn>:\n    <old object> = <value>', 'if <counter> == <turn>:\n    <old tuple> = <value>', 'if <counter> == <turn>:\n    sys.settrace(None)', 'if <counter> == <turn>:\n    <old object>.__class__ = <class>',
  'if <counter> == <turn>:\n    show(sys._getframe().f_lineno, list(sys._getframe().f_locals.items())[:4])', 'if <counter> == <turn>:\n    exec("<own int> = 1")',
]

const locals = [
  'global <outer int>',
  '<new int> = <int>', '<new int> = 0', '<new float> = <float>', '<new float> = 0.5', '<new ints> = [<int>, <int>, <small>]', '<new str> = <str>', '<new dict> = {}', '<new object> = Thing(<int>, <str>)', '<new value> = <value>', '<new bool> = <bool>', '<new tuple> = <int>, <float>',
  '<new list> = [<int>, <str>, <float>]',
]

export const hot: Readonly<Record<string, readonly string[]>> = { hot: steps, turn: turns }

/** A function that goes round, and calls of it. */
export function hotLoop(author: Author): void {
  const { choice } = author
  const many = author.hotter && choice.chance(60) ? choice.between(21_000, 26_000) : choice.between(12, 70)
  author.hotter &&= many < 1000
  const name = author.fresh('function', true)
  const counter = author.fresh('int', true)
  const parameters = [author.fresh('int', true), author.fresh('value', true)] as const
  author.template(`def ${name}(rounds, ${parameters.join(', ')}):`)
  const body = () => {
    for (const text of choice.some(locals, choice.between(4, locals.length))) author.template(text)
    author.template(choice.one([`for ${counter} in range(rounds):`, `for ${counter} in range(rounds):`, `${counter} = -1\nwhile (${counter} := ${counter} + 1) < rounds:`, `${counter} = -1\nwhile ${counter} < rounds:\n    ${counter} += 1`]))
    author.loopOf(counter, many, () => {
      const count = choice.between(2, 5)
      const at = choice.below(count)
      for (let turn = 0; turn < count; turn++) {
        author.template(choice.one(steps))
        if (turn === at && choice.chance(75)) author.template(choice.one(turns))
      }
    })
    author.template('return <int>, <float>, <value>')
  }
  author.within('    ', () => author.functionBody('function', new Map<string, Kind>([[parameters[0], 'int'], [parameters[1], 'value']]), body))
  for (let left = choice.between(1, 3); left > 0; left--) {
    author.template(`try:\n    show(${name}(${left === 1 ? many : choice.between(3, 40)}, <int>, <value>))\nexcept Exception as <new error as e>:\n    report(<@e>)`)
  }
}
