import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ArchiveError, inflateRaw, openArchive } from '../src/index.ts'
import { findLibrary, LibraryNotFound } from '../src/node.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('findLibrary', () => {
  test('falls back to the archive that comes along', () => {
    const library = findLibrary()
    expect(library.kind).toBe('archive')
    expect(text(library.readEntry('abc.py'))).toContain('class ABCMeta')
    expect(library.readEntry('no/such/file.py')).toBeUndefined()
  })

  test('takes a named folder', () => {
    const path = mkdtempSync(join(tmpdir(), 'pellucid-lib-'))
    writeFileSync(join(path, 'os.py'), 'name = 1\n')
    const library = findLibrary({ lib: path, home: '/nowhere' })
    expect(library).toMatchObject({ kind: 'folder', path })
    expect(text(library.readEntry('os.py'))).toBe('name = 1\n')
  })

  test('says which folder is wrong', () => {
    expect(() => findLibrary({ lib: '/nowhere' })).toThrow(LibraryNotFound)
    expect(() => findLibrary({ home: '/nowhere' })).toThrow(/PYTHONHOME is \/nowhere/)
  })
})

describe('openArchive', () => {
  test('our own inflater reads every entry as zlib does', () => {
    const archive = openArchive(readFileSync(findLibrary().path))
    const library = findLibrary()
    const names = archive.names.filter((name) => name.endsWith('.py')).slice(0, 40)
    expect(names.length).toBe(40)
    for (const name of names) expect(text(archive.read(name))).toBe(text(library.readEntry(name)))
  })

  test('damaged archives end in ArchiveError', () => {
    expect(() => openArchive(new Uint8Array(5))).toThrow(ArchiveError)
    expect(() => openArchive(new Uint8Array(500))).toThrow(ArchiveError)
  })
})

test('inflateRaw is total', () => {
  const data = deflateRawSync(Buffer.from('abcabcabcabc'.repeat(50)))
  expect(text(inflateRaw(data, 600))).toBe('abcabcabcabc'.repeat(50))
  expect(() => inflateRaw(data, 599)).toThrow(ArchiveError)
  for (let at = 0; at < data.length; at++) {
    const broken = Uint8Array.from(data)
    broken[at]! ^= 0xff
    try {
      inflateRaw(broken, 600)
    } catch (error) {
      expect(error).toBeInstanceOf(ArchiveError)
    }
  }
})
