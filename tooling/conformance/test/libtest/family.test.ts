import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endFamily, membersOf, watchFamily } from '../../src/libtest/family.ts'

// A parent in a group of its own whose child leads another group.
const parent = `
  const { spawn } = require('node:child_process')
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true })
  setInterval(() => {}, 1000)`

test.skipIf(!existsSync('/proc/self/environ'))('nobody of a family is left, whatever group it went to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'family-'))
  try {
    const child = spawn(process.execPath, ['-e', parent], { stdio: 'ignore', detached: true, env: { ...process.env, TMPDIR: folder } })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const family = { pid: child.pid!, folder }
    watchFamily(family)
    await expect.poll(() => membersOf(folder).length, { timeout: 10_000 }).toBe(2)
    endFamily(family)
    await ended
    await expect.poll(() => membersOf(folder), { timeout: 10_000 }).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 30_000)
