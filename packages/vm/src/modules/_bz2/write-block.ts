// One block, written: sorted, moved to front, and coded by the codes that fit best.
import type { BitWriter } from './bit-writer.ts'
import { codeLengths, codesOf } from './code-lengths.ts'
import { BLOCK_MAGIC, GROUP_SIZE, RUNA, RUNB } from './format.ts'
import { sortRotations } from './sort-rotations.ts'

const ROUNDS = 4
/** What a symbol costs at first in a code that is not for it. */
const [CHEAP, DEAR] = [0, 15]

/** The symbols of a block, and how many kinds there are. */
interface Symbols {
  readonly list: Uint16Array
  readonly kinds: number
}

/** Places in a list that moves to front, runs of place 0 as numbers. */
function moveToFront(column: (place: number) => number, length: number, used: readonly number[]): Symbols {
  const list = new Uint16Array(length + 1)
  const order = [...used]
  let count = 0
  let run = 0
  const endRun = (): void => {
    for (let left = run; left > 0; left = (left - 1) >> 1) list[count++] = (left & 1) === 1 ? RUNA : RUNB
    run = 0
  }
  for (let at = 0; at < length; at++) {
    const byte = column(at)
    if (byte === order[0]) {
      run++
      continue
    }
    endRun()
    let place = 1
    while (order[place] !== byte) place++
    order.copyWithin(1, 0, place)
    order[0] = byte
    list[count++] = place + 1
  }
  endRun()
  list[count++] = used.length + 1
  return { list: list.subarray(0, count), kinds: used.length + 2 }
}

/** How many codes pay for so many symbols. */
const codesFor = (count: number): number => (count < 200 ? 2 : count < 600 ? 3 : count < 1200 ? 4 : count < 2400 ? 5 : 6)

/** First guesses: each code is for symbols beside each other, of about as many occurrences as every other code's. */
function guesses({ list, kinds }: Symbols, codes: number): Uint8Array[] {
  const occurrences = new Int32Array(kinds)
  for (const symbol of list) occurrences[symbol]!++
  const made: Uint8Array[] = []
  let [first, left] = [0, list.length]
  for (let part = codes; part > 0; part--) {
    const share = Math.floor(left / part)
    let [last, sum] = [first - 1, 0]
    while (sum < share && last < kinds - 1) sum += occurrences[++last] as number
    // Every other one in the middle goes without what took it past its share.
    if (last > first && part !== codes && part !== 1 && (codes - part) % 2 === 1) sum -= occurrences[last--] as number
    const costs = new Uint8Array(kinds).fill(DEAR)
    if (last >= first) costs.fill(CHEAP, first, last + 1)
    made[part - 1] = costs
    first = last + 1
    left -= sum
  }
  return made
}

/** Which code each fifty symbols take, after some rounds of choosing the cheapest and fitting codes to who chose them. */
function chooseCodes(symbols: Symbols): { lengths: Uint8Array[]; selectors: number[] } {
  const { list, kinds } = symbols
  let lengths = guesses(symbols, codesFor(list.length))
  let selectors: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    selectors = []
    const counts = lengths.map(() => new Int32Array(kinds))
    for (let from = 0; from < list.length; from += GROUP_SIZE) {
      const group = list.subarray(from, from + GROUP_SIZE)
      let [best, least] = [0, Infinity]
      lengths.forEach((costs, code) => {
        let cost = 0
        for (const symbol of group) cost += costs[symbol] as number
        if (cost < least) [best, least] = [code, cost]
      })
      selectors.push(best)
      const chosen = counts[best] as Int32Array
      for (const symbol of group) chosen[symbol]!++
    }
    lengths = counts.map(codeLengths)
  }
  return { lengths, selectors }
}

function writeUsed(used: readonly number[], out: BitWriter): void {
  const rows = new Uint16Array(16)
  for (const byte of used) rows[byte >> 4]! |= 0x8000 >> (byte & 15)
  out.write(rows.reduce((bits, row, at) => (row === 0 ? bits : bits | (0x8000 >> at)), 0), 16)
  for (const row of rows) if (row !== 0) out.write(row, 16)
}

function writeSelectors(selectors: readonly number[], codes: number, out: BitWriter): void {
  out.write(codes, 3)
  out.write(selectors.length, 15)
  const order = Array.from({ length: codes }, (_, code) => code)
  for (const code of selectors) {
    const place = order.indexOf(code)
    order.copyWithin(1, 0, place)
    order[0] = code
    out.write((1 << (place + 1)) - 2, place + 1)
  }
}

/** A length, then for each symbol steps up (10) or down (11) to its own, and 0. */
function writeLengths(lengths: Uint8Array, out: BitWriter): void {
  let now = lengths[0] as number
  out.write(now, 5)
  for (const length of lengths) {
    for (; now < length; now++) out.write(2, 2)
    for (; now > length; now--) out.write(3, 2)
    out.write(0, 1)
  }
}

/** Writes the block of that text. */
export function writeBlock(text: Uint8Array, checksum: number, out: BitWriter): void {
  const { order, origin } = sortRotations(text)
  const used: number[] = []
  const seen = new Uint8Array(256)
  for (const byte of text) seen[byte] = 1
  seen.forEach((is, byte) => is === 1 && used.push(byte))
  const column = (place: number): number => text[((order[place] as number) || text.length) - 1] as number
  const symbols = moveToFront(column, text.length, used)
  const { lengths, selectors } = chooseCodes(symbols)
  for (const byte of BLOCK_MAGIC) out.write(byte, 8)
  out.write32(checksum)
  out.write(0, 1)
  out.write(origin, 24)
  writeUsed(used, out)
  writeSelectors(selectors, lengths.length, out)
  for (const one of lengths) writeLengths(one, out)
  const codes = lengths.map(codesOf)
  symbols.list.forEach((symbol, at) => {
    const code = selectors[Math.floor(at / GROUP_SIZE)] as number
    out.write(codes[code]![symbol] as number, lengths[code]![symbol] as number)
  })
}
