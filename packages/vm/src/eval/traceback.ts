// An entry of a traceback, by the instruction's place in the decoded code.
import { type PyBaseException, PyTraceback } from '../data/exception.ts'
import type { PyFrame } from '../data/frame.ts'
import { decode } from './decode.ts'

/** One more entry at the head of the exception's traceback. */
export function addTraceback(exception: PyBaseException, frame: PyFrame, index: number): void {
  const { offsets } = decode(frame.code)
  exception.traceback = new PyTraceback(exception.traceback, frame, offsets[index] as number, undefined)
}
