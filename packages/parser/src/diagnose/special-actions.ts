// The actions of `grammar.ts` that a line of notation cannot say.
import { normalizeName, TokenKind } from '@pellucid/lexer'
import { elementsOf, expressionName, invalidTarget } from './expression-names.ts'
import type { Actions } from './peg-actions.ts'
import type { PegMachine, PegNode, PegValue } from './peg-machine.ts'

interface Match {
  readonly start: number
  readonly values: readonly PegValue[]
  readonly operands: readonly string[]
}

type SpecialAction = (actions: Actions, machine: PegMachine, match: Match) => PegValue

function textOf(actions: Actions, node: PegNode): string {
  const { tape } = actions
  return tape.source.slice(tape.start[node.start], tape.end[node.end])
}

const unparenthesized = 'Generator expression must be parenthesized'

/** The last `in` or `if` expression of a comprehension. */
function lastOfComprehension(clauses: PegValue): PegNode {
  const last = (clauses as readonly PegNode[]).at(-1) as PegNode
  const conditions = last.parts.at(-1) as readonly PegNode[]
  return conditions.at(-1) ?? (last.parts.at(-2) as PegNode)
}

function isLegacyStatement(actions: Actions, node: PegNode): boolean {
  if (node.type !== 'Name') return false
  const name = textOf(actions, node)
  return name === 'print' || name === 'exec'
}

/** Positional and starred arguments of an `args` node. */
function positionalArguments(args: PegNode): PegNode[] {
  return elementsOf(args.parts).filter(({ type }) => type !== 'keyword' && type !== 'unpacking')
}

function constant(actions: Actions, machine: PegMachine, { start, values }: Match): PegNode {
  return actions.node(machine, 'Constant', start, values)
}

/** The letter behind the `!` of a field is one of three. */
function checkConversion(actions: Actions, machine: PegMachine, letter: PegNode): void {
  const name = normalizeName(textOf(actions, letter))
  if (name === 's' || name === 'r' || name === 'a') return
  const message = `f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`
  actions.atNodes(machine, letter, letter, message)
}

