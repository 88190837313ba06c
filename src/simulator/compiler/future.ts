/**
 * `from __future__ import …`: which features a module asks for, and where the last such statement stands.
 * As `Python/future.c`.
 */
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from '../bytecode/code.ts'
import type { ImportFrom, Mod } from '../syntax/ast.ts'
import type { Reporter } from './report.ts'

export interface FutureFeatures {
  /** Bits of `co_flags`. */
  flags: number
  /** The line of the last future statement, -1 if there is none. */
  lineno: number
}

/** Bits each feature sets; most have long become part of the language. */
const features: ReadonlyMap<string, number> = new Map([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['generator_stop', 0],
  ['barry_as_FLUFL', CO_FUTURE_BARRY_AS_BDFL],
  ['annotations', CO_FUTURE_ANNOTATIONS],
])

export function findFutureFeatures(tree: Mod, reporter: Reporter): FutureFeatures {
  const found: FutureFeatures = { flags: 0, lineno: -1 }
  if (tree.kind === 'Expression') return found
  let first = true
  for (const s of tree.body) {
    // Only a docstring and other future statements may come before.
    if (s.kind === 'ImportFrom' && s.module === '__future__' && s.level === 0) {
      addFeatures(s, found, reporter)
    } else if (!(first && s.kind === 'Expr' && s.value.kind === 'Constant' && s.value.value.type === 'str'))
      break
    first = false
  }
  return found
}

function addFeatures(s: ImportFrom, found: FutureFeatures, reporter: Reporter): void {
  // These errors point to the statement, and say nothing of where it ends.
  const place = { ...s, end_lineno: s.lineno, end_col_offset: -2 }
  for (const { name } of s.names) {
    if (name === 'braces') throw reporter.error('not a chance', place)
    const flag = features.get(name)
    if (flag === undefined) throw reporter.error(`future feature ${name} is not defined`, place)
    found.flags |= flag
  }
  found.lineno = s.lineno
}
