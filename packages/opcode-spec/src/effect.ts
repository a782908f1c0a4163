// Stack effects: `left, right -- result`, the top of the stack on the right.
//
//   name              one value
//   name[size]        `size` values, handed over as an array
//   name if condition one value, or none
//   unused            not handed to the handler
//
// Invariant: sizes are the texts of the table below; the same text is read as a type by handlers
// (`Operands`) and at run time by `parseEffect`.

/** The sizes an effect may name. */
export const sizes = {
  oparg: (oparg: number): number => oparg,
  'oparg * 2': (oparg: number): number => oparg * 2,
  'oparg - 1': (oparg: number): number => oparg - 1,
  'oparg - 2': (oparg: number): number => oparg - 2,
  'oparg & 1': (oparg: number): number => oparg & 1,
  'oparg & 0xFF': (oparg: number): number => oparg & 0xff,
  'oparg >> 8': (oparg: number): number => oparg >> 8,
  'oparg == 3': (oparg: number): number => (oparg === 3 ? 1 : 0),
} as const

/** A size expression. */
export type Size = keyof typeof sizes
/** An effect as it is written. */
export type EffectText = '--' | `${string} --` | `-- ${string}` | `${string} -- ${string}`

/** The text left of `--`. */
export type InputText<Effect extends string> = Effect extends '--' | `-- ${string}`
  ? ''
  : Effect extends `${infer Inputs} --${string}` ? Inputs : never
/** The text right of `--`. */
export type OutputText<Effect extends string> = Effect extends '--' | `${string} --`
  ? ''
  : Effect extends `${string}-- ${infer Outputs}` ? Outputs : never

type Split<Text extends string> = Text extends ''
  ? []
  : Text extends `${infer First}, ${infer Rest}` ? [First, ...Split<Rest>] : [Text]

type Operand<Item extends string, Value> = Item extends `${string}[${string}]`
  ? readonly Value[]
  : Item extends `${string} if ${string}` ? Value | undefined : Value

type OperandsOf<Items extends readonly string[], Value> = Items extends [
  infer First extends string,
  ...infer Rest extends string[],
]
  ? First extends 'unused' | `unused[${string}`
    ? OperandsOf<Rest, Value>
    : [Operand<First, Value>, ...OperandsOf<Rest, Value>]
  : []

/** A handler's stack operands, as a tuple in the order they are written. */
export type Operands<Effect extends string, Value> = OperandsOf<Split<InputText<Effect>>, Value>
/** What a handler leaves on the stack, as a tuple in the order it is written. */
export type Results<Effect extends string, Value> = OperandsOf<Split<OutputText<Effect>>, Value>

/** One item of an effect. */
export interface EffectItem {
  readonly name: string
  /** `value`: exactly one; `array`: `size` many; `optional`: one or none. */
  readonly form: 'value' | 'array' | 'optional'
  readonly size?: Size
}

/** An effect taken apart. */
export interface Effect {
  readonly inputs: readonly EffectItem[]
  readonly outputs: readonly EffectItem[]
}

/**
 * Takes an effect text apart.
 * @example
 * parseEffect('items[oparg] -- list').inputs   // [{ name: 'items', form: 'array', size: 'oparg' }]
 */
export function parseEffect(text: EffectText): Effect {
  const at = text.indexOf('--')
  return { inputs: parseItems(text.slice(0, at)), outputs: parseItems(text.slice(at + 2)) }
}

function parseItems(text: string): EffectItem[] {
  const items = text.trim()
  return items === '' ? [] : items.split(', ').map(parseItem)
}

function parseItem(text: string): EffectItem {
  const bracket = text.indexOf('[')
  if (bracket >= 0) {
    return { name: text.slice(0, bracket), form: 'array', size: asSize(text.slice(bracket + 1, -1)) }
  }
  const condition = text.indexOf(' if ')
  if (condition < 0) return { name: text, form: 'value' }
  return { name: text.slice(0, condition), form: 'optional', size: asSize(text.slice(condition + 4)) }
}

function asSize(text: string): Size {
  if (!Object.hasOwn(sizes, text)) throw new Error(`unknown size in an effect: ${text}`)
  return text as Size
}

/** How many values the items stand for, as a function of the argument. */
export function countItems(items: readonly EffectItem[]): (oparg: number) => number {
  let fixed = 0
  const sized: ((oparg: number) => number)[] = []
  for (const item of items) {
    if (item.size === undefined) fixed++
    else sized.push(sizes[item.size])
  }
  const [first] = sized
  if (first === undefined) return () => fixed
  if (sized.length === 1) return (oparg) => fixed + first(oparg)
  return (oparg) => sized.reduce((sum, size) => sum + size(oparg), fixed)
}
