// A text that is being read: the document, which comes in pieces, or an entity's. What was read is dropped now and then;
// the place of the current event in lines, columns and bytes is worked out when somebody asks.

export interface Position {
  readonly byte: number
  readonly line: number
  readonly column: number
}

/** A place in the text that has been worked out. */
interface Mark extends Position {
  readonly at: number
}

export class Source {
  text: string
  /** What comes next. */
  at = 0
  /** No more is to come. */
  final: boolean
  /** Where the current event begins. */
  eventAt = 0
  /** Units that a piece brought nothing to read out of; 0 when something was read. */
  pending = 0
  readonly #width: (character: string) => number
  /** Where the kept text begins, and the last place that was asked for. */
  #first: Mark
  #last: Mark
  constructor(text: string, final: boolean, width: (character: string) => number = () => 1, bytesBefore = 0) {
    this.text = text
    this.final = final
    this.#width = width
    // A byte order mark is a character.
    this.#first = this.#last = { at: 0, byte: bytesBefore, line: 1, column: bytesBefore > 0 ? 1 : 0 }
  }

  /** Add a piece. */
  append(piece: string): void {
    if (this.eventAt > 65_536) this.#drop(this.eventAt)
    this.text += piece
  }

  #drop(count: number): void {
    const mark = this.#markAt(count)
    this.#first = this.#last = { ...mark, at: 0 }
    this.text = this.text.slice(count)
    this.at -= count
    this.eventAt -= count
  }

  #markAt(end: number): Mark {
    const { text } = this
    const start = end < this.#last.at ? this.#first : this.#last
    let { byte, line, column } = start
    for (let at = start.at; at < end; ) {
      const point = text.codePointAt(at) as number
      const character = point > 0xffff ? text.slice(at, at + 2) : text.charAt(at)
      byte += this.#width(character)
      // The second half of a line end has counted already.
      if (character === '\n' && at > 0 && text[at - 1] === '\r') column = 0
      else if (character === '\n' || character === '\r') {
        line++
        column = 0
      } else column++
      at += character.length
    }
    return (this.#last = { at: end, byte, line, column })
  }

  /** Where the current event is. */
  get position(): Position {
    return this.#markAt(this.eventAt)
  }

  /** A token begins. */
  begin(): void {
    this.eventAt = this.at
  }
}
