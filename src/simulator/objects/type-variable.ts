/**
 * Type variables: `typing.TypeVar`, `ParamSpec` and `TypeVarTuple`, also those of `def f[T]()`.
 *
 * Bound, constraints and default are given as values, or as functions that are called when they are first
 * asked for. What they do as parameters of generic classes is in the module `typing`, in Python; it is only
 * called here. As `Objects/typevarobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, getset, member, methodsOf } from './declare/type.ts'
import { newDict, type PyDict } from './dict.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { getIter } from './protocols/iteration.ts'
import { binary } from './protocols/numbers.ts'
import { getItem } from './protocols/sequences.ts'
import { toRepr, toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** A value, or the function that gives it. */
interface Later {
  value: Held | null
  evaluate: Held | null
}

/** Any of the three kinds; what a kind does not have stays empty. */
export class PyTypeVariable extends PyObject {
  readonly name: Held<PyStr>
  bound: Later = { value: null, evaluate: null }
  constraints: Later = { value: null, evaluate: null }
  default: Later = { value: null, evaluate: null }
  covariant = false
  contravariant = false
  inferVariance = false

  constructor(type: HeapType, name: Own<PyStr>) {
    super(type)
    this.name = name
  }

  override traverse(visit: Visit): void {
    const parts: [string, Later][] = [
      ['__bound__', this.bound],
      ['__constraints__', this.constraints],
      ['__default__', this.default],
    ]
    for (const [label, { value, evaluate }] of parts) {
      if (value !== null) visit(value, label)
      if (evaluate !== null) visit(evaluate, label)
    }
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override hidden(visit: Visit): void {
    visit(this.name, '__name__')
  }

  override clear(): void {
    for (const part of [this.bound, this.constraints, this.default]) {
      const { value, evaluate } = part
      part.value = part.evaluate = null
      releaseMaybe(value)
      releaseMaybe(evaluate)
    }
    const { dict } = this
    this.dict = null
    releaseMaybe(dict)
  }

  override dealloc(): void {
    this.clear()
    release(this.name)
  }
}

/** What may be said of a new type variable; everything is borrowed. */
export interface TypeVariableParts {
  readonly bound?: PyObject | null
  readonly evaluateBound?: PyObject | null
  readonly constraints?: PyObject | null
  readonly evaluateConstraints?: PyObject | null
  readonly default?: PyObject | null
  readonly covariant?: boolean
  readonly contravariant?: boolean
  readonly inferVariance?: boolean
}

/** A new type variable of the type given, which says its kind. */
export function newTypeVariable(
  vm: VM,
  type: PyType,
  name: PyStr,
  parts: TypeVariableParts,
): Own<PyTypeVariable> {
  const made = new PyTypeVariable(type, newRef(name))
  const orNull = (object: PyObject | null | undefined): Own | null => (object == null ? null : newRef(object))
  made.bound = { value: orNull(parts.bound), evaluate: orNull(parts.evaluateBound) }
  made.constraints = { value: orNull(parts.constraints), evaluate: orNull(parts.evaluateConstraints) }
  made.default = { value: orNull(parts.default), evaluate: null }
  made.covariant = parts.covariant ?? false
  made.contravariant = parts.contravariant ?? false
  made.inferVariance = parts.inferVariance ?? false
  const module = vm.currentFrame?.globals.getStr('__name__') ?? null
  if (module !== null) {
    const namespace = newDict(vm)
    made.dict = namespace
    namespace.putStr(vm, '__module__', newRef(module))
  }
  return tracked(vm, made)
}

/** The function that gives the default of a type parameter. */
export function setDefaultEvaluator(variable: PyTypeVariable, evaluate: PyObject): void {
  releaseMaybe(variable.default.evaluate)
  variable.default.evaluate = newRef(evaluate)
}

function valueOf(vm: VM, part: Later, otherwise: (vm: VM) => Own): Own {
  if (part.value === null && part.evaluate !== null) {
    const value = lend(newRef(part.evaluate), (evaluate) => vm.call(evaluate, []))
    if (part.value !== null) release(value)
    else part.value = value
    const { evaluate } = part
    part.evaluate = null
    releaseMaybe(evaluate)
  }
  return part.value === null ? otherwise(vm) : newRef(part.value)
}

/** Calls a function of the module `typing`. */
export function callTyping(vm: VM, name: string, args: readonly PyObject[]): Own {
  return lend(vm.importModule('typing'), (typing) => callMethod(vm, typing, name, args))
}

function noDefault(vm: VM): Own {
  return lend(vm.importModule('_typing'), (typing) => getAttrNamed(vm, typing, 'NoDefault'))
}

const defaultOf = (vm: VM, self: PyTypeVariable): Own => valueOf(vm, self.default, noDefault)

function hasDefault(vm: VM, self: PyTypeVariable): boolean {
  if (self.default.evaluate !== null) return true
  if (self.default.value === null) return false
  return lend(noDefault(vm), (missing) => self.default.value !== missing)
}

/** A type as `typing` accepts it: None is its type, a string a forward reference. */
function checkedType(vm: VM, value: PyObject, message: string): Own {
  if (value === vm.None) return newRef(vm.types.NoneType)
  if (value instanceof PyType) return newRef(value)
  return lend(newStr(vm, message), (text) => callTyping(vm, '_type_check', [value, text]))
}

interface Keywords {
  readonly positional: readonly PyObject[]
  readonly named: ReadonlyMap<string, PyObject>
}

function split(
  vm: VM,
  func: string,
  args: readonly PyObject[],
  kwnames: KwNames,
  known: readonly string[],
): Keywords {
  const count = args.length - (kwnames?.length ?? 0)
  const named = new Map<string, PyObject>()
  kwnames?.forEach((key, i) => {
    if (!known.includes(key.value))
      vm.raise('TypeError', `${func}() got an unexpected keyword argument '${key.value}'`)
    named.set(key.value, args[count + i]!)
  })
  return { positional: args.slice(0, count), named }
}

function nameFrom(vm: VM, func: string, { positional, named }: Keywords): PyStr {
  const name = positional[0] ?? named.get('name')
  if (name === undefined) return vm.raise('TypeError', `${func}() missing required argument 'name' (pos 1)`)
  if (!(name instanceof PyStr))
    return vm.raise(
      'TypeError',
      `${func}() argument 'name' must be str, not ${name === vm.None ? 'None' : typeName(name)}`,
    )
  return name
}

function varianceFrom(
  vm: VM,
  { named }: Keywords,
): Required<Pick<TypeVariableParts, 'covariant' | 'contravariant' | 'inferVariance'>> {
  const flag = (name: string): boolean => named.has(name) && isTrue(vm, named.get(name)!)
  const covariant = flag('covariant')
  const contravariant = flag('contravariant')
  const inferVariance = flag('infer_variance')
  if (covariant && contravariant) vm.raise('ValueError', 'Bivariant types are not supported.')
  if (inferVariance && (covariant || contravariant))
    vm.raise('ValueError', 'Variance cannot be specified with infer_variance.')
  return { covariant, contravariant, inferVariance }
}

function newTypeVar(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const given = split(vm, 'typevar', args, kwnames, [
    'name',
    'bound',
    'default',
    'covariant',
    'contravariant',
    'infer_variance',
  ])
  const name = nameFrom(vm, 'typevar', given)
  const variance = varianceFrom(vm, given)
  const bound = given.named.get('bound') ?? vm.None
  const checkedBound = bound === vm.None ? null : checkedType(vm, bound, 'Bound must be a type.')
  const constraints = given.positional.slice(1)
  try {
    if (constraints.length === 1) vm.raise('TypeError', 'A single constraint is not allowed')
    if (constraints.length > 0 && checkedBound !== null)
      vm.raise('TypeError', 'Constraints cannot be combined with bound=...')
    const tuple = newTuple(vm, constraints.map(newRef))
    return lend(tuple, (items) =>
      newTypeVariable(vm, cls, name, {
        ...variance,
        bound: checkedBound,
        constraints: items,
        default: given.named.get('default') ?? null,
      }),
    ) as unknown as Own
  } finally {
    releaseMaybe(checkedBound)
  }
}

function newParamSpec(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const given = split(vm, 'paramspec', args, kwnames, [
    'name',
    'bound',
    'default',
    'covariant',
    'contravariant',
    'infer_variance',
  ])
  if (given.positional.length > 1) {
    vm.raise(
      'TypeError',
      `paramspec() takes exactly 1 positional argument (${given.positional.length} given)`,
    )
  }
  const name = nameFrom(vm, 'paramspec', given)
  const variance = varianceFrom(vm, given)
  const bound = given.named.get('bound') ?? vm.None
  const checkedBound = bound === vm.None ? null : checkedType(vm, bound, 'Bound must be a type.')
  try {
    return newTypeVariable(vm, cls, name, {
      ...variance,
      bound: checkedBound,
      default: given.named.get('default') ?? null,
    }) as unknown as Own
  } finally {
    releaseMaybe(checkedBound)
  }
}

function newTypeVarTuple(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const given = split(vm, 'typevartuple', args, kwnames, ['name', 'default'])
  if (given.positional.length > 1) {
    vm.raise(
      'TypeError',
      `typevartuple() takes exactly 1 positional argument (${given.positional.length} given)`,
    )
  }
  return newTypeVariable(vm, cls, nameFrom(vm, 'typevartuple', given), {
    default: given.named.get('default') ?? null,
  }) as unknown as Own
}

function repr(vm: VM, self: PyTypeVariable): Own {
  const sign = self.inferVariance ? '' : self.covariant ? '+' : self.contravariant ? '-' : '~'
  return newStr(vm, sign + self.name.value)
}

const union = (vm: VM, left: PyObject, right: PyObject): Own => callTyping(vm, '_make_union', [left, right])

const method = methodsOf<PyTypeVariable>()

/** Members that all kinds have; `kind` as in messages. */
const sharedMembers = [
  member<PyTypeVariable>('__name__', 'The name.', (_vm, self) => newRef(self.name)),
  getset<PyTypeVariable>('__default__', 'The type meant where none is given.', defaultOf),
  getset<PyTypeVariable>('__module__', 'The module it was made in.', (vm, self) => {
    const module = (self.dict as PyDict | null)?.getStr('__module__') ?? null
    return newRef(module ?? vm.None)
  }),
]

const varianceMembers = [
  member<PyTypeVariable>('__covariant__', 'Whether it is covariant.', (vm, self) =>
    newBool(vm, self.covariant),
  ),
  member<PyTypeVariable>('__contravariant__', 'Whether it is contravariant.', (vm, self) =>
    newBool(vm, self.contravariant),
  ),
  member<PyTypeVariable>('__infer_variance__', 'Whether type checkers find the variance out.', (vm, self) =>
    newBool(vm, self.inferVariance),
  ),
]

const sharedMethods = (kind: string) => [
  method('has_default(self, /) -> bool', 'Whether it has a default.', hasDefault),
  method('__reduce__(self, /) -> object', 'How to rebuild it: by name.', (_vm, self) => newRef(self.name)),
  method('__mro_entries__(self, bases, /) -> object', 'Refuses to be a base class.', (vm) =>
    vm.raise('TypeError', `Cannot subclass an instance of ${kind}`),
  ),
]

function indexAmong(vm: VM, self: PyTypeVariable, alias: PyObject): number {
  return lend(getAttrNamed(vm, alias, '__parameters__'), (params) =>
    (params as PyTuple).items.indexOf(self as unknown as Held),
  )
}

/** The arguments for `alias`, completed by the default of this variable where they end before it. */
function prepareTypeVar(vm: VM, self: PyTypeVariable, alias: PyObject, args: PyObject): Own {
  const index = indexAmong(vm, self, alias)
  const count =
    args instanceof PyTuple
      ? args.items.length
      : lend(callMethod(vm, args, '__len__'), (length) => Number(toText(vm, length)))
  if (index < count) return newRef(args)
  if (index === count && hasDefault(vm, self)) {
    return lend(defaultOf(vm, self), (value) =>
      lend(newTuple(vm, [newRef(value)]), (extra) =>
        lend(toTuple(vm, args), (tuple) => binary(vm, tuple, extra, '__add__', '+')),
      ),
    )
  }
  const place = `actual ${count}, expected at least ${index + 1}`
  return vm.raise('TypeError', `Too few arguments for ${toText(vm, alias)}; ${place}`)
}

function toTuple(vm: VM, items: PyObject): Own {
  return items instanceof PyTuple ? newRef(items) : vm.call(vm.types.tuple, [items])
}

const common = {
  container: true,
  hasDict: true,
  hasWeakrefs: true,
  basicsize: 64,
}

export const typeVarSpec = defineType(PyTypeVariable, 'typing.TypeVar', 'A type variable.', {
  ...common,
  slots: { __new__: newTypeVar, __repr__: repr, __or__: union },
  getset: [
    ...sharedMembers,
    ...varianceMembers,
    getset('__bound__', 'The upper bound, or None.', (vm, self) =>
      valueOf(vm, self.bound, (machine) => newRef(machine.None)),
    ),
    getset('__constraints__', 'The types that it may be.', (vm, self) =>
      valueOf(vm, self.constraints, (machine) => newRef(machine.emptyTuple)),
    ),
  ],
  methods: [
    ...sharedMethods('TypeVar'),
    method('__typing_subst__(self, arg, /) -> object', 'What stands for it.', (vm, self, arg) =>
      callTyping(vm, '_typevar_subst', [self, arg]),
    ),
    method(
      '__typing_prepare_subst__(self, alias, args, /) -> object',
      'Arguments completed by defaults.',
      prepareTypeVar,
    ),
  ],
})

export const paramSpecSpec = defineType(
  PyTypeVariable,
  'typing.ParamSpec',
  'The parameters of a callable, as a variable.',
  {
    ...common,
    slots: { __new__: newParamSpec, __repr__: repr, __or__: union },
    getset: [
      ...sharedMembers,
      ...varianceMembers,
      member('__bound__', 'The upper bound, or None.', (vm, self) => newRef(self.bound.value ?? vm.None)),
      getset('args', 'Its positional arguments.', (vm, self) => newParamSpecPart(vm, self, 'ParamSpecArgs')),
      getset('kwargs', 'Its keyword arguments.', (vm, self) => newParamSpecPart(vm, self, 'ParamSpecKwargs')),
    ],
    methods: [
      ...sharedMethods('ParamSpec'),
      method('__typing_subst__(self, arg, /) -> object', 'What stands for it.', (vm, self, arg) =>
        callTyping(vm, '_paramspec_subst', [self, arg]),
      ),
      method(
        '__typing_prepare_subst__(self, alias, args, /) -> object',
        'Arguments arranged for it.',
        (vm, self, alias, args) => callTyping(vm, '_paramspec_prepare_subst', [self, alias, args]),
      ),
    ],
  },
)

function newParamSpecPart(vm: VM, self: PyTypeVariable, name: string): Own {
  return lend(vm.importModule('_typing'), (typing) =>
    lend(getAttrNamed(vm, typing, name), (cls) => vm.call(cls, [self])),
  )
}

export const typeVarTupleSpec = defineType(
  PyTypeVariable,
  'typing.TypeVarTuple',
  'Any number of type variables.',
  {
    ...common,
    slots: {
      __new__: newTypeVarTuple,
      __repr__: (_vm, self) => newRef(self.name) as unknown as Own,
      __iter__: (vm, self) =>
        lend(vm.importModule('typing'), (typing) =>
          lend(getAttrNamed(vm, typing, 'Unpack'), (unpack) =>
            lend(getItem(vm, unpack, self), (item) =>
              lend(newTuple(vm, [newRef(item)]), (tuple) => getIter(vm, tuple)),
            ),
          ),
        ),
    },
    getset: sharedMembers,
    methods: [
      ...sharedMethods('TypeVarTuple'),
      method('__typing_subst__(self, arg, /) -> object', 'Refuses: it stands for several.', (vm) =>
        vm.raise('TypeError', 'Substitution of bare TypeVarTuple is not supported'),
      ),
      method(
        '__typing_prepare_subst__(self, alias, args, /) -> object',
        'Arguments arranged for it.',
        (vm, self, alias, args) => callTyping(vm, '_typevartuple_prepare_subst', [self, alias, args]),
      ),
    ],
  },
)

/** `P.args` and `P.kwargs`. */
export class PyParamSpecPart extends PyObject {
  readonly origin: Held

