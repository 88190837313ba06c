/**
 * Calls, with two shortcuts: `obj.name(…)` makes no bound method, and `super().name` makes no super object.
 * As `compiler_call` in `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BUILD_CONST_KEY_MAP,
  BUILD_LIST,
  BUILD_MAP,
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  DICT_MERGE,
  LIST_APPEND,
  LIST_EXTEND,
  MAP_ADD,
  NOP,
  PUSH_NULL,
} from '../../bytecode/opcode-numbers.ts'
import type { Attribute, Call, Expr, Keyword, Name } from '../../syntax/ast.ts'
import { strConstant, tupleConstant } from '../constants.ts'
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT } from '../symtable/scope.ts'
import { type Context, STACK_USE_GUIDELINE } from './context.ts'
import { sequence } from './displays.ts'
import { attributeLocation, checkName, methodOp, nameOp, referenceKind, superAttributeOp } from './names.ts'
import { checkCaller } from './warnings.ts'

export function call(c: Context, e: Call): void {
  if (e.func.kind === 'Attribute' && isMethodCall(c, e, e.func)) return methodCall(c, e, e.func)
  checkCaller(c, e.func)
  c.expression(e.func)
  c.emit(e.func, PUSH_NULL)
  callArguments(c, e, 0, e.args, e.keywords)
}

function checkKeywords(c: Context, keywords: readonly Keyword[]): void {
  const seen = new Set<string>()
  for (const keyword of keywords) {
    if (keyword.arg === null) continue
    checkName(c, keyword, keyword.arg, 'Store')
  }
  for (const keyword of keywords) {
    if (keyword.arg === null) continue
    if (seen.has(keyword.arg)) throw c.error(`keyword argument repeated: ${keyword.arg}`, keyword)
    seen.add(keyword.arg)
  }
}

// ---- Methods ----

const isPlain = (args: readonly Expr[], keywords: readonly Keyword[]): boolean =>
  args.every((arg) => arg.kind !== 'Starred') && keywords.every((keyword) => keyword.arg !== null)

function isMethodCall(c: Context, { args, keywords }: Call, { value, ctx }: Attribute): boolean {
  if (ctx !== 'Load') return false
  // `module.function(…)` is an ordinary call, as far as one can tell.
  if (value.kind === 'Name' && c.symtable.module.symbol(value.id) & DEF_IMPORT) return false
  const pushed = args.length + keywords.length + (keywords.length > 0 ? 1 : 0)
  return pushed < STACK_USE_GUIDELINE && isPlain(args, keywords)
}

function methodCall(c: Context, e: Call, method: Attribute): void {
  checkKeywords(c, e.keywords)
  let location: Location = method
  if (isSuperCall(c, method.value, method.attr)) {
    loadSuperArguments(c, method.value)
    superAttributeOp(c, location, method.attr, true, method.value.args.length > 0)
    location = attributeLocation(location, method)
    c.emit(location, NOP)
  } else {
    c.expression(method.value)
    location = attributeLocation(location, method)
    methodOp(c, location, method.attr)
  }
  c.expressions(e.args)
  const count = e.args.length + e.keywords.length
  if (e.keywords.length > 0) {
    keywordArguments(c, location, e.keywords)
    c.emit(attributeLocation(e, method), CALL_KW, count)
  } else c.emit(attributeLocation(e, method), CALL, count)
}

/** Whether the expression is a call of the built-in `super`, used only to get an attribute from. */
export function isSuperCall(c: Context, e: Expr, attribute: string): e is Call & { func: Name } {
  // `super().__class__` is `super`.
  if (attribute === '__class__') return false
  if (e.kind !== 'Call' || e.func.kind !== 'Name' || e.func.id !== 'super' || e.keywords.length > 0) {
    return false
  }
  // Visibly something else than the built-in.
  const { unit, symtable } = c
  if (unit.scope.scopeOf('super') !== GLOBAL_IMPLICIT || symtable.module.scopeOf('super') !== 0) return false
  if (e.args.length === 2) return e.args.every((arg) => arg.kind !== 'Starred')
  // Without arguments it needs a first parameter and the class.
  if (e.args.length > 0 || unit.argcount + unit.posonlyargcount === 0) return false
  return referenceKind(c, '__class__') === FREE
}

/** Pushes `super` and its two arguments. */
export function loadSuperArguments(c: Context, e: Call & { func: Name }): void {
  nameOp(c, e.func, e.func.id, 'Load')
  if (e.args.length > 0) return c.expressions(e.args)
  nameOp(c, e, '__class__', 'Load')
  const [first = ''] = c.unit.varnames.indices.keys()
  nameOp(c, e, first, 'Load')
}

// ---- Arguments ----

/** Pushes the values of keyword arguments and the tuple of their names. */
function keywordArguments(c: Context, location: Location, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) c.expression(keyword.value)
  c.loadConst(location, tupleConstant(keywords.map((keyword) => strConstant(keyword.arg ?? ''))))
}

/** Pushes arguments and calls; `pushed` arguments are on the stack already. */
export function callArguments(
  c: Context,
  location: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  checkKeywords(c, keywords)
  if (args.length + keywords.length * 2 <= STACK_USE_GUIDELINE && isPlain(args, keywords)) {
    c.expressions(args)
    const count = pushed + args.length + keywords.length
    if (keywords.length === 0) return c.emit(location, CALL, count)
    keywordArguments(c, location, keywords)
    return c.emit(location, CALL_KW, count)
  }
  const [only] = args
  if (pushed === 0 && args.length === 1 && only?.kind === 'Starred') c.expression(only.value)
  else sequence(c, location, args, pushed, BUILD_LIST, LIST_APPEND, LIST_EXTEND, true)
  if (keywords.length > 0) keywordMapping(c, location, keywords)
  c.emit(location, CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0)
}

/** Builds the dict of keyword arguments, some of which are `**mapping`. */
function keywordMapping(c: Context, location: Location, keywords: readonly Keyword[]): void {
  let have = false
  let pending: Keyword[] = []
  const flush = (): void => {
    if (pending.length === 0) return
    namedKeywords(c, location, pending)
    if (have) c.emit(location, DICT_MERGE, 1)
    have = true
    pending = []
  }
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      pending.push(keyword)
      continue
    }
    flush()
    if (!have) {
      c.emit(location, BUILD_MAP, 0)
      have = true
    }
    c.expression(keyword.value)
    c.emit(location, DICT_MERGE, 1)
  }
  flush()
}

function namedKeywords(c: Context, location: Location, keywords: readonly Keyword[]): void {
  const count = keywords.length
  const big = count * 2 > STACK_USE_GUIDELINE
  if (count > 1 && !big) {
    keywordArguments(c, location, keywords)
    return c.emit(location, BUILD_CONST_KEY_MAP, count)
  }
  if (big) c.emit(NO_LOCATION, BUILD_MAP, 0)
  for (const keyword of keywords) {
    c.loadConst(location, strConstant(keyword.arg ?? ''))
    c.expression(keyword.value)
    if (big) c.emit(NO_LOCATION, MAP_ADD, 1)
  }
  if (!big) c.emit(location, BUILD_MAP, count)
}
