#!/usr/bin/env node
// Starts the command, which follows in the last comment: packed, so that Node neither decodes nor scans it. Unpacked
// once, it stays in the user's cache folder with V8's compiled form of it, which saves most of the start-up time;
// without that folder everything works the same, only slower.
'use strict'
const head = { exports: {} }
;(SUPERVISOR)(require, head)
const { inspects, start } = head.exports

// Runs in the worker too, so it names nothing outside itself.
function obey(launcher, kind, order = 'obey') {
  const { mkdirSync, readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } = require('node:fs')
  const { join } = require('node:path')
  const { createRequire } = require('node:module')
  const { pathToFileURL } = require('node:url')
  const { Script } = require('node:vm')

  const home = process.env.HOME || process.env.USERPROFILE
  const folder = process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'pellucid') : home && join(home, '.cache', 'pellucid')
  const text = folder && join(folder, 'STAMP.js')
  const compiled = folder && join(folder, `STAMP-${process.version}-${process.arch}-${kind}.v8`)

  const read = (file, encoding) => {
    try {
      return file && readFileSync(file, encoding)
    } catch {}
  }
  // Whole or not at all, whoever else writes it.
  const keep = (file, data) => {
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${file}.${process.pid}`, data)
      renameSync(`${file}.${process.pid}`, file)
    } catch {}
  }
  const unpack = () => {
    const packed = readFileSync(launcher, 'latin1')
    const bytes = Buffer.from(packed.slice(packed.lastIndexOf('\n/*PACKED\n') + 10, -3), 'base64')
    const source = require('node:zlib').brotliDecompressSync(bytes).toString('latin1')
    if (folder) keep(text, source)
    return source
  }
  // What other versions left behind goes after a week.
  const tidy = () => {
    try {
      for (const name of readdirSync(folder)) {
        const old = join(folder, name)
        if (/^[0-9a-f]{16}(-.*\.v8|\.js)$/.test(name) && !name.startsWith('STAMP') && Date.now() - statSync(old).mtimeMs > 7 * 86_400_000) unlinkSync(old)
      }
    } catch {}
  }

  // Nearly everything that start-up makes stays: a nursery that grows at once saves copying it; too large a one costs more than that.
  const { setFlagsFromString } = require('node:v8')
  setFlagsFromString('--semi-space-growth-factor=6')
  // V8's compiled form bears a mark of the flags, which a program's start changes (optimiser.ts) and not every V8 lets
  // change back: the same one is set before it is read and before it is made.
  const mark = () => {
    if (kind === 'run') setFlagsFromString('--no-opt')
  }
  mark()
  // A worker that runs a text has no file to name here.
  process.argv[1] = launcher
  let source = read(text, 'latin1')
  if (source === undefined || source.length !== LENGTH) source = unpack()
  const cachedData = read(compiled)
  const script = new Script(source, { filename: text || launcher, cachedData })
  const command = { exports: {} }
  script.runInThisContext()(createRequire(launcher), command, command.exports, pathToFileURL(launcher).href)
  if (folder && (cachedData === undefined || script.cachedDataRejected)) {
    // The command says when: the functions that ran so far are in it.
    globalThis[Symbol.for('pellucid.keep')] = () => {
      mark()
      keep(compiled, script.createCachedData())
      tidy()
    }
  }
  return command.exports[order](process.argv.slice(2))
}

if (inspects(process.argv.slice(2))) {
  // A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
  process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0))
  obey(__filename, 'look')
} else start(`(${obey})(${JSON.stringify(__filename)}, 'run')`, async () => obey(__filename, 'run', 'attempt'))
