#!/usr/bin/env node
// Starts the bundle that follows in the comment below. V8's compiled form of it is kept in the user's cache folder,
// which saves most of the start-up time; without that folder everything works the same, only slower.
'use strict'
const { isMainThread } = require('node:worker_threads')
const head = { exports: {} }
;(SUPERVISOR)(require, head)
const { inspects, supervise } = head.exports

function obey() {
  const { mkdirSync, readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } = require('node:fs')
  const { join } = require('node:path')
  const { pathToFileURL } = require('node:url')
  const { Script } = require('node:vm')

  const home = process.env.HOME || process.env.USERPROFILE
  const folder = process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'pellucid') : home && join(home, '.cache', 'pellucid')
  const cache = folder && join(folder, `STAMP-${process.version}-${process.arch}.v8`)

  const file = readFileSync(__filename, 'latin1')
  const start = file.lastIndexOf('\n/*BUNDLE\n') + 10
  const source = file.slice(start, -3).replaceAll('*\x7f/', '*/')
  let cachedData
  try {
    cachedData = cache && readFileSync(cache)
  } catch {}
  const script = new Script(source, { filename: __filename, cachedData })
  const run = script.runInThisContext()
  const command = { exports: {} }
  run(require, command, command.exports, pathToFileURL(__filename).href)
  if (cache && (cachedData === undefined || script.cachedDataRejected)) {
    // At the end, so that the functions that ran are in it.
    globalThis[Symbol.for('pellucid.ending')] = () => {
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
    }
  }
  command.exports.obey(process.argv.slice(2))
}

if (!isMainThread) obey()
else if (inspects(process.argv.slice(2))) {
  // A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
  process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0))
  obey()
} else supervise(__filename)
