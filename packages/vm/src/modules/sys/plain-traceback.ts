// Tracebacks as C prints them, where no Python code can be trusted to run: lines of source, nothing that marks a column.
import { PyTraceback } from '../../data/exception.ts'
import { PyFrame } from '../../data/frame.ts'
import { asInt, narrowStr, newInt, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { importModule } from '../../protocols/import-module.ts'
import { strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

/** The traceback of an exception raised by native code: the place that runs. */
export function tracebackHere(py: Thread): PyTraceback | undefined {
  const { frame } = py
  const decoded = frame?.code.decoded as { readonly offsets: Int32Array } | undefined
  const lasti = decoded?.offsets[(frame?.ip ?? 0) - 1]
  return frame === undefined || lasti === undefined ? undefined : new PyTraceback(undefined, frame, lasti, undefined)
}

/** Entries alike in a row that are shown. */
const MOST_ALIKE = 3

export function plainTraceback(traceback: PyTraceback, py: Thread): string {
  const entries: string[] = []
  for (let entry: PyTraceback | undefined = traceback; entry !== undefined; entry = entry.next) entries.push(describe(entry, py))
  let text = 'Traceback (most recent call last):\n'
  for (let at = 0; at < entries.length; ) {
    let end = at
    while (entries[end] === entries[at]) if (++end - at <= MOST_ALIKE) text += entries[at] as string
    const hidden = end - at - MOST_ALIKE
    if (hidden > 0) text += `  [Previous line repeated ${hidden} more time${hidden === 1 ? '' : 's'}]\n`
    at = end
  }
  return text
}

function describe(entry: PyTraceback, py: Thread): string {
  if (!(entry.frame instanceof PyFrame)) return ''
  const [filename, name] = ['co_filename', 'co_name'].map((part) => getAttr((entry.frame as PyFrame).code, narrowStr(part), py)) as [Value, Value]
  const line = asInt(getAttr(entry, narrowStr('tb_lineno'), py)) ?? 0
  const source = sourceLine(filename, newInt(Number(line)), py)
  return `  File "${strText(filename, py)}", line ${line}, in ${strText(name, py)}\n${source === '' ? '' : `    ${source}\n`}`
}

function sourceLine(filename: Value, line: Value, py: Thread): string {
  // Without modules, nothing can open it.
  if (py.interpreter.ending === 'modules' || strText(filename, py).startsWith('<')) return ''
  return strText(callMethod(importModule('linecache', py), 'getline', [filename, line], py), py).trim()
}
