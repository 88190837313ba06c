/**
 * Expressions as text, for annotations under `from __future__ import annotations`.
 *
 * The text is not that of the source: spaces are CPython's, and parentheses stand only where precedence asks for
 * them. As `Python/ast_unparse.c`.
 */
import type { Constant } from '../bytecode/code.ts'
import { constantRepr, stringRepr } from '../bytecode/constant-repr.ts'
import type {
  Arg,
  Arguments,
  CompareOperator,
  Comprehension,
  Expr,
  JoinedStr,
  Operator,
} from '../syntax/ast.ts'
import { constantOf } from './constants.ts'

/** Precedences, weakest first. */
const PR_NAMED = 0
const PR_TUPLE = 1
const PR_TEST = 2
const PR_OR = 3
const PR_AND = 4
const PR_NOT = 5
const PR_CMP = 6
const PR_BOR = 8
const PR_FACTOR = 14
const PR_POWER = 15
const PR_AWAIT = 16
const PR_ATOM = 17

const binary: Record<Operator, readonly [string, number]> = {
  BitOr: [' | ', PR_BOR],
  BitXor: [' ^ ', 9],
  BitAnd: [' & ', 10],
  LShift: [' << ', 11],
  RShift: [' >> ', 11],
  Add: [' + ', 12],
  Sub: [' - ', 12],
  Mult: [' * ', 13],
  MatMult: [' @ ', 13],
  Div: [' / ', 13],
  Mod: [' % ', 13],
  FloorDiv: [' // ', 13],
  Pow: [' ** ', PR_POWER],
}

const comparison: Record<CompareOperator, string> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
}

export function unparse(e: Expr): string {
  return text(e, PR_TEST)
}

const wrap = (needed: boolean, inner: string): string => (needed ? `(${inner})` : inner)

/** The text of an expression where at least the precedence `level` is needed. */
function text(e: Expr, level: number): string {
  switch (e.kind) {
    case 'BoolOp': {
      const own = e.op === 'And' ? PR_AND : PR_OR
      const inner = e.values.map((value) => text(value, own + 1)).join(e.op === 'And' ? ' and ' : ' or ')
      return wrap(level > own, inner)
    }
    case 'BinOp': {
      const [operator, own] = binary[e.op]
      const isPower = e.op === 'Pow'
      const left = text(e.left, isPower ? own + 1 : own)
      return wrap(level > own, left + operator + text(e.right, isPower ? own : own + 1))
    }
    case 'UnaryOp': {
      const own = e.op === 'Not' ? PR_NOT : PR_FACTOR
      const operator = { Invert: '~', Not: 'not ', UAdd: '+', USub: '-' }[e.op]
      return wrap(level > own, operator + text(e.operand, own))
    }
    case 'Lambda': {
      const { args } = e
      const none =
        args.args.length + args.posonlyargs.length + args.kwonlyargs.length === 0 &&
        args.vararg === null &&
        args.kwarg === null
      return wrap(level > PR_TEST, `lambda${none ? '' : ' '}${parameters(args)}: ${text(e.body, PR_TEST)}`)
    }
    case 'IfExp': {
      const [body, test] = [text(e.body, PR_TEST + 1), text(e.test, PR_TEST + 1)]
      return wrap(level > PR_TEST, `${body} if ${test} else ${text(e.orelse, PR_TEST)}`)
    }
    case 'Dict':
      return `{${e.keys.map((key, i) => item(key, e.values[i] as Expr)).join(', ')}}`
    case 'Set':
      return `{${list(e.elts)}}`
    case 'ListComp':
      return `[${text(e.elt, PR_TEST)}${comprehensions(e.generators)}]`
    case 'SetComp':
      return `{${text(e.elt, PR_TEST)}${comprehensions(e.generators)}}`
    case 'DictComp':
      return `{${text(e.key, PR_TEST)}: ${text(e.value, PR_TEST)}${comprehensions(e.generators)}}`
    case 'GeneratorExp':
      return `(${text(e.elt, PR_TEST)}${comprehensions(e.generators)})`
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${text(e.value, PR_TEST)})`
    case 'YieldFrom':
      return `(yield from ${text(e.value, PR_TEST)})`
    case 'Await':
      return wrap(level > PR_AWAIT, `await ${text(e.value, PR_ATOM)}`)
    case 'Compare': {
      const rest = e.ops.map((op, i) => comparison[op] + text(e.comparators[i] as Expr, PR_CMP + 1))
      return wrap(level > PR_CMP, text(e.left, PR_CMP + 1) + rest.join(''))
    }
    case 'Call':
      return text(e.func, PR_ATOM) + callArguments(e)
    case 'Constant':
      return e.u !== null ? e.u + constantText(constantOf(e)) : constantText(constantOf(e))
    case 'JoinedStr':
      return `f${stringRepr(fstringBody(e, false))}`
    case 'FormattedValue':
      return `f${stringRepr(fstringElement(e, false))}`
    case 'Attribute': {
      const value = text(e.value, PR_ATOM)
      // `1 .real` needs the space.
      const dot = e.value.kind === 'Constant' && constantOf(e.value).type === 'int' ? ' .' : '.'
      return value + dot + e.attr
    }
    case 'Starred':
      return `*${text(e.value, PR_BOR)}`
    case 'Name':
      return e.id
    case 'List':
      return `[${list(e.elts)}]`
    case 'Tuple':
      return tuple(e.elts, level)
    case 'Subscript':
      return `${text(e.value, PR_ATOM)}[${text(e.slice, PR_TUPLE)}]`
    case 'Slice': {
      const part = (x: Expr | null): string => (x === null ? '' : text(x, PR_TEST))
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? '' : `:${part(e.step)}`}`
    }
    case 'NamedExpr':
      return wrap(level > PR_NAMED, `${text(e.target, PR_ATOM)} := ${text(e.value, PR_ATOM)}`)
  }
}

