// Every module written in TypeScript, by name. None is made before its first import.
import { _posixsubprocess } from './_posixsubprocess.ts'
import { _tracemalloc } from './_tracemalloc.ts'
import { faulthandler } from './faulthandler.ts'
import { unicodedata } from './unicodedata.ts'
import type { ModuleFactory } from '../object/define-module.ts'
import { _sre } from './_sre/index.ts'
import { _typing } from './_typing.ts'
import { builtins } from './builtins/index.ts'
import { _contextvars } from './_contextvars/index.ts'
import { _csv } from './_csv/index.ts'
import { _codecs_cn, _codecs_hk, _codecs_iso2022, _codecs_jp, _codecs_kr, _codecs_tw, _multibytecodec } from './_multibytecodec/index.ts'
import { _json } from './_json/index.ts'
import { _locale } from './_locale.ts'
import { _opcode } from './_opcode.ts'
import { _pickle } from './_pickle/index.ts'
import { _queue } from './_queue.ts'
import { _random } from './_random.ts'
import { _statistics } from './_statistics.ts'
import { _string } from './_string.ts'
import { _struct } from './_struct/index.ts'
import { array } from './array/index.ts'
import { binascii } from './binascii.ts'
import { cmath } from './cmath.ts'
import { math } from './math/index.ts'
import { _blake2 } from './_blake2.ts'
import { _bz2 } from './_bz2/index.ts'
import { _sha3 } from './_sha3.ts'
import { _md5, _sha1, _sha2 } from './digests.ts'
import { _bisect } from './_bisect.ts'
import { _collections } from './_collections/index.ts'
import { _datetime } from './_datetime/index.ts'
import { _decimal } from './_decimal/index.ts'
import { _functools } from './_functools/index.ts'
import { _heapq } from './_heapq.ts'
import { _operator } from './_operator/index.ts'
import { itertools } from './itertools/index.ts'
import { _abc } from './_abc.ts'
import { _asyncio } from './_asyncio/index.ts'
import { _codecs } from './_codecs/index.ts'
import { _imp } from './_imp.ts'
import { _io } from './_io/index.ts'
import { _signal } from './_signal/index.ts'
import { _stat } from './_stat.ts'
import { _thread } from './_thread/index.ts'
import { _warnings } from './_warnings.ts'
import { _weakref } from './_weakref/index.ts'
import { atexit } from './atexit.ts'
import { errno } from './errno.ts'
import { gc } from './gc/index.ts'
import { _socket } from './_socket/index.ts'
import { select } from './select/index.ts'
import { posix } from './posix/index.ts'
import { sys } from './sys/index.ts'
import { time } from './time/index.ts'
import { zlib } from './zlib/index.ts'
import { _suggestions } from './_suggestions.ts'
import { _sysconfig } from './_sysconfig.ts'
import { _uuid } from './_uuid.ts'
import { grp } from './grp.ts'
import { pwd } from './pwd.ts'
import { pyexpat } from './pyexpat/index.ts'

export const moduleFactories: Map<string, ModuleFactory> = new Map([
  ['_sre', _sre],
  ['_typing', _typing],
  ['builtins', builtins],
  ['_contextvars', _contextvars],
  ['_csv', _csv],
  ['_multibytecodec', _multibytecodec],
  ['_codecs_cn', _codecs_cn],
  ['_codecs_hk', _codecs_hk],
  ['_codecs_iso2022', _codecs_iso2022],
  ['_codecs_jp', _codecs_jp],
  ['_codecs_kr', _codecs_kr],
  ['_codecs_tw', _codecs_tw],
  ['_json', _json],
  ['_locale', _locale],
  ['_opcode', _opcode],
  ['_pickle', _pickle],
  ['_queue', _queue],
  ['_random', _random],
  ['_statistics', _statistics],
  ['_string', _string],
  ['_struct', _struct],
  ['array', array],
  ['binascii', binascii],
  ['cmath', cmath],
  ['math', math],
  ['_blake2', _blake2],
  ['_bz2', _bz2],
  ['_md5', _md5],
  ['_sha1', _sha1],
  ['_sha2', _sha2],
  ['_sha3', _sha3],
  ['_bisect', _bisect],
  ['_collections', _collections],
  ['_datetime', _datetime],
  ['_decimal', _decimal],
  ['_functools', _functools],
  ['_heapq', _heapq],
  ['_operator', _operator],
  ['itertools', itertools],
  ['_abc', _abc],
  ['_asyncio', _asyncio],
  ['_codecs', _codecs],
  ['_imp', _imp],
  ['_io', _io],
  ['_signal', _signal],
  ['_stat', _stat],
  ['_suggestions', _suggestions],
  ['_thread', _thread],
  ['_warnings', _warnings],
  ['_weakref', _weakref],
  ['atexit', atexit],
  ['errno', errno],
  ['gc', gc],
  ['posix', posix],
  ['_socket', _socket],
  ['select', select],
  ['sys', sys],
  ['time', time],
  ['_posixsubprocess', _posixsubprocess],
  ['_tracemalloc', _tracemalloc],
  ['faulthandler', faulthandler],
  ['unicodedata', unicodedata],
  ['zlib', zlib],
  ['_sysconfig', _sysconfig],
  ['_uuid', _uuid],
  ['grp', grp],
  ['pwd', pwd],
  ['pyexpat', pyexpat],
])
