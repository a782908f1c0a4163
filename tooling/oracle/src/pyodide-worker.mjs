// The worker side of pyodide.ts: loads pyodide, mounts the probes, answers batches in order.
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { loadPyodide } from 'pyodide'

const probes = new URL('../probes/', import.meta.url)
const ready = load()

async function load() {
  const pyodide = await loadPyodide({ stdout: () => {}, stderr: () => {} })
  pyodide.FS.mkdirTree('/probes')
  for (const name of ['stages', 'ast_helpers', 'answer', 'program']) {
    pyodide.FS.writeFile(`/probes/${name}.py`, readFileSync(new URL(`${name}.py`, probes)))
  }
  pyodide.runPython('import sys; sys.path.insert(0, "/probes"); import answer, program')
  return {
    answer: pyodide.runPython('answer.answer_json'),
    program: pyodide.runPython('program.run_json'),
  }
}

/** wasm cannot see the caller's files: a path is sent as the bytes it names. */
function withSource(request) {
  if (request.path === undefined) return request
  const { path, ...rest } = request
  return { filename: path, ...rest, source_b64: readFileSync(path).toString('base64') }
}

parentPort.on('message', async ({ id, requests, program }) => {
  try {
    const python = await ready
    const value = requests
      ? requests.map((request) => JSON.parse(python.answer(JSON.stringify(withSource(request)))))
      : JSON.parse(python.program(JSON.stringify({ ...program, ...withSource({ path: program.args[0] }) })))
    parentPort.postMessage({ id, value })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
