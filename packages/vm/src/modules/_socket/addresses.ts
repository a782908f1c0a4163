// Addresses of sockets, from Python and back. Names of hosts are not looked up: only this machine's own is known.
import { PyBytes, PyByteArray } from '../../data/bytes.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, newInt, newStr, strValue, type Value } from '../../data/values.ts'
import { OSError, OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { decodePath } from '../path-argument.ts'
import type { Address } from './endpoint.ts'
import { raiseLookup } from './errors.ts'
import { formatIPv4, formatIPv6, parseIPv4, parseIPv6 } from './ip-address.ts'

export const AF_UNIX = 1
export const AF_INET = 2
export const AF_INET6 = 10

/** The numeric address of a host of a family; gaierror for one that is not known. */
export function hostAddress(host: string, family: number, py: Thread): string {
  const own = host === 'localhost' || host === py.interpreter.host.system.nodename
  if (family === AF_INET) {
    if (host === '') return '0.0.0.0'
    if (host === '<broadcast>') return '255.255.255.255'
    const four = own ? parseIPv4('127.0.0.1') : parseIPv4(host)
    return four === undefined ? raiseLookup(-2) : formatIPv4(four)
  }
  const six = parseIPv6(host === '' ? '::' : own ? '::1' : (host.split('%')[0] as string))
  return six === undefined ? raiseLookup(-2) : formatIPv6(six)
}

/** The address that a Python value means to a socket of a family. */
export function addressOf(value: Value, family: number, method: string, py: Thread): Address {
  if (family === AF_UNIX) {
    if (asStr(value) !== undefined) return strValue(value as never)
    if (value instanceof PyBytes || value instanceof PyByteArray) return decodePath(value.bytes, py)
    return raise(PyTypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`)
  }
  const title = family === AF_INET ? 'AF_INET' : 'AF_INET6'
  if (!(value instanceof PyTuple)) return raise(PyTypeError, `${method}(): ${title} address must be tuple, not ${typeOf(value).tpName}`)
  const [host, port] = value.items
  const right = family === AF_INET ? value.items.length === 2 : value.items.length >= 2 && value.items.length <= 4
  if (!right) return raise(PyTypeError, `${title} address must be a ${family === AF_INET ? 'pair (host, port)' : 'tuple (host, port[, flowinfo[, scopeid]])'}`)
  const name = host instanceof PyBytes ? decodePath(host.bytes, py) : asStr(host as Value) === undefined ? raise(PyTypeError, 'str, bytes or bytearray expected') : strValue(host as never)
  const number = asInt(port as Value)
  if (number === undefined) return raise(PyTypeError, `'${typeOf(port as Value).tpName}' object cannot be interpreted as an integer`)
  if (number < 0 || number > 65535) return raise(OverflowError, `${method}(): port must be 0-65535.`)
  return [hostAddress(name, family, py), Number(number)]
}

/** An address as Python has it. */
export function addressValue(address: Address | undefined, family: number): Value {
  if (family === AF_UNIX) return newStr(typeof address === 'string' ? address : '')
  const [host, port] = typeof address === 'object' ? address : [family === AF_INET ? '0.0.0.0' : '::', 0]
  const pair = [newStr(host), newInt(port)]
  return newTuple(family === AF_INET ? pair : [...pair, newInt(0), newInt(0)])
}

/** Fails for families that do not exist here. */
export function checkFamily(family: number): number {
  return family === AF_UNIX || family === AF_INET || family === AF_INET6 ? family : raise(OSError, '[Errno 97] Address family not supported by protocol')
}
