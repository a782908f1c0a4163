// sys.stderr until the standard streams are open: what -v says of the first imports goes straight to the descriptor.
import { PyObject } from '../data/object.ts'
import { narrowStr, newInt, newStr, None, smallInt, strLength } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { HostError } from '../ports/host.ts'
import { encodeBuiltin } from '../protocols/codecs.ts'
import type { Thread } from '../thread.ts'

class StderrPrinter extends PyObject {}

const FD = 2
const method = methods<StderrPrinter>()

defineType('stderrprinter', {
  doc: 'Writes text to a descriptor.',
  instance: StderrPrinter,
  slots: { repr: () => newStr(`<stderrprinter(fd=${FD}) object>`) },
  methods: () => [
    method('write(self, text: str, /)', 'Write text.', (_self, text, py) => {
      try {
        py.interpreter.host.files.write(FD, encodeBuiltin('utf-8', text, 'backslashreplace', py))
      } catch (caught) {
        if (!(caught instanceof HostError)) throw caught
      }
      return newInt(strLength(text))
    }),
    method('flush(self, /)', 'Nothing is kept back.', () => None),
    method('close(self, /)', 'It stays open.', () => None),
    method('fileno(self, /)', 'Answer the descriptor.', () => smallInt(FD)),
    method('isatty(self, /)', 'Tell whether it is a terminal.', (_self, py) => py.interpreter.host.files.isatty(FD)),
  ],
  attributes: () => ({
    closed: { get: () => false },
    encoding: { get: () => None },
    mode: { get: () => narrowStr('w') },
  }),
})

/** Until `openStandardStreams`. */
export function installStderrPrinter(py: Thread): void {
  py.interpreter.sys.setStr('stderr', new StderrPrinter())
}
