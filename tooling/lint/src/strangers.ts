// What a stranger writes who has installed one package and nothing else, and the answer it gives. The same text is
// compiled by TypeScript against the package's declarations, imported, required, and bundled for a page.

/** A program for one package. */
export interface Stranger {
  /** Module → the names taken from it. */
  readonly imports: Readonly<Record<string, readonly string[]>>
  /** Calls `answer` with a text. */
  readonly body: string
  readonly answer: string
  /** Needs Node's files: not for a page. */
  readonly onlyNode?: true
  /** Fetches from the page's server. */
  readonly onlyBrowser?: true
}

/** Package → its programs. */
export const strangers: Readonly<Record<string, readonly Stranger[]>> = {
  source: [{
    imports: { '@pellucid/source': ['PySyntaxError', 'convertColumn', 'decodeSource'] },
    body: `
      const { text, encoding } = decodeSource(new TextEncoder().encode('# coding: ascii\\nx = 1\\n'))
      const error = new PySyntaxError('SyntaxError', "'(' was never closed", {
        filename: 'x.py', lineno: 1, offset: 2, endLineno: 1, endOffset: 3, text: 'f(',
      })
      answer([text.length, encoding, convertColumn('é = x', 3, 'utf8', 'utf16'), error.code, error.codeFrame().split('\\n').length].join())`,
    answer: '22,ascii,2,was-never-closed,5',
  }],
  primitives: [{
    imports: { '@pellucid/primitives': ['Float', 'reprConstant'], '@pellucid/primitives/unicode-names': ['characterByName'] },
    body: `
      const { text } = { text: reprConstant(new Float(1e16)) }
      answer([text, reprConstant(['a', null, 2n ** 70n]), characterByName('BULLET')].join(' '))`,
    answer: "1e+16 ('a', None, 1180591620717411303424) •",
  }],
  'opcode-spec': [{
    imports: { '@pellucid/opcode-spec': ['CodeObject', 'encodeWordcode', 'opcodes', 'stackEffect', 'verify'] },
    body: `
      const code = new CodeObject({
        argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 1, flags: 0, consts: [null], names: [],
        code: encodeWordcode([{ op: opcodes.POP_TOP, oparg: 0 }, { op: opcodes.RETURN_CONST, oparg: 0 }]),
        localsplusnames: [], localspluskinds: new Uint8Array(), filename: 'x.py', name: 'x', qualname: 'x', firstlineno: 1,
        linetable: new Uint8Array(), exceptiontable: new Uint8Array(),
      })
      answer([stackEffect(opcodes.BUILD_LIST, 3), ...verify(code).map(({ offset, reason }) => \`\${offset} \${reason}\`)].join())`,
    answer: '-2,0 needs 1 values, the stack has 0',
  }],
  lexer: [{
    imports: { '@pellucid/lexer': ['losslessTokens', 'renderLossless', 'tokenize', 'tokenizeTape'] },
    body: `
      const source = 'x  =  1 # one\\n'
      answer([[...tokenize(source)].length, tokenizeTape(source).count, renderLossless(losslessTokens(source).tokens) === source].join())`,
    answer: '6,5,true',
  }],
  ast: [{
    imports: { '@pellucid/ast': ['dump', 'factories', 'is', 'unparse', 'walk'] },
    body: `
      const place = [1, 0, 1, 5] as const
      const sum = factories.BinOp(factories.Name('a', factories.Load, ...place), factories.Add, factories.Constant(2, null, ...place), ...place)
      walk(sum, (node) => (is(node, 'Name') ? factories.Name('b', node.ctx, ...place) : undefined))
      answer(unparse(sum) + ' ' + dump(sum).length)`,
    answer: 'b + 2 71',
  }],
  parser: [{
    imports: { '@pellucid/parser': ['parse'] },
    body: `
      const { body, errors } = parse('a = 1\\nb = = 2\\nc = "𝒳" + d\\n', { recover: true, columns: 'utf16' })
      const [, last] = body
      answer([body.length, errors.length, errors[0]?.msg, last?.nodeType === 'Assign' ? last.value.end_col_offset : 0].join())`,
    answer: '2,1,invalid syntax,12',
  }],
  compiler: [{
    imports: { '@pellucid/compiler': ['compileTree', 'renderSymbols', 'symtableTree'], '@pellucid/ast': ['factories'] },
    body: `
      const place = [1, 0, 1, 1] as const
      const tree = factories.Expression(factories.Name('x', factories.Load, ...place))
      const table = renderSymbols(symtableTree(tree, 'x.py'))
      answer([compileTree(tree, 'x.py').names.join(), table.includes("symbol 'x'")].join())`,
    answer: 'x,true',
  }],
  marshal: [{
    imports: { '@pellucid/marshal': ['dumps', 'loads'] },
    body: `answer(JSON.stringify(loads(dumps([1, 'a', null]))) + dumps(true)[0])`,
    answer: '[1,"a",null]84',
  }],
  dis: [{
    imports: { '@pellucid/dis': ['renderDis'], '@pellucid/opcode-spec': ['CodeObject', 'encodeWordcode', 'opcodes'] },
    body: `
      const code = new CodeObject({
        argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 1, flags: 0, consts: [null], names: [],
        code: encodeWordcode([{ op: opcodes.RETURN_CONST, oparg: 0 }]),
        localsplusnames: [], localspluskinds: new Uint8Array(), filename: 'x.py', name: 'x', qualname: 'x', firstlineno: 1,
        linetable: new Uint8Array(), exceptiontable: new Uint8Array(),
      })
      answer(renderDis(code).trim())`,
    answer: 'RETURN_CONST             0 (None)',
  }],
  vm: [{
    imports: { '@pellucid/vm': ['memoryHost', 'HostError'] },
    body: `
      const host = memoryHost({})
      let code = ''
      try {
        host.files.stat('/none')
      } catch (error) {
        if (error instanceof HostError) code = String(error.errno)
      }
      answer(code)`,
    answer: '2',
  }],
  'gil-sim': [{
    imports: { '@pellucid/gil-sim': ['newScheduler', 'roundRobin', 'seeded'] },
    body: `
      const scheduler = newScheduler(seeded(42))
      answer([scheduler.interval, scheduler.timeline.choices.length, typeof roundRobin].join())`,
    answer: '50,0,function',
  }],
  stdlib: [
    {
      imports: { '@pellucid/stdlib': ['openArchive', 'ArchiveError'] },
      body: `
        let reason = ''
        try {
          openArchive(new Uint8Array(30))
        } catch (error) {
          if (error instanceof ArchiveError) reason = error.name
        }
        answer(reason)`,
      answer: 'ArchiveError',
    },
    {
      imports: { '@pellucid/stdlib/node': ['findLibrary'] },
      body: `answer(String((findLibrary({}).readEntry('abc.py')?.length ?? 0) > 1000))`,
      answer: 'true',
      onlyNode: true,
    },
  ],
  pellucid: [
    {
      imports: { pellucid: ['compile', 'parse', 'unparse'] },
      body: `answer([compile('print(6 * 7)\\n', 'answer.py', 'exec').names.join(), unparse(parse('x=1'))].join())`,
      answer: 'print,x = 1',
    },
    {
      imports: { pellucid: ['Interpreter'], 'pellucid/node': ['findLibrary', 'readArchive'] },
      body: `
        const python = new Interpreter({ library: readArchive(findLibrary({}).path), hashSeed: 0 })
        python.run('import json\\ntotal = sum(n * n for n in range(10))')
        answer(String(python.eval('json.dumps({"total": total})')))`,
      answer: '{"total": 285}',
      onlyNode: true,
    },
    {
      imports: { pellucid: ['Interpreter', 'openArchive'] },
      body: `
        async function main() {
          const zip = await fetch('/library.zip')
          const python = new Interpreter({ library: openArchive(new Uint8Array(await zip.arrayBuffer())), hashSeed: 0 })
          python.run('import json\\ntotal = sum(n * n for n in range(10))')
          answer(String(python.eval('json.dumps({"total": total})')))
        }
        void main()`,
      answer: '{"total": 285}',
      onlyBrowser: true,
    },
  ],
}