  constructor(type: HeapType, origin: Own) {
    super(type)
    this.origin = origin
  }

  override traverse(visit: Visit): void {
    visit(this.origin, '__origin__')
  }

  override dealloc(): void {
    release(this.origin)
  }
}

function paramSpecPart(name: 'ParamSpecArgs' | 'ParamSpecKwargs', attribute: string) {
  return defineType(PyParamSpecPart, `typing.${name}`, `The ${attribute} of a ParamSpec.`, {
    container: true,
    hasWeakrefs: true,
    basicsize: 32,
    slots: {
      __new__: (vm, cls, args) => {
        if (args.length !== 1)
          vm.raise('TypeError', `${name.toLowerCase()}() takes exactly 1 argument (${args.length} given)`)
        return tracked(vm, new PyParamSpecPart(cls, newRef(args[0]!))) as unknown as Own
      },
      __repr__: (vm, self) =>
        newStr(
          vm,
          `${self.origin instanceof PyTypeVariable ? self.origin.name.value : toRepr(vm, self.origin)}.${attribute}`,
        ),
      __hash__: null,
      richcompare: (vm, self, other, operator) => {
        if (
          !(other instanceof PyParamSpecPart) ||
          typeOf(other) !== typeOf(self) ||
          (operator !== 2 && operator !== 3)
        )
          return newRef(vm.NotImplemented)
        return newBool(vm, (self.origin === other.origin) === (operator === 2))
      },
    },
    getset: [member('__origin__', 'The ParamSpec.', (_vm, self) => newRef(self.origin))],
    methods: [
      methodsOf<PyParamSpecPart>()(
        '__mro_entries__(self, bases, /) -> object',
        'Refuses to be a base class.',
        (vm) => vm.raise('TypeError', `Cannot subclass an instance of ${name}`),
      ),
    ],
  })
}

export const paramSpecArgsSpec = paramSpecPart('ParamSpecArgs', 'args')
export const paramSpecKwargsSpec = paramSpecPart('ParamSpecKwargs', 'kwargs')
