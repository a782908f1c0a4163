// What a host in memory offers: descriptors, pipes, threads, event loops; and what it has not, said as CPython says it.
import { readFileSync } from 'node:fs'
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
import { expect, it, vi } from 'vitest'
import { Interpreter } from '../src/index.ts'

vi.setConfig({ testTimeout: 60_000 })

const library = readArchive(findLibrary().path)

function outputOf(source: string): string {
  const out: string[] = []
  new Interpreter({ library, stdout: (text) => out.push(text), hashSeed: 0 }).run(source)
  return out.join('')
}

const corpus = new URL('../../../corpus/programs/', import.meta.url)
const stored = (path: string): string => readFileSync(new URL(path, corpus), 'utf8')

it('runs threads that talk through pipes and sockets as CPython does', () => {
  const { stdout } = JSON.parse(stored('.golden/threads_and_streams.json')) as { stdout: string[] }
  expect(outputOf(stored('threads_and_streams.py'))).toBe(stdout.join('\n'))
})

it('runs an event loop: tasks, threads of an executor, time-outs, servers', () => {
  expect(outputOf(`
import asyncio

async def handle(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()

async def after(seconds, answer):
    await asyncio.sleep(seconds)
    return answer

async def main():
    print(await asyncio.gather(after(0.02, 'late'), after(0, 'early'), asyncio.to_thread(len, 'abc')))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(60)
    except TimeoutError:
        print('over')
    server = await asyncio.start_server(handle, '127.0.0.1', 8765)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8765)
    writer.write(b'line\\n')
    print(await reader.readline())
    writer.close()
    server.close()

asyncio.run(main())
`)).toBe("['late', 'early', 3]\nover\nb'LINE\\n'\n")
})

it('numbers descriptors as POSIX does, and closes a file with its last one', () => {
  expect(outputOf(`
import os
reader, writer = os.pipe()
print(reader, writer, os.get_inheritable(reader), os.get_inheritable(1))
saved = os.dup(1)
os.dup2(writer, 1)
os.write(1, b'into the pipe')
os.dup2(saved, 1)
os.close(writer)
print(os.read(reader, 100), os.read(reader, 1), os.fstat(reader).st_mode & 0o170000 == 0o010000)
file = os.open('/tmp/x', os.O_RDWR | os.O_CREAT)
again = os.dup(file)
os.write(file, b'abcdef')
os.close(file)
print(os.lseek(again, -2, os.SEEK_END), os.read(again, 9))
for call in (lambda: os.close(file), lambda: os.lseek(reader, 0, 0), lambda: os.write(os.open('/tmp/x', os.O_RDONLY), b'')):
    try:
        call()
    except OSError as error:
        print(error)
`)).toBe(`3 4 False True
b'into the pipe' b'' True
4 b'ef'
[Errno 9] Bad file descriptor
[Errno 29] Illegal seek
[Errno 9] Bad file descriptor
`)
})

it('has no other programs', () => {
  expect(outputOf(`
import asyncio, os, subprocess, unittest.mock
for call in (lambda: subprocess.run(['ls']), lambda: os.system('ls'), lambda: os.waitpid(-1, 0)):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
`)).toBe(`OSError [Errno 38] Function not implemented: 'ls'
OSError [Errno 38] Function not implemented
ChildProcessError [Errno 10] No child processes
`)
})
