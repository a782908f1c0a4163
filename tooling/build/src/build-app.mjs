// `pnpm --filter @pellucid/cli build`: makes apps/cli/dist/pellucid.js, the whole command in one file:
// a launcher, and the bundle in a comment that Node need not parse.
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { appFile, bundleApp } from './app.mjs'

const launcher = readFileSync(new URL('launcher.cjs', import.meta.url), 'utf8')

// Names stay: tracebacks of our own bugs must be readable. The text is ASCII, so it is read without decoding.
async function bundle(entry) {
  const { outputFiles } = await bundleApp({
    entryPoints: [entry],
    write: false,
    format: 'cjs',
    charset: 'ascii',
    define: { 'import.meta.url': '__url' },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  return outputFiles[0].text
}

const command = `(function(require,module,exports,__url){${await bundle('apps/cli/src/command.ts')}})`
const stamp = createHash('sha256').update(command).digest('hex').slice(0, 16)
const supervisor = `function(require,module){${await bundle('apps/cli/src/supervisor.ts')}}`
const head = launcher.replace('STAMP', stamp).replace('SUPERVISOR', () => supervisor)
const text = `${head}\n/*BUNDLE\n${command.replaceAll('*/', '*\x7f/')}*/\n`

mkdirSync(new URL('.', appFile), { recursive: true })
writeFileSync(new URL('package.json', appFile), '{ "type": "commonjs" }\n')
writeFileSync(appFile, text)
chmodSync(appFile, 0o755)
