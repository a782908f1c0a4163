#!/usr/bin/env node
// Starts the bundle that follows in the comment below. V8's compiled form of it is kept in the user's cache folder,
// which saves most of the start-up time; without that folder everything works the same, only slower.
'use strict'
const { mkdirSync, readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { Script } = require('node:vm')

const file = readFileSync(__filename, 'latin1')
const start = file.lastIndexOf('\n/*BUNDLE\n') + 10
const source = file.slice(start, -3).replaceAll('*\x7f/', '*/')

const home = process.env.HOME || process.env.USERPROFILE
const folder = process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'pellucid') : home && join(home, '.cache', 'pellucid')
const cache = folder && join(folder, `STAMP-${process.version}-${process.arch}.v8`)

let cachedData
try {
  cachedData = cache && readFileSync(cache)
} catch {}
const script = new Script(source, { filename: __filename, cachedData })
const run = script.runInThisContext()
if (cache && (cachedData === undefined || script.cachedDataRejected)) {
  // At the end, so that the functions that ran are in it.
  process.on('exit', () => {
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${cache}.${process.pid}`, script.createCachedData())
      renameSync(`${cache}.${process.pid}`, cache)
      // What other versions left behind goes after a week.
      for (const name of readdirSync(folder)) {
        const old = join(folder, name)
        if (name.endsWith('.v8') && Date.now() - statSync(old).mtimeMs > 7 * 86_400_000) unlinkSync(old)
      }
    } catch {}
  })
}
run(require, module, exports, pathToFileURL(__filename).href)
