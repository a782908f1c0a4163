// Lines of a session, typed into a stream that stands for the terminal.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from '../src/channel.ts'
import { editLine } from '../src/line-editor.ts'

const folder = mkdtempSync(join(os.tmpdir(), 'pellucid-editor-'))
const real = { stdin: process.stdin, stdout: process.stdout }
let keyboard: PassThrough
let shown = ''

beforeEach(() => {
  vi.stubEnv('PYTHON_HISTORY', join(folder, 'history'))
  keyboard = new PassThrough()
  const screen = new PassThrough().setEncoding('utf8').on('data', (text: string) => (shown += text))
  Object.defineProperty(process, 'stdin', { value: keyboard, configurable: true })
  Object.defineProperty(process, 'stdout', { value: screen, configurable: true })
})
afterEach(() => {
  Object.defineProperty(process, 'stdin', { value: real.stdin, configurable: true })
  Object.defineProperty(process, 'stdout', { value: real.stdout, configurable: true })
  rmSync(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const ask = (type = ''): Promise<Answer> =>
  new Promise((resolve) => {
    editLine('>>> ', resolve)
    if (type !== '') keyboard.write(type)
  })

test('a line at a time, also of those pasted together', async () => {
  expect(await ask('a = 1\rb = 2\rc =')).toEqual({ kind: 'line', line: 'a = 1', interrupted: false })
  expect(await ask()).toEqual({ kind: 'line', line: 'b = 2', interrupted: false })
  expect(await ask(' 3\r')).toEqual({ kind: 'line', line: 'c = 3', interrupted: false })
  expect(shown.match(/b = 2/g)).toHaveLength(1)
  expect(await ask('for\x03')).toEqual({ kind: 'line', line: '', interrupted: true })
  expect(await ask('x\r')).toEqual({ kind: 'line', line: 'x', interrupted: false })
  expect(await ask('\x04')).toEqual({ kind: 'line', line: undefined, interrupted: false })
})
