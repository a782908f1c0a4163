// The whole command as one text: a launcher, and the bundle, packed, in a comment.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundleApp } from './app.mjs'
import { lazyModules } from './lazy-modules.mjs'

// Names stay: tracebacks of our own bugs must be readable. The text is ASCII, so it is read without decoding.
async function bundle(entry) {
  const { outputFiles } = await bundleApp({
    entryPoints: [entry],
    write: false,
    format: 'cjs',
    charset: 'ascii',
    define: { 'import.meta.url': '__url' },
    plugins: [lazyModules],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  return withoutCopies(outputFiles[0].text)
}

/** Modules of Node as they are: esbuild copies each property of one (`fs` has 130) at each file that imports from it. */
const withoutCopies = (text) =>
  `const __node=(mod)=>Object.create(mod,{default:{value:mod}});${text.replaceAll(/__toESM\((require\("node:[\w/]+"\)),1\)/g, '__node($1)')}`

/** What a file that is run by Node holds. */
export async function appText() {
  const launcher = readFileSync(new URL('launcher.cjs', import.meta.url), 'utf8')
  const command = `(function(require,module,exports,__url){${await bundle('apps/cli/src/command.ts')}})`
  const stamp = createHash('sha256').update(command).digest('hex').slice(0, 16)
  const supervisor = `function(require,module){${await bundle('apps/cli/src/supervisor.ts')}}`
  const head = launcher.replaceAll('STAMP', stamp).replaceAll('LENGTH', String(command.length)).replace('SUPERVISOR', () => supervisor)
  const packed = brotliCompressSync(Buffer.from(command, 'latin1'), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return `${head}\n/*PACKED\n${packed.toString('base64')}*/\n`
}
