// Internet addresses as text and as bytes.

/** The four bytes of `1.2.3.4`, or of the older forms with fewer parts; undefined if it is none. */
export function parseIPv4(text: string, strict = false): Uint8Array | undefined {
  const parts = text.split('.')
  if (parts.length > 4 || (strict && parts.length !== 4)) return undefined
  const numbers = parts.map((part) => (strict ? decimal(part) : number(part)))
  if (numbers.some((one, at) => one === undefined || one >= (at < parts.length - 1 ? 256 : 256 ** (5 - parts.length)))) return undefined
  const bytes = new Uint8Array(4)
  numbers.forEach((one, at) => {
    if (at < parts.length - 1) bytes[at] = one as number
    else for (let place = 3, rest = one as number; place >= at; place--, rest = Math.floor(rest / 256)) bytes[place] = rest % 256
  })
  return bytes
}

const decimal = (text: string): number | undefined => (/^\d{1,3}$/.test(text) && !/^0\d/.test(text) ? Number(text) : undefined)

function number(text: string): number | undefined {
  if (/^0[xX][\da-fA-F]+$/.test(text)) return Number.parseInt(text, 16)
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8)
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined
}

/** The sixteen bytes of an address in IPv6's notation; undefined if it is none. */
export function parseIPv6(text: string): Uint8Array | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted !== null) {
    const four = parseIPv4(dotted[2] as string, true)
    if (four === undefined) return undefined
    const [a, b, c, d] = four as unknown as [number, number, number, number]
    return parseIPv6(`${dotted[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const groups = [...(head as string[]), ...(tail ?? [])]
  if (groups.some((group) => !/^[\da-fA-F]{1,4}$/.test(group))) return undefined
  const missing = 8 - groups.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const all = [...(head as string[]), ...Array<string>(missing).fill('0'), ...(tail ?? [])]
  return Uint8Array.from(all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]))
}

export const formatIPv4 = (bytes: Uint8Array): string => bytes.join('.')

/** The shortest notation: the longest run of zeros, of two at least, left out. */
export function formatIPv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, at) => (((bytes[2 * at] as number) << 8) | (bytes[2 * at + 1] as number)).toString(16))
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  if (mapped) return `::ffff:${formatIPv4(bytes.subarray(12))}`
  let [start, length] = [0, 1]
  for (let from = 0; from < 8; from++) {
    let to = from
    while (to < 8 && groups[to] === '0') to++
    if (to - from > length) [start, length] = [from, to - from]
  }
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}
