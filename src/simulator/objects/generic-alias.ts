/** `types.GenericAlias`: `list[int]` and the like. As `Objects/genericaliasobject.c`. */
import { takeField } from '../heap/heap.ts'
import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import { PyObject as Base } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, member, methodsOf } from './declare/type.ts'
import { parametersOf, substitute } from './generic-substitution.ts'
import { reduceIterator } from './iterator-state.ts'
import { PyList } from './list.ts'
import { genericGetAttr, getAttr, getAttrNamedMaybe, setAttrNamed } from './protocols/attributes.ts'
import { hashOf, isSame } from './protocols/comparison.ts'
import { getIter } from './protocols/iteration.ts'
import { getRepr } from './protocols/text.ts'
import { unlessRaised } from './raise.ts'
import { newStr, PyStr } from './str.ts'
import { xorHashes } from './text/hash.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType } from './type.ts'
import { newUnion } from './union.ts'
import type { VM } from './vm.ts'

export class PyGenericAlias extends Base {
  readonly origin: Held
  readonly args: Held<PyTuple>
  readonly starred: boolean

  constructor(type: HeapType, origin: Own, args: Own<PyTuple>, starred = false) {
    super(type)
    this.origin = origin
    this.args = args
    this.starred = starred
  }

  /** Found when they are first asked for. */
  parameters: Held<PyTuple> | null = null

  override traverse(visit: Visit): void {
    visit(this.origin, '__origin__')
    visit(this.args, '__args__')
    if (this.parameters !== null) visit(this.parameters, '__parameters__')
  }

  override dealloc(): void {
    release(this.origin)
    release(this.args)
    releaseMaybe(this.parameters)
  }
}

function ownParameters(vm: VM, self: PyGenericAlias): Own<PyTuple> {
  self.parameters ??= parametersOf(vm, self.args.items)
  return newRef(self.parameters)
}

/** `iter(tuple[int])`: what `*` needs, the alias once more as unpacked. */
class PyAliasIterator extends Base {
  alias: Held<PyGenericAlias> | null

  constructor(type: HeapType, alias: Own<PyGenericAlias>) {
    super(type)
    this.alias = alias
  }

  override traverse(visit: Visit): void {
    if (this.alias !== null) visit(this.alias, 'alias')
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'alias'))
  }
}

const aliasIteratorSpec = defineType(PyAliasIterator, 'generic_alias_iterator', null, {
  basicsize: 24,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const { alias } = self
      if (alias === null) return null
      self.alias = null
      const { origin, args } = alias
      const made = new PyGenericAlias(vm.types.GenericAlias, newRef(origin), newRef(args), true)
      release(alias)
      return tracked(vm, made) as unknown as Own
    },
  },
  methods: [
    methodsOf<PyAliasIterator>()('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      reduceIterator(vm, 'iter', () => ({ source: newRef(self.alias ?? vm.emptyTuple), position: null })),
    ),
  ],
})

/** `origin[item]`, where `item` may be a tuple of parameters. */
export function newGenericAlias(vm: VM, origin: PyObject, item: PyObject): Own {
  const args = item instanceof PyTuple ? newRef(item) : newTuple(vm, [newRef(item) as Held])
  return tracked(vm, new PyGenericAlias(vm.types.GenericAlias, newRef(origin), args)) as unknown as Own
}

/** How a type reads inside an annotation: its qualified name, else its repr. */
export function annotationText(vm: VM, item: PyObject): string {
  if (item === vm.Ellipsis) return '...'
  if (item === vm.None || item === vm.types.NoneType) return 'None'
  if (item instanceof PyGenericAlias) return lend(getRepr(vm, item), (text) => text.value)
  // The parameters of a callable.
  if (item instanceof PyList)
    return `[${(item.items as readonly PyObject[]).map((each) => annotationText(vm, each)).join(', ')}]`
  const qualname = getAttrNamedMaybe(vm, item, '__qualname__')
  const module = getAttrNamedMaybe(vm, item, '__module__')
  try {
    if (item instanceof PyType && qualname instanceof PyStr && module instanceof PyStr) {
      return module.value === 'builtins' ? qualname.value : `${module.value}.${qualname.value}`
    }
    return lend(getRepr(vm, item), (text) => text.value)
  } finally {
    if (qualname !== null) release(qualname)
    if (module !== null) release(module)
  }
}

