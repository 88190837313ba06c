/**
 * Signatures as text, at compile time and at run time.
 *
 * `'pop(self, index: ssize_t = -1, /) -> object'`: parameters in Python's notation, each with a converter
 * after the colon (`object` by default) and a default after `=`. Converters give what the implementation
 * receives; `= NULL` makes an argument that was not given `null`. `-> type` says how the result is boxed;
 * no arrow means the result is None. Defaults contain neither `, ` nor `) -> `.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import type { PyStr } from '../str.ts'
import type { PyType } from '../type.ts'
import type { VM } from '../vm.ts'

/** What each converter hands to an implementation. */
export interface Converters {
  object: PyObject
  /** `PyObject_IsTrue`. */
  bool: boolean
  /** An index-like integer that fits 64 bits (OverflowError otherwise), as a JS number. */
  ssize_t: number
  /** As `ssize_t`, but out-of-range values are clipped and None is not accepted. */
  slice_index: number
  strict_slice_index: number
  /** Any object with `__index__`, exact. */
  int: bigint
  float: number
  /** A Python `str`, as JS string (TypeError otherwise). */
  str: string
  /** A Python `str` object. */
  str_object: PyStr
  type: PyType
}

export type ConverterName = keyof Converters

/** What each result type is made from. */
export interface Results {
  object: Own
  bool: boolean
  ssize_t: number
  int: number | bigint
  float: number
  str: string
}

export type ResultName = keyof Results | 'None'

type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S

type Converted<C extends string> = C extends keyof Converters ? Converters[C] : never

type Parameter<P extends string> = P extends '/' | '*' | ''
  ? []
  : P extends `**${string}`
    ? [kwargs: readonly (readonly [PyStr, PyObject])[]]
    : P extends `*${string}`
      ? [args: readonly PyObject[]]
      : P extends `${string}:${infer C}=${infer D}`
        ? [Trim<D> extends 'NULL' ? Converted<Trim<C>> | null : Converted<Trim<C>>]
        : P extends `${string}:${infer C}`
          ? [Converted<Trim<C>>]
          : P extends `${string}=${infer D}`
            ? [Trim<D> extends 'NULL' ? PyObject | null : PyObject]
            : [PyObject]

type Parameters<A extends string> = A extends `${infer P}, ${infer R}`
  ? [...Parameter<Trim<P>>, ...Parameters<R>]
  : Parameter<Trim<A>>

/** Without the first parameter where that is `self` or the class. */
type WithoutSelf<A extends string> = A extends 'self' | 'cls'
  ? ''
  : A extends `self, ${infer R}`
    ? R
    : A extends `cls, ${infer R}`
      ? R
      : A

type Result<R extends string> = R extends keyof Results ? Results[R] : never

/** The function type that a signature asks for; `S` is the type of `self`, null where there is none. */
export type Implementation<S, T extends string> = T extends `${string}(${infer A}) -> ${infer R}`
  ? (vm: VM, ...args: S extends null ? Parameters<A> : [self: S, ...Parameters<WithoutSelf<A>>]) => Result<R>
  : T extends `${string}(${infer A})`
    ? (vm: VM, ...args: S extends null ? Parameters<A> : [self: S, ...Parameters<WithoutSelf<A>>]) => void
    : never

export type ParameterKind = 'positional-only' | 'positional-or-keyword' | 'keyword-only' | 'args' | 'kwargs'

export interface ParameterSpec {
  readonly name: string
  readonly kind: ParameterKind
  readonly converter: ConverterName
  /** The default as written; null when the argument is required. */
  readonly defaultText: string | null
}

export interface Signature {
  readonly name: string
  /** Without `self`. */
  readonly parameters: readonly ParameterSpec[]
  readonly hasSelf: boolean
  readonly result: ResultName
  /** As `__text_signature__`, with `$self`. */
  readonly text: string
}

const converterNames: ReadonlySet<string> = new Set<ConverterName>([
  'object',
  'bool',
  'ssize_t',
  'slice_index',
  'strict_slice_index',
  'int',
  'float',
  'str',
  'str_object',
  'type',
])

const resultNames: ReadonlySet<string> = new Set<ResultName>([
  'object',
  'bool',
  'ssize_t',
  'int',
  'float',
  'str',
  'None',
])

/** Reads a signature; `bound` says that a first `self` or `cls` is the receiver. Throws `Error` naming what is wrong: a mistake of the declaration, found at import. */
export function parseSignature(text: string, bound = true): Signature {
  const match = /^([\w.]+)\((.*)\)(?: -> (\w+))?$/s.exec(text)
  if (match === null) throw new Error(`signature: cannot read '${text}'`)
  const [, name, inside, result = 'None'] = match as unknown as [string, string, string, string?]
  if (!resultNames.has(result)) throw new Error(`signature: unknown result '${result}' in '${text}'`)
  const parameters: ParameterSpec[] = []
  const shown: string[] = []
  let hasSelf = false
  let keywordOnly = false
  for (const part of inside === '' ? [] : inside.split(', ')) {
    const source = part.trim()
    if (bound && parameters.length === 0 && !hasSelf && (source === 'self' || source === 'cls')) {
      hasSelf = true
      shown.push(source === 'self' ? '$self' : '$type')
    } else if (source === '/') {
      for (let i = 0; i < parameters.length; i++)
        parameters[i] = { ...parameters[i]!, kind: 'positional-only' }
      shown.push('/')
    } else if (source === '*') {
      keywordOnly = true
      shown.push('*')
    } else {
      const parameter = parseParameter(source, keywordOnly, text)
      if (parameter.kind === 'args') keywordOnly = true
      parameters.push(parameter)
      shown.push(showParameter(parameter))
    }
  }
  return { name, parameters, hasSelf, result: result as ResultName, text: `(${shown.join(', ')})` }
}

function parseParameter(source: string, keywordOnly: boolean, text: string): ParameterSpec {
  const match = /^(\*{0,2})(\w+)\s*(?::\s*(\w+)\s*)?(?:=\s*(.*))?$/s.exec(source)
  if (match === null) throw new Error(`signature: cannot read parameter '${source}' in '${text}'`)
  const [, stars, name, converter = 'object', defaultText = null] = match
  if (!converterNames.has(converter))
    throw new Error(`signature: unknown converter '${converter}' in '${text}'`)
  const kind =
    stars === '**'
      ? 'kwargs'
      : stars === '*'
        ? 'args'
        : keywordOnly
          ? 'keyword-only'
          : 'positional-or-keyword'
  return { name: name!, kind, converter: converter as ConverterName, defaultText }
}

function showParameter({ name, kind, defaultText }: ParameterSpec): string {
  const stars = kind === 'args' ? '*' : kind === 'kwargs' ? '**' : ''
  const shown = defaultText === null ? '' : `=${defaultText === 'NULL' ? '<unrepresentable>' : defaultText}`
  return `${stars}${name}${shown}`
}
