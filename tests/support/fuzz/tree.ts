// Programs as trees of statements: a line, or clauses (`if … else`, `try … except`, `class`), each a head with a body.
// A tree is rendered to Python text, and made smaller as long as what is wrong with it stays wrong: parts of it go, a
// compound statement makes way for its body. Whether a smaller program still makes sense is not asked: one that fails
// to compile does so on both sides, and is then no longer wrong.

/** One clause of a compound statement; `head` without the colon. */
export interface Clause {
  head: string
  body: Statement[]
}

/** A statement: its text, or its clauses. */
export type Statement = string | { clauses: Clause[] }

/** The text of a program. */
export function renderProgram(statements: readonly Statement[]): string {
  return `${renderBody(statements, '').join('\n')}\n`
}

function renderBody(statements: readonly Statement[], indent: string): string[] {
  if (statements.length === 0) return indent === '' ? [] : [`${indent}pass`]
  return statements.flatMap((statement) =>
    typeof statement === 'string'
      ? [indent + statement]
      : statement.clauses.flatMap(({ head, body }) => [
          // A decorator stands on a line of its own.
          ...head.split('\n').map((line, i, lines) => indent + line + (i === lines.length - 1 ? ':' : '')),
          ...renderBody(body, `${indent}    `),
        ]),
  )
}

/** How many lines a program has. */
export function countLines(statements: readonly Statement[]): number {
  return renderBody(statements, '').length
}

/** All trees one step smaller than a list of statements, larger steps first. */
function* smaller(statements: readonly Statement[], isModule = true): Generator<Statement[]> {
  // Figures of the collector can be compared only after a first collection.
  const protectedTo = isModule ? statements.indexOf('gc.collect()') : -1
  const protectedFrom =
    statements.indexOf('print()') >= 0 ? Math.min(statements.indexOf('print()'), protectedTo) : protectedTo
  for (let size = statements.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < statements.length; at += size) {
      if (at <= protectedTo && protectedFrom < at + size) continue
      yield [...statements.slice(0, at), ...statements.slice(at + size)]
    }
  }
  for (const [at, statement] of statements.entries()) {
    const replaced = (by: Statement[]) => [...statements.slice(0, at), ...by, ...statements.slice(at + 1)]
    if (typeof statement === 'string') {
      for (const line of simplerLines(statement)) yield replaced([line])
      continue
    }
    const { clauses } = statement
    yield replaced(clauses[0]!.body)
    for (let i = 1; i < clauses.length; i++) yield replaced([{ clauses: clauses.filter((_, j) => j !== i) }])
    for (const [i, clause] of clauses.entries()) {
      const lines = clause.head.split('\n')
      if (lines.length > 1)
        yield replaced([{ clauses: withClause(clauses, i, { ...clause, head: lines.at(-1)! }) }])
      for (const body of smaller(clause.body, false))
        yield replaced([{ clauses: withClause(clauses, i, { ...clause, body }) }])
    }
  }
}

function withClause(clauses: readonly Clause[], at: number, clause: Clause): Clause[] {
  return clauses.map((old, i) => (i === at ? clause : old))
}

/** A call's value is not kept; a list has one item less. */
function simplerLines(line: string): string[] {
  const found: string[] = []
  const assigned = /^\w+ = (.*)$/.exec(line)
  if (assigned) found.push(assigned[1]!)
  const items = /^(\w+ = [[(])([^[\](){}]+, [^[\](){}]+)([\])])$/.exec(line)
  if (items) {
    const parts = items[2]!.split(', ')
    for (let i = 0; i < parts.length; i++)
      found.push(`${items[1]}${parts.filter((_, j) => j !== i).join(', ')}${items[3]}`)
  }
  return found
}

/**
 * The smallest tree reached by steps for each of which `isWrong` still holds. `attempts` bounds the number of
 * programs tried.
 */
export async function reduceTree(
  statements: readonly Statement[],
  isWrong: (candidate: readonly Statement[]) => Promise<boolean>,
  attempts = 2000,
): Promise<Statement[]> {
  let best = [...statements]
  const tried = new Set<string>()
  for (let left = attempts, progress = true; progress && left > 0; ) {
    progress = false
    for (const candidate of smaller(best)) {
      const text = renderProgram(candidate)
      if (tried.has(text)) continue
      tried.add(text)
      if (left-- <= 0) break
      if (!(await isWrong(candidate))) continue
      best = candidate
      progress = true
      break
    }
  }
  return best
}
