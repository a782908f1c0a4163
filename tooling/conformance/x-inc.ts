import { compile } from '../../packages/pellucid/src/index.ts'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { readFileSync } from 'node:fs'
const rows = JSON.parse(readFileSync('/tmp/deps/inc.json', 'utf8')) as [string, 'single' | 'exec' | 'eval', unknown][]
let bad = 0, kindBad = 0
const by: Record<string, number> = {}
const shown: Record<string, number> = {}
rows.forEach(([src, mode, want]) => {
  let got: unknown = 'ok'
  try { compile(src, '<test>', mode, { flags: 0x4000 | 0x200 }) } catch (e) {
    if (e instanceof PySyntaxError) got = [e.name, e.msg, e.lineno, e.offset, e.endLineno, e.endOffset, e.text]
    else if (e instanceof PyCompileError) got = [e.name]
    else got = ['BUG', String((e as Error).stack).slice(0, 200)]
  }
  if (JSON.stringify(got) === JSON.stringify(want)) return
  bad++
  const g = Array.isArray(got) ? got[0] + ':' + (got[0] === 'SyntaxError' ? got[1] : '') : got, w = Array.isArray(want) ? want[0] + ':' + (want[0] === 'SyntaxError' ? want[1] : '') : want
  const key = mode + ' | ours ' + g + ' | cpython ' + w
  if (g !== w) kindBad++
  by[key] = (by[key] ?? 0) + 1
  shown[key] = (shown[key] ?? 0) + 1
  if (shown[key]! <= 3) console.log(key, '\n  ', JSON.stringify(src).slice(0, 300), '\n   ours', JSON.stringify(got).slice(0, 300), '\n   cpy ', JSON.stringify(want).slice(0, 300))
})
console.log(rows.length, bad, kindBad)
console.log(Object.entries(by).sort((a, b) => b[1] - a[1]).slice(0, 40).map(([k, n]) => n + ' ' + k).join('\n'))