/** Attributes of the alias itself; all others are those of the class. */
const ownAttributes = new Set([
  '__origin__',
  '__args__',
  '__parameters__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__unpacked__',
  '__typing_unpacked_tuple_args__',
  '__class__',
  // Not those of the class, lest copies of the alias become copies of it.
  '__bases__',
  '__copy__',
  '__deepcopy__',
])

const method = methodsOf<PyGenericAlias>()

export const genericAliasSpec = defineType(
  PyGenericAlias,
  'types.GenericAlias',
  'A parametrized class, as annotations use it.',
  {
    instancesVectorcall: true,
    basicsize: 64,
    module: 'types',
    container: true,
    subclassable: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls, args) => {
        checkPositional(vm, 'GenericAlias', args.length, 2, 2)
        const [origin, item] = args as [PyObject, PyObject]
        const tuple = item instanceof PyTuple ? newRef(item) : newTuple(vm, [newRef(item) as Held])
        return tracked(vm, new PyGenericAlias(cls, newRef(origin), tuple)) as unknown as Own
      },
      __repr__: (vm, self) => {
        const args = self.args.items.map((item) => annotationText(vm, item)).join(', ')
        return newStr(
          vm,
          `${self.starred ? '*' : ''}${annotationText(vm, self.origin)}[${args === '' ? '()' : args}]`,
        )
      },
      __hash__: (vm, self) => xorHashes(hashOf(vm, self.origin), hashOf(vm, self.args)),
      __call__: (vm, self, args, kwnames) => {
        const made = vm.call(self.origin, args, kwnames)
        unlessRaised(vm.types.AttributeError, () =>
          unlessRaised(vm.types.TypeError, () => setAttrNamed(vm, made, '__orig_class__', self)),
        )
        return made
      },
      __getattribute__: (vm, self, name) =>
        ownAttributes.has(name.value) ? genericGetAttr(vm, self, name) : getAttr(vm, self.origin, name),
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyGenericAlias))
          return newRef(vm.NotImplemented)
        const same =
          self.starred === other.starred &&
          isSame(vm, self.origin, other.origin) &&
          isSame(vm, self.args, other.args)
        return newBool(vm, same === (operator === EQ))
      },
      __or__: (vm, left, right) => newUnion(vm, left, right),
      __getitem__: (vm, self, item) =>
        lend(ownParameters(vm, self), (parameters) => {
          const args = substitute(vm, self, self.args.items, parameters, item)
          const made = new PyGenericAlias(vm.types.GenericAlias, newRef(self.origin), args, self.starred)
          return tracked(vm, made) as unknown as Own
        }),
      __iter__: (vm, self) => {
        const made = new PyAliasIterator(vm.typeFor(aliasIteratorSpec), newRef(self))
        return tracked(vm, made) as unknown as Own
      },
    },
    getset: [
      member('__origin__', 'The class.', (_vm, self) => newRef(self.origin)),
      member('__args__', 'The parameters given.', (_vm, self) => newRef(self.args)),
      member('__unpacked__', 'Whether it stands for its unpacked items.', (vm, self) =>
        newBool(vm, self.starred),
      ),
      getset('__parameters__', 'The type variables in it.', ownParameters),
      getset('__typing_unpacked_tuple_args__', 'What it stands for, if it is unpacked.', (vm, self) =>
        newRef(self.starred && self.origin === (vm.types.tuple as unknown) ? self.args : vm.None),
      ),
    ],
    methods: [
      method(
        '__mro_entries__(self, object: object, /) -> object',
        'The class stands for it among bases.',
        (vm, self) => newTuple(vm, [newRef(self.origin)]),
      ),
      method(
        '__instancecheck__(self, object: object, /) -> object',
        'Refuses: parameters cannot be checked.',
        (vm) => vm.raise('TypeError', 'isinstance() argument 2 cannot be a parameterized generic'),
      ),
      method(
        '__subclasscheck__(self, object: object, /) -> object',
        'Refuses: parameters cannot be checked.',
        (vm) => vm.raise('TypeError', 'issubclass() argument 2 cannot be a parameterized generic'),
      ),
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        if (!self.starred) {
          const parts = newTuple(vm, [newRef(self.origin), newRef(self.args)])
          return newTuple(vm, [newRef(vm.types.GenericAlias), parts])
        }
        // An unpacked one is what iterating over the alias gives.
        const plain = new PyGenericAlias(vm.types.GenericAlias, newRef(self.origin), newRef(self.args))
        return lend(tracked(vm, plain), (alias) =>
          reduceIterator(vm, 'next', () => ({ source: getIter(vm, alias), position: null })),
        )
      }),
    ],
  },
)
