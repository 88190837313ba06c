/** `attrgetter`, `itemgetter` and `methodcaller`: functions made of names, keys and arguments. As `Modules/_operator.c`. */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject as Base, type PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, releaseAll } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { defineType, methodsOf } from '../../objects/declare/type.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { getAttr, getAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { getItem } from '../../objects/protocols/sequences.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import { typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { refuseKeywords } from '../arguments.ts'

/** What the three have in common: values given when they were made. */
export class PyGetter extends Base {
  values: Held[]
  /** Names of the last values, for a method's keyword arguments. */
  readonly kwnames: readonly Held<PyStr>[]

  constructor(type: HeapType, values: Held[], kwnames: readonly Held<PyStr>[] = []) {
    super(type)
    this.values = values
    this.kwnames = kwnames
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    this.values.forEach((value, i) => visit(value, i))
    for (const name of this.kwnames) visit(name, 'keyword')
  }

  override clear(): void {
    const { values } = this
    this.values = []
    releaseAll(values)
  }

  override dealloc(): void {
    this.clear()
    releaseAll(this.kwnames)
  }
}

function onlyArgument(vm: VM, name: string, args: readonly PyObject[], kwnames: KwNames): PyObject {
  refuseKeywords(vm, name, kwnames)
  if (args.length !== 1) return vm.raise('TypeError', `${name} expected 1 argument, got ${args.length}`)
  return args[0]!
}

/** One result for one value, else a tuple. */
function results(vm: VM, values: readonly PyObject[], get: (value: PyObject) => Own): Own {
  if (values.length === 1) return get(values[0]!)
  const found: Held[] = []
  try {
    for (const value of values) found.push(get(value))
  } catch (thrown) {
    releaseAll(found)
    throw thrown
  }
  return newTuple(vm, found)
}

/** `object.a.b.c` by a dotted name. */
function dottedAttribute(vm: VM, object: PyObject, name: PyStr): Own {
  if (!name.value.includes('.')) return getAttr(vm, object, name)
  let found = newRef(object)
  for (const part of name.value.split('.')) found = lend(found, (each) => getAttrNamed(vm, each, part))
  return found
}

function reprCall(vm: VM, name: string, self: PyGetter): Own {
  const text = vm.reprGuard(self, () => {
    const named = self.values.length - self.kwnames.length
    return self.values
      .map((value, i) => (i < named ? '' : `${self.kwnames[i - named]!.value}=`) + toRepr(vm, value))
      .join(', ')
  })
  return newStr(vm, `operator.${name}(${text ?? '...'})`)
}

const method = methodsOf<PyGetter>()
const reduce = method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
  if (self.kwnames.length > 0)
    return vm.raise('NotImplementedError', 'a methodcaller with keyword arguments cannot be copied')
  return newTuple(vm, [newRef(typeOf(self)) as Held, newTuple(vm, self.values.map(newRef))])
})

export const attrgetterSpec = defineType(
  PyGetter,
  'operator.attrgetter(attr, /, *attrs)',
  'Gets attributes of its argument.',
  {
    instancesVectorcall: true,
    basicsize: 40,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        refuseKeywords(vm, 'attrgetter', kwnames)
        if (args.length === 0) return vm.raise('TypeError', 'attrgetter expected 1 argument, got 0')
        if (!args.every((each) => each instanceof PyStr))
          return vm.raise('TypeError', 'attribute name must be a string')
        return tracked(vm, new PyGetter(cls, args.map(newRef))) as unknown as Own
      },
      __call__: (vm, self, args, kwnames) => {
        const object = onlyArgument(vm, 'attrgetter', args, kwnames)
        return results(vm, self.values, (name) => dottedAttribute(vm, object, name as PyStr))
      },
      __repr__: (vm, self) => reprCall(vm, 'attrgetter', self),
    },
    methods: [reduce],
  },
)

export const itemgetterSpec = defineType(
  PyGetter,
  'operator.itemgetter(item, /, *items)',
  'Gets items of its argument.',
  {
    instancesVectorcall: true,
    basicsize: 40,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        refuseKeywords(vm, 'itemgetter', kwnames)
        if (args.length === 0) return vm.raise('TypeError', 'itemgetter expected 1 argument, got 0')
        return tracked(vm, new PyGetter(cls, args.map(newRef))) as unknown as Own
      },
      __call__: (vm, self, args, kwnames) => {
        const object = onlyArgument(vm, 'itemgetter', args, kwnames)
        return results(vm, self.values, (key) => getItem(vm, object, key))
      },
      __repr__: (vm, self) => reprCall(vm, 'itemgetter', self),
    },
    methods: [reduce],
  },
)

export const methodcallerSpec = defineType(
  PyGetter,
  'operator.methodcaller(name, /, *args, **kwargs)',
  'Calls a method of its argument.',
  {
    instancesVectorcall: true,
    basicsize: 56,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        if (args.length - (kwnames?.length ?? 0) < 1) {
          return vm.raise('TypeError', 'methodcaller needs at least one argument, the method name')
        }
        if (!(args[0] instanceof PyStr)) return vm.raise('TypeError', 'method name must be a string')
        return tracked(vm, new PyGetter(cls, args.map(newRef), (kwnames ?? []).map(newRef))) as unknown as Own
      },
      __call__: (vm, self, args, kwnames) => {
        const object = onlyArgument(vm, 'methodcaller', args, kwnames)
        const [name, ...values] = self.values as readonly PyObject[]
        if (self.kwnames.length === 0) return callMethod(vm, object, (name as PyStr).value, values)
        return lend(getAttr(vm, object, name as PyStr), (bound) => vm.call(bound, values, self.kwnames))
      },
      __repr__: (vm, self) => reprCall(vm, 'methodcaller', self),
    },
    methods: [reduce],
  },
)
