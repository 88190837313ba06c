/**
 * Declaring a built-in type so that the declaration reads like its documentation.
 *
 * `defineType` returns a specification, plain data shared by all interpreters; an interpreter makes its own
 * type object from it at boot (`instantiateType` in `../type.ts`), and each method's descriptor when it is
 * first looked up. One line of signature gives names, order, `/` and `*`, defaults, converters and result,
 * and from it come the argument binder, CPython's TypeError texts and `__text_signature__`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import type { Types, VM } from '../vm.ts'
import type { Implementation, Signature } from './signature.ts'
import { parseSignature } from './signature.ts'
import type { KwNames, Slots } from './slots.ts'

export type MethodKind = 'method' | 'class' | 'static'

export interface MethodSpec {
  readonly kind: MethodKind
  readonly name: string
  readonly signature: Signature
  readonly doc: string
  /** Receives the machine, `self` (or the class; absent for static methods and functions) and the converted arguments. */
  // biome-ignore lint/suspicious/noExplicitAny: the signature's text gives the types, checked where it is declared
  readonly implementation: (...args: any[]) => unknown
  /** Takes the arguments as they come instead of by signature. */
  readonly raw: RawImplementation | null
  /**
   * Whether a call hands the arguments over in a tuple, which holds them meanwhile: 'positional' where only
   * `*args` are (Argument Clinic), 'all' where keywords come in a dict as well (METH_VARARGS).
   */
  readonly packs: 'none' | 'positional' | 'all'
  /** Called with a generator alone it does nothing but resume it. */
  readonly resumes?: boolean
}

export type RawImplementation = (vm: VM, self: PyObject, args: readonly PyObject[], kwnames: KwNames) => Own

export interface GetSetSpec<S = PyObject> {
  readonly name: string
  readonly doc: string
  readonly get: (vm: VM, self: S) => Own
  /** `null` deletes. Absent: read-only. */
  readonly set: ((vm: VM, self: S, value: PyObject | null) => void) | null
  /** A `member_descriptor` (a C struct field) rather than a `getset_descriptor`. */
  readonly member: boolean
}

export interface TypeBody<S extends PyObject> {
  readonly methods?: readonly MethodSpec[]
  readonly getset?: readonly GetSetSpec<S>[]
  readonly slots?: { [K in keyof Slots<S>]?: Slots<S>[K] | null }
  /** Class attributes that are plain values, made at first use. */
  readonly attributes?: { readonly [name: string]: (vm: VM) => Own }
  readonly base?: keyof Types
  /** Further bases: they count for `isinstance` and look-up, the layout and the slots are those of `base`. */
  readonly furtherBases?: readonly (keyof Types)[]
  /** `__module__`; 'builtins' by default. */
  readonly module?: string
  /** `__qualname__` where it differs from the name. */
  readonly qualname?: string
  /** `__basicsize__` and `__itemsize__`, as CPython 3.13 on 64-bit Linux has them. */
  readonly basicsize?: number
  readonly itemsize?: number
  /** How many freed instances of each size, up to a largest one, leave their memory to the next (CPython's free lists); lasting ones survive full collections. */
  readonly reserve?: { readonly most: number; readonly largest?: number; readonly isLasting?: boolean }
  /** May be subclassed (Py_TPFLAGS_BASETYPE). Default false. */
  readonly subclassable?: boolean
  /** Takes part in cycle collection (Py_TPFLAGS_HAVE_GC). Default false. */
  readonly container?: boolean
  /** Instances have their own `__dict__` (field `dict` of the object). Default false. */
  readonly hasDict?: boolean
  /** Instances can be weakly referenced. Default false. */
  readonly hasWeakrefs?: boolean
  /** `TypeError: cannot create 'x' instances`. Default false. */
  readonly noInstantiation?: boolean
  /** Calls of the type, and of its instances, take arguments as they stand (CPython's vectorcall) instead of in a tuple. */
  readonly vectorcall?: boolean
  readonly instancesVectorcall?: boolean
  /** `match` treats it as a sequence, resp. mapping. */
  readonly patma?: 'sequence' | 'mapping'
}

