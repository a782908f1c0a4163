// From the parser's events to calls of Python's handlers. Text may wait in a buffer until something else happens.
import { utf8Length } from '@pellucid/primitives'
import { PyDict } from '../../data/dict.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { asStr, codePointsOf, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { index } from '../../protocols/index-number.ts'
import type { Thread } from '../../thread.ts'
import type { PyXmlParser } from './layout.ts'
import type { Attributes, ContentModel, HandlerName, Handlers } from './xml/handlers.ts'

type Told = string | number | boolean | undefined | Attributes | ContentModel

const isModel = (told: Told): told is ContentModel => Array.isArray(told)

/** A name out of the parser's dict of names, which learns it. */
function interned(self: PyXmlParser, text: string): Value {
  const known = self.intern.getStr(text)
  if (known !== undefined) return known
  const name = newStr(text)
  self.intern.setStr(text, name)
  return name
}

function modelValue([type, quantifier, name, children]: ContentModel): Value {
  return newTuple([newInt(type), newInt(quantifier), name === undefined ? None : newStr(name), newTuple(children.map(modelValue))])
}

function attributesValue(self: PyXmlParser, { list, specified }: Attributes): Value {
  const shown = self.specifiedAttributes ? list.slice(0, specified) : list
  if (self.orderedAttributes) return newList(shown.map((text, i) => (i % 2 === 0 ? interned(self, text) : newStr(text))))
  const dict = new PyDict()
  for (let i = 0; i < shown.length; i += 2) dict.setStr(strValue(asStr(interned(self, shown[i] as string)) ?? newStr('')), newStr(shown[i + 1] as string))
  return dict
}

function valueOf(self: PyXmlParser, told: Told, isName: boolean): Value {
  switch (typeof told) {
    case 'undefined':
      return None
    case 'string':
      return isName ? interned(self, told) : newStr(told)
    case 'number':
      return newInt(told)
    case 'boolean':
      return newInt(told ? 1 : 0)
    default:
      return isModel(told) ? modelValue(told) : attributesValue(self, told)
  }
}

/** Tell what waits. */
export function flush(self: PyXmlParser, py: Thread): void {
  const { buffer } = self
  if (buffer === undefined || buffer === '') return
  self.buffer = ''
  self.bufferUsed = 0
  tellText(self, buffer, py)
}

function tellText(self: PyXmlParser, text: string, py: Thread): void {
  const callable = self.callables.get('CharacterData')
  if (callable !== undefined) call(callable, [newStr(text)], py)
}

function text(self: PyXmlParser, data: string, py: Thread): void {
  if (self.buffer === undefined) return tellText(self, data, py)
  const size = utf8Length(codePointsOf(newStr(data)))
  if (self.bufferUsed + size > self.bufferSize) {
    flush(self, py)
    if (size > self.bufferSize) return tellText(self, data, py)
  }
  self.buffer = (self.buffer ?? '') + data
  self.bufferUsed += size
}

/** Events whose arguments are data, or texts that are seldom twice the same. */
const dataEvents: ReadonlySet<string> = new Set(['Comment', 'Default', 'DefaultExpand'])
/** Events whose handlers say whether to go on. */
const questions: ReadonlySet<string> = new Set(['NotStandalone', 'ExternalEntityRef'])

/** Set a handler, or take it away. */
export function setHandler(self: PyXmlParser, name: HandlerName | 'DefaultExpand', callable: Value, py: Thread): void {
  if (name === 'CharacterData') flush(self, py)
  if (callable === None) self.callables.delete(name)
  else self.callables.set(name, callable)
  const event: HandlerName = name === 'DefaultExpand' ? 'Default' : name
  if (event === 'Default') self.parser.expandsEntities = name === 'DefaultExpand'
  const handlers = self.parser.handlers as Record<HandlerName, unknown> & Handlers
  if (callable === None) {
    handlers[event] = undefined
    return
  }
  if (name === 'CharacterData') {
    handlers.CharacterData = (data) => text(self, data, py)
    return
  }
  const isData = dataEvents.has(name)
  handlers[event] = (...told: Told[]): boolean => {
    flush(self, py)
    const answer = call(callable, told.map((one, place) => valueOf(self, one, !isData && (name !== 'ProcessingInstruction' || place === 0) && name !== 'EntityDecl')), py)
    return questions.has(name) ? index(answer, py) !== 0 : true
  }
}
