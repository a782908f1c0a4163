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
  const { createRequire } = require('node:module')
  const { pathToFileURL } = require('node:url')
  const { Script } = require('node:vm')

  globalThis[Symbol.for('pellucid.build')] = 'STAMP'
  const home = process.env.HOME || process.env.USERPROFILE
  const folder = process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'pellucid') : home && join(home, '.cache', 'pellucid')
  const [text, lateText] = folder ? [join(folder, 'STAMP.js'), join(folder, 'STAMP-late.js')] : []
  const compiledFile = (name) => folder && join(folder, `STAMP-${process.version}-${process.arch}-${name}.v8`)

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
    const source = require('node:zlib').brotliDecompressSync(packed.subarray(16)).toString('latin1')
    const parts = [source.slice(0, LENGTH), source.slice(LENGTH)]
    if (folder) {
      keep(text, parts[0])
      keep(lateText, parts[1])
    }
    return parts
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

  // Nearly everything that start-up makes stays: a nursery that grows at once saves copying it; too large a one costs more than that.
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
  setFlagsFromString('--semi-space-growth-factor=6')
  // V8's compiled form bears a mark of the flags, which a program changes as it runs (optimiser.ts): the same one is set
  // while it is read and while it is made.
  let flag = '--opt'
  const setFlag = (globalThis[Symbol.for('pellucid.flag')] = (wanted) => {
    flag = wanted
    setFlagsFromString(wanted)
  })
  const marked = (body) => {
    const before = flag
    if (kind === 'run' && before !== '--no-opt') setFlag('--no-opt')
    const made = body()
    if (flag !== before) setFlag(before)
    return made
  }
  // A worker that runs a text has no file to name here.
  process.argv[1] = launcher
  // What has no compiled form yet is kept when the command says so, with the functions that ran so far.
  const unkept = { ready: [], end: [] }
  let isReady = false
  globalThis[Symbol.for('pellucid.keep')] = (when) => {
    if (when === 'ready') isReady = true
    for (const again of unkept[when].splice(0)) again()
  }
  const evaluate = (source, filename, file, when) => {
    const cachedData = read(file)
    const script = marked(() => new Script(source, { filename, cachedData }))
    if (file && (cachedData === undefined || script.cachedDataRejected)) {
      unkept[isReady ? 'end' : when].push(() => {
        keep(file, marked(() => script.createCachedData()))
        tidy()
      })
    }
    return script
  }
  // Parts of the command that are read when they are first needed (late-texts.mjs): where each stands, behind the core.
  const places = PLACES
  const early = new Set(['machine', 'frontend', 'inspect'])
  let unpacked
  const lateSource = (start, end) => {
    const bytes = unpacked === undefined ? read(lateText, start, end) : undefined
    if (bytes?.length === end - start) return bytes.latin1Slice()
    unpacked ??= unpack()[1]
    return unpacked.slice(start, end)
  }
  const run = createRequire(launcher)
  const url = pathToFileURL(launcher).href
  const command = { exports: {} }
  // What a part needs of others they give.
  const givers = [{ give: (name) => command.exports.give(name) }]
  const parts = new Map()
  const late = (name) => {
    const known = parts.get(name)
    if (known !== undefined) return known
    const [start, end, before] = places[name]
    if (before !== undefined) late(before)
    const script = evaluate(lateSource(start, end), `${lateText || launcher}/${name}`, compiledFile(`${kind}-${name}`), early.has(name) ? 'ready' : 'end')
    const part = script.runInThisContext()(run, url, late, Object.assign({}, ...givers.map(({ give }) => give(name))))
    if (part.give !== undefined) givers.push(part)
    parts.set(name, part)
    return part
  }

  let source = read(text)?.latin1Slice()
  if (source === undefined || source.length !== LENGTH) [source, unpacked] = unpack()
  if (kind === 'run') setFlag('--no-opt')
  evaluate(source, text || launcher, compiledFile(kind), 'ready').runInThisContext()(run, command, command.exports, url, late)
  return command.exports[order](process.argv.slice(2))
}

if (inspects(process.argv.slice(2))) {
  // A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
  process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0))
  obey(__filename, 'look', 'look')
} else start(`(${obey})(${JSON.stringify(__filename)}, 'run')`, async () => obey(__filename, 'run', 'attempt'))
