/**
 * Bodies of modules and classes: the docstring goes to `__doc__`, annotations to `__annotations__`.
 * As `compiler_body` in `Python/compile.c`.
 */
import { CO_FUTURE_ANNOTATIONS } from '../../bytecode/code.ts'
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import { LOAD_NAME, POP_TOP, SETUP_ANNOTATIONS, STORE_SUBSCR } from '../../bytecode/opcode-numbers.ts'
import type { AnnAssign, Expr, ExprStmt, Stmt } from '../../syntax/ast.ts'
import { strConstant } from '../constants.ts'
import { cleanDocstring, docstringOf } from '../docstring.ts'
import type { Context } from './context.ts'
import { annotationText } from './functions.ts'
import { checkName, namedOp, nameOp } from './names.ts'

export function body(c: Context, start: Location, statements: readonly Stmt[]): void {
  if (c.settings.interactive && c.unit.kind === 'module') {
    if (hasAnnotations(statements)) c.emit(start, SETUP_ANNOTATIONS)
    return c.statements(statements)
  }
  const [first] = statements
  const location = c.unit.kind === 'module' && first !== undefined ? first : start
  if (hasAnnotations(statements)) c.emit(location, SETUP_ANNOTATIONS)
  const docstring = docstringOf(statements)
  if (docstring === null) return c.statements(statements)
  if (c.settings.optimize < 2) {
    c.loadConst((first as ExprStmt).value, strConstant(cleanDocstring(docstring)))
    nameOp(c, NO_LOCATION, '__doc__', 'Store')
  }
  c.statements(statements.slice(1))
}

/** Whether a block annotates a variable, in whatever statement but not in nested definitions. */
function hasAnnotations(statements: readonly Stmt[]): boolean {
  return statements.some((s) => {
    switch (s.kind) {
      case 'AnnAssign':
        return true
      case 'For':
      case 'AsyncFor':
      case 'While':
      case 'If':
        return hasAnnotations(s.body) || hasAnnotations(s.orelse)
      case 'With':
      case 'AsyncWith':
        return hasAnnotations(s.body)
      case 'Match':
        return s.cases.some(({ body }) => hasAnnotations(body))
      case 'Try':
      case 'TryStar':
        return (
          s.handlers.some((handler) => hasAnnotations(handler.body)) ||
          hasAnnotations(s.body) ||
          hasAnnotations(s.finalbody) ||
          hasAnnotations(s.orelse)
        )
      default:
        return false
    }
  })
}

export function annAssign(c: Context, s: AnnAssign): void {
  const { target, annotation } = s
  const future = (c.settings.future.flags & CO_FUTURE_ANNOTATIONS) !== 0
  const evaluated = c.unit.kind === 'module' || c.unit.kind === 'class'
  if (s.value !== null) {
    c.expression(s.value)
    c.expression(target)
  }
  switch (target.kind) {
    case 'Name':
      checkName(c, s, target.id, 'Store')
      if (s.simple === 1 && evaluated) {
        if (future) annotationText(c, annotation)
        else c.expression(annotation)
        namedOp(c, s, LOAD_NAME, '__annotations__')
        c.loadConst(s, strConstant(c.unit.mangle(target.id)))
        c.emit(s, STORE_SUBSCR)
      }
      break
    case 'Attribute':
      checkName(c, s, target.attr, 'Store')
      if (s.value === null) evaluate(c, target.value)
      break
    case 'Subscript':
      if (s.value === null) {
        evaluate(c, target.value)
        evaluateIndex(c, target.slice)
      }
      break
  }
  // The annotation of anything else is evaluated and dropped.
  if (s.simple === 0 && !future && evaluated) evaluate(c, annotation)
}

function evaluate(c: Context, e: Expr): void {
  c.expression(e)
  c.emit(e, POP_TOP)
}

function evaluateIndex(c: Context, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(c, part)
  } else if (e.kind === 'Tuple') for (const elt of e.elts) evaluateIndex(c, elt)
  else evaluate(c, e)
}
