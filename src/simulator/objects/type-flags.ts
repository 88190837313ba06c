/** `__flags__` of a type: what CPython's interpreter asks of a type, as bits. As `Include/object.h`. */
import type { PyType } from './type.ts'
import type { VM } from './vm.ts'

const INLINE_VALUES = 1 << 2
const MANAGED_WEAKREF = 1 << 3
const MANAGED_DICT = 1 << 4
const SEQUENCE = 1 << 5
const MAPPING = 1 << 6
const DISALLOW_INSTANTIATION = 1 << 7
const IMMUTABLETYPE = 1 << 8
const HEAPTYPE = 1 << 9
const BASETYPE = 1 << 10
const HAVE_VECTORCALL = 1 << 11
const READY = 1 << 12
const HAVE_GC = 1 << 14
const METHOD_DESCRIPTOR = 1 << 17
const IS_ABSTRACT = 1 << 20
const MATCH_SELF = 1 << 22
const ITEMS_AT_END = 1 << 23

const families = [
  ['int', 1 << 24],
  ['list', 1 << 25],
  ['tuple', 1 << 26],
  ['bytes', 1 << 27],
  ['str', 1 << 28],
  ['dict', 1 << 29],
  ['BaseException', 1 << 30],
  ['type', 2 ** 31],
] as const

/** Types whose class patterns take the subject itself as their one positional argument. */
const matchingSelf = [
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
] as const

/** `Py_TPFLAGS_MATCH_SELF`: whether a class pattern's one positional sub-pattern is the subject itself. */
export function matchesItself(vm: VM, type: PyType): boolean {
  return matchingSelf.some((name) => type.isSubtype(vm.types[name]))
}

/** Modules whose types CPython makes at run time, and which therefore count as made on the heap. */
const modulesOfHeapTypes: ReadonlySet<string> = new Set(
  '_io _json _queue _random _struct _thread functools itertools operator re typing'.split(' '),
)
const heapTypes: ReadonlySet<string> = new Set(['collections.deque', 'collections.defaultdict'])

const methodDescriptors = ['function', 'method_descriptor', 'wrapper_descriptor'] as const
const vectorcalled = [
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'type',
] as const

/** Whether the type, or a base made in Python, has added something that no built-in base has. */
function addsInPython(type: PyType, property: 'hasDict' | 'hasWeakrefs'): boolean {
  if (!type.isHeapType || !type[property]) return false
  let builtin = type
  while (builtin.isHeapType) builtin = builtin.base!
  return !builtin[property]
}

export function flagsOf(vm: VM, type: PyType): number {
  const derives = (names: readonly (keyof VM['types'])[]): boolean =>
    names.some((name) => type.isSubtype(vm.types[name]))
  const is = (names: readonly (keyof VM['types'])[]): boolean => names.some((name) => type === vm.types[name])
  let flags = READY
  const set = (condition: boolean, bit: number): void => {
    if (condition) flags += bit
  }
  set(type.isHeapType || modulesOfHeapTypes.has(type.moduleName) || heapTypes.has(type.name), HEAPTYPE)
  set(type.isHeapType && type.hasInlineValues, INLINE_VALUES)
  set(addsInPython(type, 'hasWeakrefs'), MANAGED_WEAKREF)
  set(addsInPython(type, 'hasDict'), MANAGED_DICT)
  set(type.patma === 'sequence', SEQUENCE)
  set(type.patma === 'mapping', MAPPING)
  set(type.noInstantiation, DISALLOW_INSTANTIATION)
  set(type.isImmutable, IMMUTABLETYPE)
  set(type.subclassable, BASETYPE)
  set(is(vectorcalled) || derives(['type']) || type.spec?.body.instancesVectorcall === true, HAVE_VECTORCALL)
  set(type.isContainer, HAVE_GC)
  set(is(methodDescriptors), METHOD_DESCRIPTOR)
  set(type.isAbstract, IS_ABSTRACT)
  set(matchesItself(vm, type), MATCH_SELF)
  set(derives(['type']), ITEMS_AT_END)
  for (const [name, bit] of families) set(derives([name]), bit)
  return flags
}
