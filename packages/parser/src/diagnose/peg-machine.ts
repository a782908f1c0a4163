// Runs the grammar over the tokens as CPython's generated parser would: same order, same memory, same depth.
// There is no recursion here; a frame of the list is a call of a rule in CPython, so the length of the list
// is the depth that CPython limits.
//
//     first pass: the grammar proper       what it read farthest is where a plain "invalid syntax" points
//     second pass: invalid_ rules as well  the first to match throws its error
import { TokenKind } from '@pellucid/lexer'
import type { TokenTape } from '@pellucid/lexer'
import { PyCompileError } from '@pellucid/source'
import type { Alternative, Item, Rule } from './peg-builder.ts'
import { special } from './peg-builder.ts'

/** What a rule or token matched. */
export interface PegNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly parts: readonly PegValue[]
}

export type PegValue = PegNode | readonly PegValue[] | null | undefined

/** What the machine asks of the actions. */
export interface PegActions {
  act(machine: PegMachine, action: string, start: number, values: readonly PegValue[]): PegValue
  /** A NUMBER has been read. */
  number(machine: PegMachine, token: number): PegValue
  /** A forced token is missing. */
  missing(machine: PegMachine, word: string): never
  /** The tape's error has been reached. */
  refused(machine: PegMachine): never
}

export const stackOverflow = 'Parser stack overflowed - Python source too complex to parse'

/** Deepest nesting of rules CPython allows. */
export const MAX_DEPTH = 6000

interface Memo {
  value: PegValue
  mark: number
}

interface Frame {
  readonly rule: Rule
  /** A left-recursive rule grows its result here; its alternatives run in a frame of their own. */
  readonly grows: boolean
  readonly start: number
  /** Where the current alternative, or repetition, began. */
  from: number
  alternative: number
  item: number
  cut: boolean
  /** Where a lookahead began. */
  saved: number
  values: PegValue[]
  readonly repeated: PegValue[] | undefined
  readonly hadInvalid: boolean
  seed: PegValue
  seedMark: number
}

const softKeywords = ['_', 'case', 'match', 'type']

// CPython compares only as many letters as the name has, so that `c` counts as the start of `case`.
function startsSoftKeyword(word: string): boolean {
  return softKeywords.some((keyword) => keyword.startsWith(word))
}

const blank = new Set<number>([TokenKind.NEWLINE, TokenKind.INDENT, TokenKind.DEDENT, TokenKind.ENDMARKER])

export class PegMachine {
  readonly tape: TokenTape
  readonly actions: PegActions
  mark: number
  /** Tokens read so far: CPython reads them one by one, and errors point at the last. */
  fill: number
  invalidRules = false
  private secondPass = false
  /** Where statements end that are known to be in order. */
  private readonly statementEnds: Int32Array | undefined
  private memos: Map<number, Memo>[] = []
  private readonly tokenNodes: (PegNode | undefined)[] = []
  private readonly frames: Frame[] = []

  constructor(tape: TokenTape, actions: PegActions, mark: number, statementEnds: Int32Array | undefined) {
    this.tape = tape
    this.actions = actions
    this.statementEnds = statementEnds
    this.mark = mark
    this.fill = mark
  }

  /** Goes back for the second pass. */
  restart(mark: number): void {
    this.mark = mark
    this.memos = []
    this.frames.length = 0
    this.invalidRules = true
    this.secondPass = true
  }

  /** Kind of the token at the mark, which is thereby read. */
  private current(): number {
    const kind = this.tape.kind[this.mark] as number
    if (this.mark >= this.fill) {
      this.fill = this.mark + 1
      if (kind === TokenKind.ERRORTOKEN) this.actions.refused(this)
    }
    return kind
  }

  /** Reads the token at the mark, if it has not been read. */
  readAhead(): void {
    this.current()
  }

  tokenNode(token: number, type = 'Token'): PegNode {
    const known = this.tokenNodes[token]
    if (known !== undefined) return known
    const node: PegNode = { type, start: token, end: token, parts: [] }
    this.tokenNodes[token] = node
    return node
  }

  /** Last token with text before the mark. */
  lastToken(): number {
    let token = this.mark - 1
    while (token > 0 && blank.has(this.tape.kind[token] as number)) token--
    return token
  }

  /** Runs a rule; undefined when it does not match. */
  run(start: Rule): PegValue {
    const { frames } = this
    let value = this.call(start)
    while (frames.length > 0) {
      const frame = frames[frames.length - 1] as Frame
      value = value === PENDING ? this.begin(frame) : this.resume(frame, value)
    }
    return value as PegValue
  }

  /** Enters a rule: its remembered value, or PENDING and a new frame. */
  private call(rule: Rule): PegValue | typeof PENDING {
    if (this.frames.length >= MAX_DEPTH) overflow()
    if (rule.memo || rule.leftRecursive) {
      const memo = this.memos[rule.id]?.get(this.mark)
      if (memo !== undefined) {
        this.mark = memo.mark
        return memo.value
      }
    }
    if (rule.name === 'statement' && this.statementEnds !== undefined) {
      const end = this.statementEnds[this.mark] as number
      if (end > 0 || (end < 0 && !this.secondPass)) return this.skip(Math.abs(end))
    }
    this.push(rule, rule.leftRecursive)
    return PENDING
  }

  /** Passes over a statement that is in order. */
  private skip(end: number): PegNode {
    const node = this.tokenNode(this.mark)
    this.mark = end
    this.fill = Math.max(this.fill, end)
    return node
  }