const list = (elts: readonly Expr[]): string => elts.map((elt) => text(elt, PR_TEST)).join(', ')

function tuple(elts: readonly Expr[], level: number): string {
  if (elts.length === 0) return '()'
  return wrap(level > PR_TUPLE, `${list(elts)}${elts.length === 1 ? ',' : ''}`)
}

function item(key: Expr | null, value: Expr): string {
  return key === null ? `**${text(value, PR_BOR)}` : `${text(key, PR_TEST)}: ${text(value, PR_TEST)}`
}

function comprehensions(generators: readonly Comprehension[]): string {
  return generators
    .map(({ target, iter, ifs, is_async }) => {
      const conditions = ifs.map((condition) => ` if ${text(condition, PR_TEST + 1)}`).join('')
      const words = is_async ? ' async for ' : ' for '
      return `${words}${text(target, PR_TUPLE)} in ${text(iter, PR_TEST + 1)}${conditions}`
    })
    .join('')
}

function callArguments(e: Extract<Expr, { kind: 'Call' }>): string {
  const [only] = e.args
  if (e.args.length === 1 && e.keywords.length === 0 && only?.kind === 'GeneratorExp')
    return text(only, PR_TEST)
  const keywords = e.keywords.map(({ arg, value }) =>
    arg === null ? `**${text(value, PR_TEST)}` : `${arg}=${text(value, PR_TEST)}`,
  )
  return `(${[...e.args.map((arg) => text(arg, PR_TEST)), ...keywords].join(', ')})`
}

function parameters(args: Arguments): string {
  const parts: string[] = []
  const one = (arg: Arg): string =>
    arg.annotation === null ? arg.arg : `${arg.arg}: ${text(arg.annotation, PR_TEST)}`
  const positional = [...args.posonlyargs, ...args.args]
  const required = positional.length - args.defaults.length
  positional.forEach((arg, i) => {
    const value = args.defaults[i - required]
    parts.push(value === undefined ? one(arg) : `${one(arg)}=${text(value, PR_TEST)}`)
    if (i + 1 === args.posonlyargs.length) parts.push('/')
  })
  if (args.vararg !== null) parts.push(`*${one(args.vararg)}`)
  else if (args.kwonlyargs.length > 0) parts.push('*')
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null
    parts.push(value === null ? one(arg) : `${one(arg)}=${text(value, PR_TEST)}`)
  })
  if (args.kwarg !== null) parts.push(`**${one(args.kwarg)}`)
  return parts.join(', ')
}

// ---- Strings ----

function fstringBody(e: JoinedStr, isFormatSpec: boolean): string {
  return e.values.map((value) => fstringElement(value, isFormatSpec)).join('')
}

function fstringElement(e: Expr, isFormatSpec: boolean): string {
  switch (e.kind) {
    case 'Constant': {
      const value = constantOf(e)
      const string = value.type === 'str' ? value.value : ''
      return string.replaceAll('{', '{{').replaceAll('}', '}}')
    }
    case 'JoinedStr':
      return fstringBody(e, isFormatSpec)
    case 'FormattedValue': {
      const inner = text(e.value, PR_TEST + 1)
      // `{{` would be a brace.
      const open = inner.startsWith('{') ? '{ ' : '{'
      const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : ''
      const spec = e.format_spec === null ? '' : `:${fstringElement(e.format_spec, true)}`
      return `${open}${inner}${conversion}${spec}}`
    }
    default:
      throw new Error(`unexpected node in an f-string: ${e.kind}`)
  }
}

/** A constant as a literal: `...`, and infinity as a number that overflows. */
function constantText(value: Constant): string {
  if (value.type === 'Ellipsis') return '...'
  if (value.type === 'tuple') {
    return `(${value.items.map(constantText).join(', ')}${value.items.length === 1 ? ',' : ''})`
  }
  const text = constantRepr(value)
  return value.type === 'float' || value.type === 'complex' ? text.replaceAll('inf', '1e309') : text
}
