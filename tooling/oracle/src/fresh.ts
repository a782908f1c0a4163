// The `.pyc` payloads of many files, each compiled by a process that compiled nothing before (native only).
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findPython } from './find-python.ts'

const probe = fileURLToPath(new URL('../probes/fresh.py', import.meta.url))

/** A file, and what its code object is to say it is called. */
export interface FreshFile {
  readonly path: string
  readonly name: string
}

/** One payload a file, in order; undefined where CPython does not compile it. */
export async function freshPayloads(files: readonly FreshFile[], optimize = 0): Promise<(Uint8Array | undefined)[]> {
  const python = findPython()
  if (python === undefined) throw new Error('payloads of fresh processes need a native CPython 3.13')
  const child = spawn(python, ['-I', '-S', '-W', 'ignore', probe], { stdio: ['pipe', 'pipe', 'inherit'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => chunks.push(data))
  child.stdin.end(files.map(({ path, name }) => `${optimize}\t${path}\t${name}\n`).join(''))
  await new Promise((resolve) => child.on('close', resolve))
  const data = Buffer.concat(chunks)
  const payloads: (Uint8Array | undefined)[] = []
  for (let at = 0; at < data.length; ) {
    const length = data.readUInt32LE(at)
    at += 4
    const failed = length === 0xffffffff
    payloads.push(failed ? undefined : data.subarray(at, at + length))
    if (!failed) at += length
  }
  return payloads
}