export interface TypeSpec {
  readonly name: string
  /** The class of instances; a type has the layout of its nearest base with another class. */
  readonly cls: abstract new (
    // biome-ignore lint/suspicious/noExplicitAny: only compared, never constructed through this field
    ...args: any[]
  ) => PyObject
  readonly doc: string | null
  readonly textSignature: string | null
  readonly body: TypeBody<never>
}

/**
 * A built-in type. `signature` is its name as messages show it, which may begin with its module
 * (`collections.deque`), or name and constructor signature as `__text_signature__` shows it, e.g. `list(iterable=(), /)`; the constructor itself is in the slots `__new__` and `__init__`.
 */
export function defineType<S extends PyObject>(
  // biome-ignore lint/suspicious/noExplicitAny: see TypeSpec.cls
  cls: abstract new (...args: any[]) => S,
  signature: string,
  doc: string | null,
  body: TypeBody<S>,
): TypeSpec {
  const paren = signature.indexOf('(')
  return {
    name: paren < 0 ? signature : signature.slice(0, paren),
    cls,
    doc,
    textSignature: paren < 0 ? null : signature.slice(paren),
    body: body as unknown as TypeBody<never>,
  }
}

/** `method` for a type whose instances are `S`: `const method = methodsOf<PyList>()`. */
export function methodsOf<S extends PyObject>() {
  return <const T extends string>(
    signature: T,
    doc: string,
    implementation: Implementation<S, T>,
  ): MethodSpec => makeMethod('method', signature, doc, implementation as never)
}

/** A class method: its implementation receives the class in place of `self`. */
export function classMethod<const T extends string>(
  signature: T,
  doc: string,
  implementation: Implementation<PyObject, T>,
): MethodSpec {
  return makeMethod('class', signature, doc, implementation as never)
}

/** A static method; `self` is not in the signature and not passed (the implementation receives `vm` first). */
export function staticMethod<const T extends string>(
  signature: T,
  doc: string,
  implementation: Implementation<null, T>,
): MethodSpec {
  return makeMethod('static', signature, doc, implementation as never)
}

/** A method that takes its arguments as they come: for the few that no signature describes (`dict.update`). */
export function rawMethod<S extends PyObject>(
  signature: string,
  doc: string,
  implementation: (vm: VM, self: S, args: readonly PyObject[], kwnames: KwNames) => Own,
  kind: MethodKind = 'method',
): MethodSpec {
  const parsed = parseSignature(signature)
  return {
    kind,
    name: parsed.name,
    signature: parsed,
    doc,
    implementation: () => null,
    raw: implementation as RawImplementation,
    packs: packing(parsed),
  }
}

/** A function with `*args` packs them, unless `packed` says otherwise. */
export function packing(signature: Signature): 'none' | 'positional' {
  return signature.parameters.some((parameter) => parameter.kind === 'args') ? 'positional' : 'none'
}

/** The same function, with another way to take its arguments: 'all' for METH_VARARGS, 'none' for METH_FASTCALL. */
export function packed(packs: MethodSpec['packs'], spec: MethodSpec): MethodSpec {
  return { ...spec, packs }
}

/** A computed attribute (`getset_descriptor`). */
export function getset<S extends PyObject>(
  name: string,
  doc: string,
  get: (vm: VM, self: S) => Own,
  set: ((vm: VM, self: S, value: PyObject | null) => void) | null = null,
): GetSetSpec<S> {
  return { name, doc, get, set, member: false }
}

/** A stored attribute (`member_descriptor`). */
export function member<S extends PyObject>(
  name: string,
  doc: string,
  get: (vm: VM, self: S) => Own,
  set: ((vm: VM, self: S, value: PyObject | null) => void) | null = null,
): GetSetSpec<S> {
  return { name, doc, get, set, member: true }
}

export function makeMethod(
  kind: MethodKind,
  signature: string,
  doc: string,
  implementation: (...args: never[]) => unknown,
): MethodSpec {
  const parsed = parseSignature(signature, kind !== 'static')
  return {
    kind,
    name: parsed.name,
    signature: parsed,
    doc,
    implementation: implementation as never,
    raw: null,
    packs: packing(parsed),
  }
}
