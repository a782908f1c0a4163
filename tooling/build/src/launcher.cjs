#!/usr/bin/env node
// Starts the command, which stands packed in the file beside: Node reads the launcher whole at each start, the pack only
// the first one does. Unpacked, the command stays in the user's cache folder with V8's compiled form of it, which saves
// most of the start-up time; without that folder everything works the same, only slower.
'use strict'
const head = { exports: {} }
;(SUPERVISOR)(require, head)
const { inspects, start } = head.exports

// Runs in the worker too, so it names nothing outside itself.
function obey(launcher, kind, order = 'obey') {
  const { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync, writeSync } = require('node:fs')
  const { join } = require('node:path')
  const { Script } = require('node:vm')

  globalThis[Symbol.for('pellucid.build')] = 'STAMP'
  const home = process.env.HOME || process.env.USERPROFILE
  const folder = process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'pellucid') : home && join(home, '.cache', 'pellucid')
  const text = folder && join(folder, 'STAMP.js')
  const compiledFile = (kind, name) => folder && join(folder, `STAMP-${process.version}-${process.arch}-${kind}-${name}.v8`)

  // One buffer for all that is read, until the next reading: memory that was touched before costs nothing, nor does what
  // is never touched.
  let room = Buffer.allocUnsafeSlow(4 << 20)
  // Who reads a file that stays may have it for good.
  globalThis[Symbol.for('pellucid.room')] = () => {
    const lent = room
    room = Buffer.alloc(0)
    return lent
  }
  const read = (file, start = 0, end = undefined) => {
    try {
      const open = openSync(file)
      try {
        const size = (end ?? fstatSync(open).size) - start
        if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(size, 4 << 20))
        return room.subarray(0, readSync(open, room, 0, size, start))
      } finally {
        closeSync(open)
      }
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
    const pack = launcher.replace(/\.\w+$/, '.pack')
    let packed
    try {
      packed = readFileSync(pack)
    } catch {}
    if (packed?.latin1Slice(0, 16) !== 'STAMP') {
      writeSync(2, `pellucid: ${pack} is ${packed === undefined ? 'missing' : 'of another build'}\n`)
      process.exit(1)
    }
    const source = require('node:zlib').brotliDecompressSync(packed.subarray(16))
    if (folder) keep(text, source)
    return source
  }
  // What other versions left behind goes after a week.
  const tidy = () => {
    try {
      for (const name of readdirSync(folder)) {
        const old = join(folder, name)
        if (/^[0-9a-f]{16}(-.*)?\.(v8|js)$/.test(name) && !name.startsWith('STAMP') && Date.now() - statSync(old).mtimeMs > 7 * 86_400_000) unlinkSync(old)
      }
    } catch {}
  }

  // `node:v8` brings all of Node's streams; the binding below it is what is needed, where it can still be had.
  const setFlagsFromString = (() => {
    const { noDeprecation } = process
    try {
      process.noDeprecation = true
      const { setFlagsFromString: set } = process.binding('v8')
      if (typeof set === 'function') return set
    } catch {
    } finally {
      process.noDeprecation = noDeprecation
    }
    return require('node:v8').setFlagsFromString
  })()
  // The nursery stays as small as it is until a program computes (optimiser.ts): most of what is made before stays, and
  // memory that is touched for the first time costs more than moving it out. V8's compiled form bears a mark of the
  // flags: the same ones are set while it is read and while it is made.
  let flag = '--opt'
  const setFlag = (globalThis[Symbol.for('pellucid.flag')] = (wanted) => {
    flag = wanted
    setFlagsFromString(wanted)
    setFlagsFromString(`--semi-space-growth-factor=${wanted === '--opt' ? 6 : 1}`)
  })
  const marked = (body) => {
    const before = flag
    if (kind !== 'look' && before !== '--no-opt') setFlag('--no-opt')
    const made = body()
    if (flag !== before) setFlag(before)
    return made
  }
  // A worker that runs a text has no file to name here.
  process.argv[1] = launcher
  // What has no compiled form yet is kept when the command says so, with the functions that ran so far.
  const unkept = { ready: [], end: [], small: [] }
  let isReady = false
  globalThis[Symbol.for('pellucid.keep')] = (when) => {
    if (when === 'ready') isReady = true
    for (const again of unkept[when].splice(0)) again()
  }
  // Parts of the command, where each stands in its text, and what it needs (late-texts.mjs). What a program needs first is read at once:
  // Node keeps a string of over 1,031,913 characters outside V8's heap, where two shorter ones filled the nursery.
  const places = PLACES
  const placeOf = (name) => places.find((place) => place[0] === name)
  const early = new Set(['core', 'machine', 'frontend', 'inspect'])
  // A program that is tried runs these, and hardly anything else.
  const tried = new Set(kind === 'try' ? ['core', 'machine'] : [])
  let unpacked
  const textFrom = (start, end) => {
    const bytes = unpacked === undefined ? read(text, start, end) : undefined
    return (bytes?.length === end - start ? bytes : (unpacked ??= unpack()).subarray(start, end)).latin1Slice()
  }
  const first = textFrom(0, placeOf(kind === 'look' ? 'core' : 'machine')[2])
  const sourceOf = (name) => {
    const [, start, end] = placeOf(name)
    return end <= first.length ? first.slice(start, end) : textFrom(start, end)
  }
  const evaluate = (name) => {
    const source = sourceOf(name)
    const general = compiledFile(kind === 'look' ? 'look' : 'run', name)
    const file = tried.has(name) ? compiledFile('try', name) : general
    let cachedData = read(file)
    const isKept = cachedData !== undefined
    if (file !== general) cachedData ??= read(general)
    const script = marked(() => new Script(source, { filename: `${text || launcher}/${name}`, cachedData }))
    if (file && (!isKept || script.cachedDataRejected)) {
      unkept[tried.has(name) ? 'small' : isReady || !early.has(name) ? 'end' : 'ready'].push(() => {
        keep(file, marked(() => script.createCachedData()))
        tidy()
      })
    }
    return script
  }
  const command = { exports: {} }
  // What a part needs of others they give.
  const givers = [{ give: (name) => command.exports.give(name) }]
  const parts = new Map()
  const late = (name) => {
    const known = parts.get(name)
    if (known !== undefined) return known
    for (const before of placeOf(name).slice(3)) late(before)
    const script = evaluate(name)
    const part = script.runInThisContext()(require, launcher, late, Object.assign({}, ...givers.map(({ give }) => give(name))))
    if (part.give !== undefined) givers.push(part)
    parts.set(name, part)
    return part
  }

  // The names in the texts are short (short-names.mjs).
  globalThis[Symbol.for('pellucid.readable')] = (stack) => late('symbols').readable(stack)
  if (kind !== 'look') setFlag('--no-opt')
  evaluate('core').runInThisContext()(require, command, command.exports, launcher, late)
  return command.exports[order](process.argv.slice(2))
}

if (inspects(process.argv.slice(2))) {
  // A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
  process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0))
  obey(__filename, 'look', 'look')
} else start(`(${obey})(${JSON.stringify(__filename)}, 'run')`, async () => obey(__filename, 'try', 'attempt'))
