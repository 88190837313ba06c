// Literate cases: Markdown files in which a heading names a case and fences hold what goes in and what comes out.
//
// The first fence after a heading is the case's source; the fences after it, up to the next heading, are what is
// expected. Prose may stand anywhere. A fence's info string is its kind and, after a space, its words.

/** One fence. `first` and `last` are the indices of its lines, fence marks included. */
export interface Fence {
  readonly kind: string
  readonly words: readonly string[]
  readonly text: string
  readonly first: number
  readonly last: number
}

/** A heading with its fences. */
export interface Case {
  readonly name: string
  readonly source: Fence
  readonly expected: readonly Fence[]
}

/** Reads the cases of a file; complains of a fence that is not closed and of a heading used twice. */
export function readCases(markdown: string, file: string): Case[] {
  const lines = markdown.split('\n')
  const cases: Case[] = []
  const names = new Set<string>()
  let name = ''
  let fences: Fence[] = []
  const finish = (): void => {
    const [source, ...expected] = fences
    if (source !== undefined) {
      if (names.has(name)) throw new Error(`${file}: two cases are named "${name}"`)
      names.add(name)
      cases.push({ name, source, expected })
    }
    fences = []
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string
    const heading = /^#+ +(.*)$/.exec(line)
    if (heading !== null) {
      finish()
      name = heading[1] as string
    }
    const open = /^(`{3,})(\S.*)?$/.exec(line)
    if (open === null) continue
    const first = index
    const mark = open[1] as string
    do index++
    while (index < lines.length && lines[index] !== mark)
    if (index >= lines.length) throw new Error(`${file}:${first + 1}: this fence is not closed`)
    const [kind = '', ...words] = (open[2] ?? '').split(' ')
    const body = lines.slice(first + 1, index)
    fences.push({ kind, words, text: body.map((text) => `${text}\n`).join(''), first, last: index })
  }
  finish()
  return cases
}

/** Replaces what each case expects by what `answer` gives for it, as kinds with texts. */
export function writeExpected(
  markdown: string,
  file: string,
  answer: (found: Case) => readonly (readonly [kind: string, text: string])[],
): string {
  const lines = markdown.split('\n')
  // From the end, so that the lines before stay where they are.
  for (const found of readCases(markdown, file).reverse()) {
    const fences = answer(found).map(([kind, text]) => [
      '',
      `\`\`\`${kind}`,
      ...text.trimEnd().split('\n'),
      '```',
    ])
    for (const { first, last } of [...found.expected].reverse()) {
      const blank = lines[first - 1] === '' ? 1 : 0
      lines.splice(first - blank, last - first + 1 + blank)
    }
    lines.splice(found.source.last + 1, 0, ...fences.flat())
  }
  return lines.join('\n')
}
