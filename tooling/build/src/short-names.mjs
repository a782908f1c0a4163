// Short names for all that a text names, and the way back: tracebacks of our own bugs must be readable.
import { transform } from 'esbuild'
import { SourceMap } from 'node:module'

/** Where a function or a class gets its name. */
const declared = /(?:\bfunction\*?\s*|\bclass\s+)([\w$]+)(?=[({\s])|(?:\b(?:const|let|var)\s+|,)([\w$]+)=(?:async\s*)?(?:function\b|class\b|\([^()]*\)=>|[\w$]+=>)/dg

/** `{ code, names }` of a text, one function: `names` is short name → names of what it declares, here or there. */
export async function shortNames(text) {
  const { code, map } = await transform(`x=${text}`, { minifyIdentifiers: true, minifyWhitespace: true, charset: 'ascii', sourcemap: 'external' })
  const origin = new SourceMap(JSON.parse(map))
  const declarations = new Map()
  for (const [line, content] of code.split('\n').entries()) {
    for (const { 1: named, 2: assigned, indices } of content.matchAll(declared)) {
      const [column] = indices[named === undefined ? 2 : 1]
      const { name, generatedColumn } = origin.findEntry(line, column)
      const short = named ?? assigned
      if (name !== undefined && generatedColumn === column) declarations.set(short, (declarations.get(short) ?? new Set()).add(name))
    }
  }
  // Inside of functions the shortest names stand for many.
  const names = [...declarations].filter(([, { size }]) => size <= 3).map(([short, all]) => [short, [...all].join('|')])
  return { code: code.trim().replace(/^x=/, '').replace(/;$/, ''), names: Object.fromEntries(names) }
}

/** The text that makes a stack readable: `readable(stack)`. `names`: text → short name → name. */
export const readableText = (names) =>
  `(function(){const names=JSON.parse(${JSON.stringify(JSON.stringify(names))});return{readable:(stack)=>stack.replace(/^( +at (?:async )?(?:new )?)([\\w$]+)(.*\\/(\\w+):\\d+:\\d+\\)?)$/gm,(line,head,name,rest,text)=>head+(names[text]?.[name]??name)+rest)}})`
