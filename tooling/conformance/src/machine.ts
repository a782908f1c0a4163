// Our built command as an interpreter to ask.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findPython } from '@pellucid/oracle'
import type { Command } from './answers.ts'

const built = fileURLToPath(new URL('../../../apps/cli/dist/pellucid.js', import.meta.url))

/** Our command, on the library of the CPython that judges where there is one. */
export function machine(): Command {
  const python = findPython()
  if (python === undefined) return [process.execPath, built]
  const library = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim()
  return [process.execPath, built, '-X', `lib=${library}`]
}
