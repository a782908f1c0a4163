// What a bare interpreter is made with: no files, no front end, hashes of PYTHONHASHSEED=0.
import type { InterpreterOptions } from '../src/create-interpreter.ts'

/** Options for createInterpreter. */
export function bareOptions(): InterpreterOptions {
  return {
    settings: {
      argv: [''],
      origArgv: ['python'],
      executable: '',
      prefix: '/usr',
      path: [],
      warnOptions: [],
      xOptions: {},
      hashSeed: 0,
      optimize: 0,
      flags: {
        debug: 0, inspect: 0, interactive: 0, dontWriteBytecode: true, noUserSite: true, noSite: true,
        ignoreEnvironment: true, verbose: 0, bytesWarning: 0, quiet: true, isolated: true, devMode: false,
        utf8Mode: false, safePath: true, unbuffered: false, intMaxStrDigits: 4300,
      },
      pycachePrefix: undefined,
    },
    host: {
      files: {},
      clock: {},
      platform: 'linux',
      environment: {},
      system: { sysname: 'Linux', nodename: '', release: '', version: '', machine: 'x86_64' },
      pid: 1,
      user: undefined,
      randomBytes: (count: number) => new Uint8Array(count),
      interrupted: () => false,
    } as never,
    frontend: {
      compile: () => {
        throw new Error('no front end here')
      },
    },
    codec: {} as never,
    scheduler: { interval: 100_000, next: (current) => current },
  }
}
