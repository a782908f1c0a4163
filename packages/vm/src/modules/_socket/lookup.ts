// getaddrinfo and its like, for addresses in numbers and this machine's own names.
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { newList, newTuple, PyTuple } from '../../data/sequences.ts'
import { asInt, asStr, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { OSError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { isRaised } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { decodePath } from '../path-argument.ts'
import { AF_INET, AF_INET6, hostAddress } from './addresses.ts'
import { gaierror, raiseLookup } from './errors.ts'
import { formatIPv4, formatIPv6, parseIPv4, parseIPv6 } from './ip-address.ts'

/** Services that programs ask for by name. */
const services: Readonly<Record<string, number>> = { ftp: 21, ssh: 22, telnet: 23, smtp: 25, domain: 53, http: 80, pop3: 110, ntp: 123, imap: 143, https: 443 }
const protocols: Readonly<Record<string, number>> = { ip: 0, icmp: 1, tcp: 6, udp: 17, 'ipv6-icmp': 58 }
const AI_PASSIVE = 1
const AI_NUMERICHOST = 4
const kinds = [[1, 6], [2, 17], [3, 0]] as const

const textOf = (value: Value, py: Thread): string | undefined =>
  value === None ? undefined : value instanceof PyBytes ? decodePath(value.bytes, py) : asStr(value) === undefined ? raise(PyTypeError, 'getaddrinfo() argument 1 must be string or None') : strValue(value as never)

function portOf(value: Value, py: Thread): number {
  const int = asInt(value)
  if (int !== undefined) return Number(BigInt.asUintN(16, BigInt(int)))
  const text = textOf(value, py)
  if (text === undefined || text === '') return 0
  return /^\d+$/.test(text) ? Number(text) & 0xffff : (services[text] ?? raiseLookup(-8))
}

/** The families in which a host has an address, with it. */
function addressesOf(host: string | undefined, family: number, flags: number, py: Thread): [number, string][] {
  const families = family === 0 ? [AF_INET, AF_INET6] : family === AF_INET || family === AF_INET6 ? [family] : raiseLookup(-6)
  const found: [number, string][] = []
  for (const one of families) {
    if (host === undefined) {
      found.push([one, (flags & AI_PASSIVE) !== 0 ? (one === AF_INET ? '0.0.0.0' : '::') : one === AF_INET ? '127.0.0.1' : '::1'])
      continue
    }
    if ((flags & AI_NUMERICHOST) !== 0 && parseIPv4(host) === undefined && parseIPv6(host) === undefined) continue
    // `localhost` alone means IPv4 here.
    if (family === 0 && one === AF_INET6 && parseIPv6(host) === undefined) continue
    try {
      found.push([one, hostAddress(host, one, py)])
    } catch (caught) {
      if (!isRaised(caught, gaierror)) throw caught
    }
  }
  return found.length > 0 ? found : raiseLookup(-2)
}

const fixed = (value: Value, length: number, message: string): Uint8Array =>
  value instanceof PyBytes && value.bytes.length === length ? value.bytes : raise(OSError, message)

const unsigned = (value: Value, bits: 16 | 32, name: string): number => {
  const int = asInt(value)
  if (int === undefined) return raise(PyTypeError, `expected int, got something else in ${name}`)
  if (int < 0) return raise(OverflowError, `${name}: can't convert negative Python int to C ${bits}-bit unsigned integer`)
  if (int >= 2 ** bits) return raise(OverflowError, bits === 16 ? `${name}: Python int too large to convert to C 16-bit unsigned integer` : 'int larger than 32 bits')
  return Number(int)
}
const swapped = (name: string, bits: 16 | 32) =>
  fn(`${name}(x: object, /)` as 'f(x: object, /)', 'Change the order of bytes between the network and this machine.', (value) => {
    const view = new DataView(new ArrayBuffer(4))
    const number = unsigned(value, bits, name)
    if (bits === 16) {
      view.setUint16(0, number)
      return newInt(view.getUint16(0, true))
    }
    view.setUint32(0, number)
    return newInt(view.getUint32(0, true))
  })

export const lookupFunctions = [
  fn('getaddrinfo(host: object, port: object, family: cint = 0, type: cint = 0, proto: cint = 0, flags: cint = 0)', 'Answer the addresses of a host and a port.', (host, port, family, type, proto, flags, py) => {
    const name = textOf(host, py)
    const number = portOf(port, py)
    if (name === undefined && port === None) raiseLookup(-2)
    const wanted = kinds.filter(([kind, protocol]) => (type === 0 || type === kind) && (proto === 0 || protocol === 0 || proto === protocol))
    return newList(addressesOf(name, family, flags, py).flatMap(([one, address]) =>
      wanted.map(([kind, protocol]) => newTuple([
        newInt(one), newInt(kind), newInt(protocol), newStr(''),
        newTuple([newStr(address), newInt(number), ...(one === AF_INET6 ? [newInt(0), newInt(0)] : [])]),
      ]))))
  }, { text: null }),
  fn('getnameinfo(sockaddr: object, flags: cint, /)', 'Answer host and service of an address.', (address, flags) => {
    if (!(address instanceof PyTuple)) return raise(PyTypeError, 'getnameinfo() argument 1 must be a tuple')
    const [host, port] = address.items as [Value, Value]
    const service = Object.entries(services).find(([, number]) => number === asInt(port))?.[0]
    const text = strValue(host as never)
    return newTuple([newStr((flags & 1) === 0 && (text === '127.0.0.1' || text === '::1') ? 'localhost' : text), newStr((flags & 2) === 0 && service !== undefined ? service : String(asInt(port)))])
  }, { text: null }),
  fn('gethostname()', 'Answer the name of this machine.', (py) => newStr(py.interpreter.host.system.nodename), { text: null }),
  fn('gethostbyname(host: str, /)', 'Answer the address of a host.', (host, py) => newStr(hostAddress(strValue(host), AF_INET, py)), { text: null }),
  fn('gethostbyname_ex(host: str, /)', 'Answer name, other names and addresses of a host.', (host, py) =>
    newTuple([newStr(strValue(host)), newList([]), newList([newStr(hostAddress(strValue(host), AF_INET, py))])]), { text: null }),
  fn('gethostbyaddr(host: str, /)', 'Answer name, other names and addresses of an address.', (host, py) => {
    const address = hostAddress(strValue(host), AF_INET, py)
    return newTuple([newStr(address === '127.0.0.1' ? 'localhost' : address), newList([]), newList([newStr(address)])])
  }, { text: null }),
  fn('getservbyname(servicename: str, protocolname: str = <unrepresentable>, /)', 'Answer the port of a service.', (name) =>
    newInt(services[strValue(name)] ?? raise(OSError, 'service/proto not found')), { text: null }),
  fn('getservbyport(port: cint, protocolname: str = <unrepresentable>, /)', 'Answer the service of a port.', (port) => {
    if (port < 0 || port > 65535) raise(OverflowError, 'getservbyport: port must be 0-65535.')
    return newStr(Object.entries(services).find(([, number]) => number === port)?.[0] ?? raise(OSError, 'port/proto not found'))
  }, { text: null }),
  fn('getprotobyname(name: str, /)', 'Answer the number of a protocol.', (name) => newInt(protocols[strValue(name)] ?? raise(OSError, 'protocol not found')), { text: null }),
  fn('inet_aton(ip_addr: str, /)', 'Turn an IPv4 address into bytes.', (text) =>
    newBytes(parseIPv4(strValue(text)) ?? raise(OSError, 'illegal IP address string passed to inet_aton'))),
  fn('inet_ntoa(packed_ip: object, /)', 'Turn bytes into an IPv4 address.', (bytes) => newStr(formatIPv4(fixed(bytes, 4, 'packed IP wrong length')))),
  fn('inet_pton(af: cint, ip: str, /)', 'Turn an address of a family into bytes.', (family, text) => {
    if (family !== AF_INET && family !== AF_INET6) raise(OSError, '[Errno 97] Address family not supported by protocol')
    const bytes = family === AF_INET ? parseIPv4(strValue(text), true) : parseIPv6(strValue(text))
    return newBytes(bytes ?? raise(OSError, 'illegal IP address string passed to inet_pton'))
  }, { text: null }),
  fn('inet_ntop(af: cint, packed_ip: object, /)', 'Turn bytes into an address of a family.', (family, bytes) => {
    if (family !== AF_INET && family !== AF_INET6) raise(ValueError, `unknown address family ${family}`)
    const length = family === AF_INET ? 4 : 16
    if (!(bytes instanceof PyBytes) || bytes.bytes.length !== length) return raise(ValueError, 'invalid length of packed IP address string')
    return newStr(family === AF_INET ? formatIPv4(bytes.bytes) : formatIPv6(bytes.bytes))
  }, { text: null }),
  swapped('htons', 16), swapped('ntohs', 16), swapped('htonl', 32), swapped('ntohl', 32),
]
