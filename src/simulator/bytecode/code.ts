/**
 * A code object as plain data: what the compiler makes and the machine loads.
 *
 * Names, flags and layouts are CPython's: `co_code` is a run of two-byte code units (opcode, argument) with empty
 * units after instructions that have caches; `co_linetable` and `co_exceptiontable` are packed, see locations.ts
 * and exceptions.ts. The *fast locals* of a frame are one array: `co_localsplusnames` names each place,
 * `co_localspluskinds` says what it is: local variables first, then cells, then free variables.
 */

export type Constant =
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly Constant[] }
  | { readonly type: 'frozenset'; readonly items: readonly Constant[] }
  | { readonly type: 'code'; readonly code: CodeData }

export interface CodeData {
  readonly co_name: string
  readonly co_qualname: string
  readonly co_filename: string
  readonly co_firstlineno: number
  readonly co_argcount: number
  readonly co_posonlyargcount: number
  readonly co_kwonlyargcount: number
  readonly co_flags: number
  readonly co_stacksize: number
  /** If the first one is a string and this is a function's code, it is the docstring. */
  readonly co_consts: readonly Constant[]
  readonly co_names: readonly string[]
  readonly co_localsplusnames: readonly string[]
  readonly co_localspluskinds: Uint8Array
  readonly co_code: Uint8Array
  readonly co_linetable: Uint8Array
  readonly co_exceptiontable: Uint8Array
  /** Of the outermost code of a text: all identifiers of the text, which are interned for good. */
  readonly identifiers?: ReadonlySet<string>
}

// co_flags
export const CO_OPTIMIZED = 0x1
export const CO_NEWLOCALS = 0x2
export const CO_VARARGS = 0x4
export const CO_VARKEYWORDS = 0x8
export const CO_NESTED = 0x10
export const CO_GENERATOR = 0x20
export const CO_COROUTINE = 0x80
export const CO_ITERABLE_COROUTINE = 0x100
export const CO_ASYNC_GENERATOR = 0x200
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000
export const CO_FUTURE_ANNOTATIONS = 0x1000000

// co_localspluskinds; an argument that is also a cell has both bits
/** The variable of an inlined comprehension: not seen in `locals()`. */
export const CO_FAST_HIDDEN = 0x10
export const CO_FAST_LOCAL = 0x20
export const CO_FAST_CELL = 0x40
export const CO_FAST_FREE = 0x80

/** The names of the local variables, cell variables or free variables: those whose kind has the bit. */
export function namesOfKind(code: CodeData, kind: number): string[] {
  return code.co_localsplusnames.filter((_, index) => ((code.co_localspluskinds[index] ?? 0) & kind) !== 0)
}
