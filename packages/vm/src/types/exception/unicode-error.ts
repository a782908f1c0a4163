// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError.
import { PyBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, codePointsOf, newInt, newStr, type Str, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, exceptions } from '../../protocols/exceptions.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { newBytes } from '../../data/bytes.ts'
import { sizeArgument } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { strText } from '../../protocols/repr.ts'
import type { PyBaseException } from '../../data/exception.ts'
import type { Attribute } from '../../object/define-type.ts'
import { extendException, field, refuseNames } from './base.ts'
import type { Thread } from '../../thread.ts'

/** A place in a Py_ssize_t: what is none raises, and has made the place -1 by then. */
function sizeField(name: string, doc: string): Attribute<PyBaseException> {
  return {
    ...field(name, doc),
    set(self, value, py) {
      if (value === undefined) raise(PyTypeError, "can't delete numeric/char attribute")
      const int = asInt(value)
      self.fields[name] = newInt(-1)
      if (int === undefined) raise(PyTypeError, 'an integer is required')
      self.fields[name] = newInt(sizeArgument(int, py))
    },
  }
}

const fields = {
  encoding: field('encoding', 'the encoding'),
  object: field('object', 'what was being converted'),
  start: sizeField('start', 'where it failed'),
  end: sizeField('end', 'where the failure ends'),
  reason: field('reason', 'why'),
}

function init(names: readonly string[], title: string) {
  return (self: PyBaseException, args: Value[], given: KeywordNames | undefined, py: Thread): void => {
    refuseNames(self, given)
    if (args.length !== names.length) {
      raise(PyTypeError, `function takes exactly ${names.length} arguments (${args.length} given)`)
    }
    self.args = newTuple(args)
    names.forEach((name, i) => {
      const value = args[i] as Value
      if ((name === 'encoding' || name === 'reason') && asStr(value) === undefined) {
        raise(PyTypeError, `argument ${i + 1} must be str, not ${typeOf(value).tpName}`)
      }
      if ((name === 'start' || name === 'end') && asInt(value) === undefined) {
        raise(PyTypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer`)
      }
      if (name === 'object' && title === 'decode' && !(value instanceof PyBytes)) {
        const bytes = bytesOrUndefined(value, py)
        if (bytes === undefined) raise(PyTypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`)
        self.fields[name] = newBytes(bytes.slice())
        return
      }
      if (name === 'object' && title !== 'decode' && asStr(value) === undefined) {
        raise(PyTypeError, `argument ${i + 1} must be str, not ${typeOf(value).tpName}`)
      }
      self.fields[name] = value
    })
  }
}

const at = (self: PyBaseException, name: string): number => Number(asInt(self.fields[name] ?? newInt(0)) ?? 0)
const text = (self: PyBaseException, name: string, py: Thread): string => {
  const value = self.fields[name]
  // Deleted: C prints no text so.
  return value === undefined ? '<NULL>' : strText(value, py)
}
/** The code points of a str; none where a program put something else there. */
const pointsOf = (value: Value): readonly number[] => {
  const given = asStr(value)
  return given === undefined ? [] : codePointsOf(given)
}

function escaped(point: number): string {
  if (point < 0x100) return '\\x' + point.toString(16).padStart(2, '0')
  return point < 0x10000 ? '\\u' + point.toString(16).padStart(4, '0') : '\\U' + point.toString(16).padStart(8, '0')
}

extendException('UnicodeDecodeError', {
  doc: 'Bytes that an encoding cannot have made.',
  initRaw: init(['encoding', 'object', 'start', 'end', 'reason'], 'decode'),
  slots: {
    str(self, py): Str {
      if (self.fields['object'] === undefined) return newStr('')
      const object = self.fields['object']
      const bytes = object instanceof PyBytes ? object.bytes : new Uint8Array(0)
      const [start, end] = [at(self, 'start'), at(self, 'end')]
      const tail = text(self, 'reason', py)
      const codec = text(self, 'encoding', py)
      if (start < bytes.length && end === start + 1) {
        const byte = (bytes[start] as number).toString(16).padStart(2, '0')
        return newStr(`'${codec}' codec can't decode byte 0x${byte} in position ${start}: ${tail}`)
      }
      return newStr(`'${codec}' codec can't decode bytes in position ${start}-${end - 1}: ${tail}`)
    },
  },
  attributes: () => fields,
})

extendException('UnicodeEncodeError', {
  doc: 'Characters that an encoding does not have.',
  initRaw: init(['encoding', 'object', 'start', 'end', 'reason'], 'encode'),
  slots: {
    str(self, py): Str {
      if (self.fields['object'] === undefined) return newStr('')
      const points = pointsOf(self.fields['object'])
      const [start, end] = [at(self, 'start'), at(self, 'end')]
      const head = `'${text(self, 'encoding', py)}' codec can't encode`
      const tail = text(self, 'reason', py)
      if (start < points.length && end === start + 1) {
        return newStr(`${head} character '${escaped(points[start] as number)}' in position ${start}: ${tail}`)
      }
      return newStr(`${head} characters in position ${start}-${end - 1}: ${tail}`)
    },
  },
  attributes: () => fields,
})

extendException('UnicodeTranslateError', {
  doc: 'Characters that a translation refuses.',
  initRaw: init(['object', 'start', 'end', 'reason'], 'translate'),
  slots: {
    str(self, py): Str {
      if (self.fields['object'] === undefined) return newStr('')
      const points = pointsOf(self.fields['object'])
      const [start, end] = [at(self, 'start'), at(self, 'end')]
      const tail = text(self, 'reason', py)
      if (start < points.length && end === start + 1) {
        return newStr(`can't translate character '${escaped(points[start] as number)}' in position ${start}: ${tail}`)
      }
      return newStr(`can't translate characters in position ${start}-${end - 1}: ${tail}`)
    },
  },
  attributes: () => fields,
})


// C names `__new__` again for each of them.
for (const name of ['UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError']) {
  const type = exceptions.get(name)
  if (type !== undefined) type.nativeNew = true
}
