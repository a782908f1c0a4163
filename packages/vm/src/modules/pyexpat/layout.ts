// pyexpat.xmlparser: an XML parser, and what Python has set on it.
import { newDict, type PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import type { HandlerName } from './xml/handlers.ts'
import type { XmlParser } from './xml/parser.ts'

export class PyXmlParser extends PyObject {
  readonly parser: XmlParser
  readonly separator: string | undefined
  readonly intern: PyDict
  /** Handlers that are set, by the name of their attribute. */
  readonly callables: Map<HandlerName | 'DefaultExpand', Value> = new Map()
  orderedAttributes = false
  specifiedAttributes = false
  namespacePrefixes = false
  /** Text that waits for more; undefined when text is not to wait. */
  buffer: string | undefined
  bufferSize = 8192
  /** Bytes of UTF-8 that wait. */
  bufferUsed = 0
  constructor(parser: XmlParser, separator: string | undefined, intern: PyDict = newDict()) {
    super()
    this.parser = parser
    this.separator = separator
    this.intern = intern
  }
  override traverse(visit: Visit): void {
    visit(this.intern)
    for (const callable of this.callables.values()) visit(callable)
  }
}
