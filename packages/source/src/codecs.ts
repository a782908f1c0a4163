// Decoders for encodings other than UTF-8. ASCII and Latin-1 are built in; the rest is the host's TextDecoder,
// where the host has one and its table is Python's.
import { decodeErrorMessage, decodeUtf8, findUtf8Fault, utf8FaultMessage } from './utf8.ts'

/** What a decoder answers: the text, or why CPython's codec refuses the bytes. */
export type Decoded = { readonly text: string } | { readonly fault: string }

/** Decodes bytes by the name of a Python codec; undefined for an unknown one. */
export type Decoder = (encoding: string, bytes: Uint8Array) => Decoded | undefined

interface HostDecoder {
  decode(bytes: Uint8Array, options?: { stream?: boolean }): string
}
type HostDecoderClass = new (label: string, options: { fatal: boolean }) => HostDecoder

// Python codec: its aliases, each with `-` and `_` taken out.
const aliases: Readonly<Record<string, string>> = {
  ascii: '646 ansix3.41968 ansix341968 ansix3.41986 cp367 csascii ibm367 iso646us iso646.irv1991 isoir6 us usascii',
  'iso8859-1': '8859 88591 cp819 csisolatin1 ibm819 iso8859 iso88591 isoir100 l1 latin latin1',
  'utf-8': 'u8 utf utf8 cp65001',
  'iso8859-2': 'iso88592 latin2 l2', 'iso8859-3': 'iso88593 latin3 l3', 'iso8859-4': 'iso88594 latin4 l4',
  'iso8859-5': 'iso88595 cyrillic', 'iso8859-6': 'iso88596 arabic', 'iso8859-7': 'iso88597 greek greek8',
  'iso8859-8': 'iso88598 hebrew', 'iso8859-10': 'iso885910 latin6 l6', 'iso8859-13': 'iso885913 latin7 l7',
  'iso8859-14': 'iso885914 latin8 l8', 'iso8859-15': 'iso885915 latin9 l9', 'iso8859-16': 'iso885916 latin10 l10',
  cp866: '866 ibm866 csibm866', cp874: 'cp874', cp1250: '1250 windows1250', cp1251: '1251 windows1251',
  cp1252: '1252 windows1252', cp1253: '1253 windows1253', cp1254: '1254 windows1254', cp1255: '1255 windows1255',
  cp1256: '1256 windows1256', cp1257: '1257 windows1257', cp1258: '1258 windows1258',
  'koi8-r': 'koi8r cskoi8r', 'koi8-u': 'koi8u', 'mac-roman': 'macroman macintosh',
  cp932: '932 ms932 mskanji windows31j', shift_jis: 'shiftjis csshiftjis sjis', euc_jp: 'eucjp ujis',
  cp949: '949 ms949 uhc', euc_kr: 'euckr korean ksc5601', gbk: '936 cp936 ms936', gb2312: 'gb2312 chinese euccn',
  gb18030: 'gb18030 gb180302000', big5: 'big5tw csbig5', iso2022_jp: 'iso2022jp csiso2022jp',
}

const hostLabels: Readonly<Record<string, string>> = {
  'mac-roman': 'macintosh', cp932: 'shift_jis', shift_jis: 'shift_jis', euc_jp: 'euc-jp', cp949: 'euc-kr',
  euc_kr: 'euc-kr', gb2312: 'gbk', iso2022_jp: 'iso-2022-jp', cp866: 'ibm866', cp874: 'windows-874',
}

let names: Map<string, string> | undefined

/** The name of ours for an encoding. */
function canonical(encoding: string): string | undefined {
  names ??= new Map(Object.entries(aliases).flatMap(([name, others]) => [name, ...others.split(' ')].map((alias) => [folded(alias), name])))
  return names.get(folded(encoding))
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

const transforms = /^(?:rot_?13|base_?64(?:_codec)?|bz2(?:_codec)?|hex(?:_codec)?|quopri(?:_codec)?|quoted_?printable|uu(?:_codec)?|zip|zlib(?:_codec)?)$/

/** The decoders that need no Python: see the head of this file. */
export const decodeByName: Decoder = (encoding, bytes) => {
  if (transforms.test(encoding.toLowerCase().replaceAll('-', '_'))) {
    const use = 'use codecs.decode() to handle arbitrary codecs'
    return { fault: `'${encoding}' is not a text encoding; ${use}` }
  }
  const name = canonical(encoding)
  if (name === undefined) return undefined
  if (name === 'utf-8') return decodeStrictUtf8(bytes)
  if (name === 'iso8859-1') return { text: latin1Text(bytes) }
  if (name === 'ascii') return decodeAscii(bytes)
  return decodeByHost(name, bytes)
}

function decodeStrictUtf8(bytes: Uint8Array): Decoded {
  const fault = findUtf8Fault(bytes)
  return fault === undefined ? { text: decodeUtf8(bytes) } : { fault: utf8FaultMessage(bytes, fault) }
}

function decodeAscii(bytes: Uint8Array): Decoded {
  const bad = bytes.findIndex((byte) => byte >= 0x80)
  if (bad < 0) return { text: latin1Text(bytes) }
  return { fault: decodeErrorMessage('ascii', bytes, bad, bad + 1, 'ordinal not in range(128)') }
}

function latin1Text(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  }
  return text
}

const host = (globalThis as { TextDecoder?: HostDecoderClass }).TextDecoder

function decodeByHost(name: string, bytes: Uint8Array): Decoded | undefined {
  const label = hostLabels[name] ?? name.replace(/^cp(?=125)/, 'windows-').replace('iso8859', 'iso-8859')
  if (host === undefined) return undefined
  let decoder: HostDecoder
  try {
    decoder = new host(label, { fatal: true })
  } catch {
    return undefined
  }
  const charmap = /^(?:iso8859|cp125|cp8|koi8|mac)/.test(name)
  try {
    const text = decoder.decode(bytes)
    if (!/^cp(?:125|874)/.test(name)) return { text }
    // The web's tables fill the holes of Windows code pages with control characters; Python's leave them open.
    const hole = text.search(/[\x80-\x9f]/)
    return hole < 0 ? { text } : { fault: refusal('charmap', bytes, hole) }
  } catch {
    return { fault: refusal(charmap ? 'charmap' : name, bytes, firstRefused(label, bytes)) }
  }
}

function refusal(codec: string, bytes: Uint8Array, at: number): string {
  const reason = codec === 'charmap' ? 'character maps to <undefined>' : 'illegal multibyte sequence'
  return decodeErrorMessage(codec, bytes, at, at + 1, reason)
}

/** Offset of the first character that the host's decoder refuses, by bisection. */
function firstRefused(label: string, bytes: Uint8Array): number {
  const accepts = (length: number, stream: boolean): boolean => {
    try {
      new (host as HostDecoderClass)(label, { fatal: true }).decode(bytes.subarray(0, length), { stream })
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (accepts(middle, true)) low = middle
    else high = middle - 1
  }
  while (low > 0 && !accepts(low, false)) low--
  return Math.min(low, bytes.length - 1)
}