export const specialActions: Readonly<Record<string, SpecialAction>> = {
  nothing: () => undefined,

  only: (actions, machine, { start, values }) => {
    const patterns = values[0] as readonly PegValue[]
    return patterns.length === 1 ? patterns[0] : actions.node(machine, '', start, values)
  },

  unequal: (actions, machine, { values }) => {
    const [operator] = values as [PegNode]
    const old = textOf(actions, operator) === '<>'
    if (actions.barryAsBdfl && !old) actions.atLast(machine, "with Barry as BDFL, use '<>' instead of '!='")
    return old === actions.barryAsBdfl ? operator : undefined
  },

  real: (actions, machine, { values }) => {
    const [number] = values as [PegNode]
    if (actions.literals.isImaginary(number.start)) {
      actions.atNodes(machine, number, number, 'real number required in complex literal')
    }
    return number
  },

  imaginary: (actions, machine, { values }) => {
    const [number] = values as [PegNode]
    if (!actions.literals.isImaginary(number.start)) {
      actions.atNodes(machine, number, number, 'imaginary number required in complex literal')
    }
    return number
  },

  /** A conversion follows its mark closely; that it does not is seen before what comes behind it. */
  conversion: (actions, machine, { start, values }) => {
    const { tape } = actions
    const [mark, letter] = values as [PegNode, PegNode]
    const sameLine = tape.line[mark.start] === tape.line[letter.start]
    if (!sameLine || tape.endColumn[mark.start] !== tape.column[letter.start]) {
      const message = 'f-string: conversion type must come right after the exclamanation mark'
      actions.atNodes(machine, mark, letter, message)
    }
    return actions.node(machine, 'Conversion', start, values)
  },

  field: (actions, machine, { start, values }) => {
    const conversion = values[3] as PegNode | null
    if (conversion !== null) checkConversion(actions, machine, conversion.parts[1] as PegNode)
    return actions.node(machine, 'Field', start, values)
  },

  specText: (actions, machine, match) => {
    const [text] = match.values as [PegNode]
    actions.literals.fstringText(machine, text.start, text.start)
    return constant(actions, machine, match)
  },

  fstring: (actions, machine, { start, values }) => {
    const { tape } = actions
    const [open, parts, close] = values as [PegNode, readonly PegNode[], PegNode]
    if (!/[rR]/.test(textOf(actions, open))) {
      for (const part of parts) {
        if (tape.kind[part.start] === TokenKind.FSTRING_MIDDLE && part.start === part.end) {
          actions.literals.fstringText(machine, part.start, close.start)
        }
      }
    }
    return actions.node(machine, 'JoinedStr', start, values)
  },

  string: (actions, machine, { start }) => actions.literals.string(machine, start),

  strings: (actions, machine, { start, values }) => {
    const parts = values[0] as readonly PegNode[]
    const bytes = parts.filter(({ type }) => type === 'Bytes').length
    if (bytes !== 0 && bytes !== parts.length) {
      actions.atLast(machine, 'cannot mix bytes and nonbytes literals')
    }
    const formatted = parts.some(({ type }) => type === 'JoinedStr')
    return actions.node(machine, formatted ? 'JoinedStr' : 'Constant', start, values)
  },

  generator: (actions, machine, { values, operands }) => {
    const first = values[Number(operands[0]) - 1] as PegNode
    const last = lastOfComprehension(values[Number(operands[1]) - 1])
    return actions.atNodes(machine, first, last, unparenthesized)
  },

  generatorInCall: (actions, machine, { values }) => {
    const positional = positionalArguments(values[0] as PegNode)
    if (positional.length <= 1) return undefined
    const last = lastOfComprehension(values[1])
    return actions.atNodes(machine, positional.at(-1) as PegNode, last, unparenthesized)
  },

  positional: (actions, machine, { values }) => {
    const unpacking = elementsOf((values[0] as PegNode).parts).some(({ type }) => type === 'unpacking')
    const message = 'positional argument follows keyword argument'
    return actions.atLast(machine, unpacking ? `${message} unpacking` : message)
  },

  keywordConstant: (actions, machine, { values }) => {
    const [name, equal] = values as [PegNode, PegNode]
    return actions.atNodes(machine, name, equal, `cannot assign to ${textOf(actions, name)}`)
  },

  legacy: (actions, machine, { values }) => {
    const [name, , last] = values as [PegNode, null, PegNode]
    if (!isLegacyStatement(actions, name)) return undefined
    const word = textOf(actions, name)
    const message = `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`
    return actions.atNodes(machine, name, last, message)
  },

  bound: (actions, machine, { values, operands }) => {
    const what = (values[3] as PegNode).type === 'Tuple' ? 'constraints' : 'bound'
    return actions.startingFrom(machine, values[2] as PegNode, `cannot use ${what} with ${operands[0]}`)
  },

  comma: (actions, machine, { values }) => {
    const [, first, second] = values as [null, PegNode, PegNode]
    if (isLegacyStatement(actions, first)) return undefined
    if (actions.bracketLevel(machine.mark - 1) === 0) return undefined
    return actions.atNodes(machine, first, second, 'invalid syntax. Perhaps you forgot a comma?')
  },

  target: (actions, machine, { values, operands }) => {
    const [item, use] = operands as [string, string]
    const found = invalidTarget(values[Number(item) - 1] as PegNode, use)
    if (found === undefined) return undefined
    const verb = use === 'del' ? 'delete' : 'assign to'
    return actions.atNodes(machine, found, found, `cannot ${verb} ${expressionName(found)}`)
  },

  colon: (actions, machine, { values }) => {
    const { tape } = actions
    const [key] = values as [PegNode]
    return actions.throwAt(machine, "':' expected after dictionary key", {
      line: tape.line[key.start] as number,
      column: tape.endColumn[key.end] as number,
      endLine: tape.endLine[key.end] as number,
      endColumn: 0,
    })
  },
}

