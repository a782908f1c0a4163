// The local time zone: what TZ says, read as the C library reads it, else that of the system.
import fs from 'node:fs'
import { posixZone } from './posix-rule.ts'
import type { Zone, ZoneMoment } from './zone.ts'
import { zoneOfFile } from './zone-file.ts'

const folders = ['/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo']

/** The zone of this process as JavaScript has it, which was settled when it began. */
function systemZone(time: number): ZoneMoment {
  // The furthest that a Date reaches; beyond it a zone stays what it is there.
  const date = new Date(Math.max(-8.64e15, Math.min(8.64e15, time * 1000)))
  const offset = -date.getTimezoneOffset() * 60
  const year = date.getFullYear()
  const winter = -new Date(year, 0, 1).getTimezoneOffset() * 60
  const summer = -new Date(year, 6, 1).getTimezoneOffset() * 60
  const isDst = winter !== summer && offset === Math.max(winter, summer)
  // Intl takes long to start, and most servers' zone needs no asking.
  if (offset === 0 && date.toString().endsWith('(Coordinated Universal Time)')) return { offset, name: 'UTC', isDst }
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC'
  return { offset, name, isDst }
}

function fromDatabase(name: string): Zone | undefined {
  if (name.split('/').includes('..')) return undefined
  for (const path of name.startsWith('/') ? [name] : folders.map((folder) => `${folder}/${name}`)) {
    try {
      return zoneOfFile(fs.readFileSync(path))
    } catch {
      // Not in that folder, or no file.
    }
  }
  return undefined
}

/** The zone of a TZ; what nobody knows is UTC under the name it begins with. */
function namedZone(given: string): Zone {
  const name = given.replace(/^:/, '')
  const known = name === '' ? undefined : (fromDatabase(name) ?? posixZone(name))
  if (known !== undefined) return known
  if (name === process.env['TZ']) return systemZone
  const unknown: ZoneMoment = { offset: 0, name: name === '' ? 'UTC' : (/^[a-z]{3,}/i.exec(name)?.[0] ?? ''), isDst: false }
  return () => unknown
}

/** Local time, which is that of TZ when `set` was last called, or when the process began; worked out at the first question. */
export class LocalZone {
  #zone: Zone | undefined
  #name: string | undefined
  readonly #environment: Readonly<Record<string, string>>

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment
    this.#name = environment['TZ']
  }

  /** Look at TZ anew. */
  set(): void {
    this.#name = this.#environment['TZ']
    this.#zone = undefined
  }

  at(seconds: number): ZoneMoment {
    this.#zone ??= this.#name === undefined ? systemZone : namedZone(this.#name)
    return this.#zone(seconds)
  }
}
