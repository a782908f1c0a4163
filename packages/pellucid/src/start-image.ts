// Starting from an image of the last start. What start-up makes depends on the settings, on the environment and on
// what it asks of the file system; so the questions and their answers are kept with the image, and it serves as long
// as the same questions get the same answers.
import { boot, bootFromImage, HostError, saveImage, type FileStatus, type Files, type Host, type Packed, type Settings, type Thread } from '@pellucid/vm'
import type { CodeStore } from './frozen.ts'
import { mark } from './mark.ts'
import { readPacked, writePacked } from './packed-file.ts'

/** A question to the file system and its answer, as texts. */
type Question = readonly [kind: 'stat' | 'folder' | 'cwd', path: string, answer: string]

interface KeptImage {
  readonly questions: readonly Question[]
  readonly image: unknown
}

const DIRECTORY = 0o40000
const KIND = 0o170000

/** What start-up sees of a file: a folder's times change with each temporary file in it, so they do not count. */
function statusText(ask: () => FileStatus): string {
  try {
    const { mode, size, mtime } = ask()
    return (mode & KIND) === DIRECTORY ? 'folder' : `${mode} ${size} ${mtime}`
  } catch (error) {
    if (error instanceof HostError) return `error ${error.errno}`
    throw error
  }
}

function answer(kind: Question[0], path: string, files: Files): string {
  if (kind === 'cwd') return files.cwd()
  if (kind === 'stat') return statusText(() => files.stat(path))
  try {
    const { size, mtime } = files.stat(path)
    return `listed ${size} ${mtime}`
  } catch (error) {
    if (error instanceof HostError) return `error ${error.errno}`
    throw error
  }
}

/** A host that notes what is asked of its files; `complete` is false after a question that the notes cannot repeat. */
class Notes {
  readonly questions: Question[] = []
  complete = true
  readonly host: Host
  #open = true

  /** Start-up is over: note nothing more. */
  close(): void {
    this.#open = false
  }

  constructor(host: Host, library: string | undefined) {
    const { files } = host
    const note = (kind: Question[0], path: string): void => {
      this.questions.push([kind, path, answer(kind, path, files)])
    }
    const noted: Partial<Files> = {
      cwd: () => {
        note('cwd', '')
        return files.cwd()
      },
      stat: (path) => {
        note('stat', path)
        return files.stat(path)
      },
      listdir: (path) => {
        note('folder', path)
        return files.listdir(path)
      },
      // Python's own library does the same each time; what else is read (a `.pth` file, a sitecustomize, a
      // pyvenv.cfg) may do anything.
      open: (path, flags, mode) => {
        note('stat', path)
        const fd = files.open(path, flags, mode)
        if ((flags & 3) !== 0 || !path.startsWith(`${library}/`) || customised.test(path)) this.complete = false
        return fd
      },
    }
    const asked = new Proxy(files, {
      get: (target, name: keyof Files) => {
        if (this.#open) {
          const own = noted[name]
          if (own !== undefined) return own
          if (!harmless.has(name)) this.complete = false
        }
        return (target[name] as ((...args: never[]) => unknown) | undefined)?.bind(target)
      },
    })
    this.host = new Proxy(host, { get: (target, name) => (name === 'files' ? asked : Reflect.get(target, name) as unknown) })
  }
}

/** What stands in a library's folder without being of it. */
const customised = /\/(site|dist)-packages\/|\/(site|user)customize\b/

/** Calls that ask nothing which could change: on descriptors that were opened, on the standard streams, and whether there are pipes and names of descriptors. */
const harmless = new Set<string>(['fstat', 'read', 'close', 'seek', 'isatty', 'attach', 'at'])

/** Besides those whose names begin with PYTHON. */
const variablesOfSite = ['HOME', 'USERPROFILE', 'APPDATA', '__PYVENV_LAUNCHER__']

/** The name of the image for these settings: every setting but the program's arguments, and what site and importlib ask of the environment. */
function imageName(settings: Settings, { environment, platform }: Host): string {
  const variables = Object.entries(environment).filter(([name]) => name.startsWith('PYTHON') || variablesOfSite.includes(name)).sort()
  const text = JSON.stringify([{ ...settings, argv: [], origArgv: [], skipFirstLine: false }, variables, platform])
  return `image-${mark(text)}`
}

function keptImage(file: Uint8Array | undefined, files: Files): Packed | undefined {
  const packed = file === undefined ? undefined : readPacked(file)
  if (packed === undefined) return undefined
  const { questions, image } = packed.content as KeptImage
  return questions.every(([kind, path, known]) => answer(kind, path, files) === known) ? { content: image, bytes: packed.bytes } : undefined
}

/**
 * A started interpreter: from the image that an earlier start left in `store`, if it still holds; else by starting,
 * and leaving one. `create` makes an interpreter that has not started.
 */
export function startFromImage(settings: Settings, host: Host, store: CodeStore, create: (host: Host) => Thread): Thread {
  // -v tells of each import, -X importtime too; code without columns is other code, and unfrozen modules are other modules.
  const { verbose, importTime = false, noDebugRanges = false, noFrozenModules = false } = settings.flags
  const plain = verbose === 0 && !importTime && !noDebugRanges && !noFrozenModules
  const name = imageName(settings, host)
  const image = plain ? keptImage(store.get(name), host.files) : undefined
  const notes = new Notes(host, settings.stdlibDir)
  const py = create(image === undefined && plain ? notes.host : host)
  if (image !== undefined) bootFromImage(image, py)
  else {
    boot(py)
    notes.close()
    if (plain) keepImage(py, notes, store, name, create)
  }
  return py
}

function keepImage(py: Thread, { questions, complete, host }: Notes, store: CodeStore, name: string, create: (host: Host) => Thread): void {
  if (!complete) return
  const made = saveImage(py, create(host))
  if (made === undefined) return
  const content: KeptImage = { questions: [...new Map(questions.map((question) => [`${question[0]} ${question[1]}`, question])).values()], image: made.content }
  store.set(name, writePacked({ content, bytes: made.bytes }))
}