  private push(rule: Rule, grows: boolean): void {
    if (this.frames.length >= MAX_DEPTH) overflow()
    this.frames.push({
      rule, grows, start: this.mark, from: this.mark, alternative: 0, item: 0, cut: false, saved: this.mark,
      values: [],
      repeated: rule.repeat === undefined ? undefined : [], hadInvalid: this.invalidRules, seed: undefined,
      seedMark: this.mark,
    })
    if (rule.withoutInvalid) this.invalidRules = false
  }

  private remember(rule: Rule, start: number, value: PegValue): void {
    const memos = (this.memos[rule.id] ??= new Map())
    memos.set(start, { value, mark: this.mark })
  }

  private begin(frame: Frame): PegValue | typeof PENDING {
    if (frame.grows) {
      this.remember(frame.rule, frame.start, undefined)
      this.push(frame.rule, false)
      return PENDING
    }
    return this.step(frame)
  }

  /** Goes on with a frame whose inner call answered. */
  private resume(frame: Frame, value: PegValue): PegValue | typeof PENDING {
    if (frame.grows) return this.grow(frame, value)
    const alternative = frame.rule.alternatives[frame.alternative] as Alternative
    if (!this.accept(frame, alternative.items[frame.item] as Item, value) && !this.retreat(frame)) {
      return this.finish(frame, undefined)
    }
    return this.step(frame)
  }

  private grow(frame: Frame, value: PegValue): PegValue | typeof PENDING {
    if (value !== undefined && this.mark > frame.seedMark) {
      frame.seed = value
      frame.seedMark = this.mark
      this.remember(frame.rule, frame.start, value)
      this.mark = frame.start
      this.push(frame.rule, false)
      return PENDING
    }
    this.mark = frame.seedMark
    this.frames.pop()
    return frame.seed
  }

  /** Works through items until one has to wait for a rule, or the rule is done. */
  private step(frame: Frame): PegValue | typeof PENDING {
    for (;;) {
      const alternative = frame.rule.alternatives[frame.alternative]
      if (alternative === undefined) return this.finish(frame, undefined)
      if (alternative.invalid && !this.invalidRules) {
        frame.alternative++
        continue
      }
      const item = alternative.items[frame.item]
      if (item === undefined) {
        const done = this.complete(frame, alternative)
        if (done !== PENDING) return done
        continue
      }
      if (item.mode === 'cut') {
        frame.cut = true
        frame.values.push(null)
        frame.item++
        continue
      }
      frame.saved = this.mark
      const value = item.rule === undefined ? this.match(item) : this.call(item.rule)
      if (value === PENDING) return PENDING
      if (!this.accept(frame, item, value) && !this.retreat(frame)) return this.finish(frame, undefined)
    }
  }

  /** Takes an item's value into the alternative; false when the alternative fails. */
  private accept(frame: Frame, item: Item, value: PegValue): boolean {
    const { mode } = item
    if (mode === 'ahead' || mode === 'notAhead') {
      this.mark = frame.saved
      if ((value !== undefined) !== (mode === 'ahead')) return false
      frame.values.push(null)
    } else if (value === undefined) {
      if (mode === 'forced') this.actions.missing(this, item.word)
      if (mode !== 'optional') return false
      this.mark = frame.saved
      frame.values.push(null)
    } else {
      frame.values.push(value)
    }
    frame.item++
    return true
  }

  /** The alternative has failed: goes back for the next one; false when none may follow. */
  private retreat(frame: Frame): boolean {
    this.mark = frame.from
    if (frame.cut) return false
    frame.alternative++
    frame.item = 0
    frame.values = []
    return true
  }

  /** The alternative has matched. */
  private complete(frame: Frame, alternative: Alternative): PegValue | typeof PENDING {
    const value = this.valueOf(frame, alternative)
    if (frame.repeated !== undefined && value !== undefined) {
      frame.repeated.push(value)
      frame.from = this.mark
      frame.alternative = 0
      frame.item = 0
      frame.values = []
      return PENDING
    }
    return this.finish(frame, value)
  }

  private valueOf(frame: Frame, { items, action }: Alternative): PegValue {
    const { values, rule, from } = frame
    if (rule.gather) return [values[0], ...(values[1] as readonly PegValue[])]
    if (action === '') {
      if (items.length === 1) return values[0]
      return { type: '', start: from, end: this.lastToken(), parts: values }
    }
    if (action.startsWith('=')) return values[Number(action.slice(1)) - 1]
    return this.actions.act(this, action, from, values)
  }

  private finish(frame: Frame, value: PegValue): PegValue {
    const { rule, repeated } = frame
    if (repeated !== undefined) {
      this.mark = frame.from
      value = repeated.length === 0 && rule.repeat === 1 ? undefined : repeated
    }
    if (rule.withoutInvalid) this.invalidRules = frame.hadInvalid
    if (rule.memo) this.remember(rule, frame.start, value)
    this.frames.pop()
    return value
  }

  /** Consumes a token that the item describes. */
  private match(item: Item): PegValue {
    const kind = this.current()
    const token = this.mark
    if (item.kind === special.soft || item.kind === special.anySoft) {
      if (kind !== TokenKind.NAME) return undefined
      const word = this.tape.source.slice(this.tape.start[token], this.tape.end[token])
      const matches = item.kind === special.soft ? word === item.word : startsSoftKeyword(word)
      if (!matches) return undefined
      this.mark++
      return this.tokenNode(token, 'Name')
    }
    if (kind !== item.kind) return undefined
    this.mark++
    if (kind === TokenKind.NAME) return this.tokenNode(token, 'Name')
    return kind === TokenKind.NUMBER ? this.actions.number(this, token) : this.tokenNode(token)
  }
}

/** A call is under way. */
const PENDING: unique symbol = Symbol('pending')

function overflow(): never {
  throw new PyCompileError('MemoryError', stackOverflow)
}
