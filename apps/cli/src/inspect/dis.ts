// `pellucid dis`: what `python -m dis` prints.
import { renderDis } from '@pellucid/dis'
import { codeToJson } from './code-json.ts'
import { showWarnings } from './errors.ts'
import { print, printJson, readInput } from './input.ts'
import { codeOf } from './stages.ts'

export interface DisOptions {
  readonly showCaches?: boolean
  readonly showOffsets?: boolean
  readonly json?: boolean
}

/** Prints the bytecode of one file. */
export function showBytecode(file: string, options: DisOptions): void {
  const input = readInput(file)
  const code = codeOf(input, { onWarning: showWarnings(input) })
  if (options.json) return printJson(codeToJson(code))
  print(renderDis(code, { showCaches: options.showCaches ?? false, showOffsets: options.showOffsets ?? false }))
}
