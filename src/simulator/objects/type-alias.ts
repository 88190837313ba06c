/** `typing.TypeAliasType`: what `type Name = value` makes. The value is computed when first asked for. As `Objects/typevarobject.c`. */
import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import { PyObject as Base } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { defineType, getset, member, methodsOf } from './declare/type.ts'
import { newGenericAlias } from './generic-alias.ts'
import { getIter, getNext } from './protocols/iteration.ts'
import { PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import { newUnion } from './union.ts'
import type { VM } from './vm.ts'

export class PyTypeAlias extends Base {
  readonly name: Held<PyStr>
  typeParams: Held<PyTuple> | null
  value: Held | null
  evaluate: Held | null
  module: Held | null

  constructor(
    type: HeapType,
    name: Own<PyStr>,
    typeParams: Own<PyTuple> | null,
    value: Own | null,
    evaluate: Own | null,
    module: Own | null,
  ) {
    super(type)
    this.name = name
    this.typeParams = typeParams
    this.value = value
    this.evaluate = evaluate
    this.module = module
  }

  override traverse(visit: Visit): void {
    if (this.typeParams !== null) visit(this.typeParams, '__type_params__')
    if (this.evaluate !== null) visit(this.evaluate, '__value__')
    if (this.value !== null) visit(this.value, '__value__')
    if (this.module !== null) visit(this.module, '__module__')
  }

  override hidden(visit: Visit): void {
    visit(this.name, '__name__')
  }

  override clear(): void {
    const { typeParams, value, evaluate, module } = this
    this.typeParams = this.value = this.evaluate = this.module = null
    for (const each of [typeParams, evaluate, value, module]) releaseMaybe(each)
  }

  override dealloc(): void {
    this.clear()
    release(this.name)
  }
}

export interface TypeAliasParts {
  readonly typeParams: PyTuple | null
  readonly value?: PyObject | null
  readonly evaluate?: PyObject | null
}

/** A new alias, of the module that is running. Everything is borrowed. */
export function newTypeAlias(
  vm: VM,
  type: PyType,
  name: PyStr,
  { typeParams, value, evaluate }: TypeAliasParts,
): Own<PyTypeAlias> {
  const orNull = <T extends PyObject>(object: T | null | undefined): Own<T> | null =>
    object == null ? null : newRef(object)
  const module = vm.currentFrame?.globals.getStr('__name__') ?? null
  const params = typeParams === null || typeParams.items.length === 0 ? null : typeParams
  return tracked(
    vm,
    new PyTypeAlias(type, newRef(name), orNull(params), orNull(value), orNull(evaluate), orNull(module)),
  )
}

function valueOf(vm: VM, self: PyTypeAlias): Own {
  if (self.value === null && self.evaluate !== null) {
    const value = lend(newRef(self.evaluate), (evaluate) => vm.call(evaluate, []))
    if (self.value !== null) release(value)
    else self.value = value
    const { evaluate } = self
    self.evaluate = null
    releaseMaybe(evaluate)
  }
  return newRef(self.value ?? vm.None)
}

const method = methodsOf<PyTypeAlias>()

export const typeAliasSpec = defineType(
  PyTypeAlias,
  'typing.TypeAliasType(name, value, *, type_params=())',
  'A name for a type.',
  {
    basicsize: 64,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        const names = ['name', 'value']
        const values: (PyObject | undefined)[] = args.slice(0, count)
        let typeParams: PyObject | null = null
        if (count > 2)
          vm.raise('TypeError', `typealias() takes exactly 2 positional arguments (${count} given)`)
        kwnames?.forEach((key, i) => {
          const at = names.indexOf(key.value)
          if (at >= 0) values[at] = args[count + i]
          else if (key.value === 'type_params') typeParams = args[count + i]!
          else vm.raise('TypeError', `typealias() got an unexpected keyword argument '${key.value}'`)
        })
        const [name, value] = values
        if (name === undefined)
          return vm.raise('TypeError', "typealias() missing required argument 'name' (pos 1)")
        if (!(name instanceof PyStr))
          return vm.raise('TypeError', `typealias() argument 'name' must be str, not ${typeName(name)}`)
        if (value === undefined)
          return vm.raise('TypeError', "typealias() missing required argument 'value' (pos 2)")
        if (typeParams !== null && !((typeParams as PyObject) instanceof PyTuple))
          return vm.raise('TypeError', 'type_params must be a tuple')
        return newTypeAlias(vm, cls, name, { typeParams, value }) as unknown as Own
      },
      __repr__: (_vm, self) => newRef(self.name) as unknown as Own,
      __getitem__: (vm, self, item) => {
        if (self.typeParams === null)
          return vm.raise('TypeError', 'Only generic type aliases are subscriptable')
        return newGenericAlias(vm, self, item)
      },
      __or__: (vm, left, right) => newUnion(vm, left, right),
    },
    getset: [
      member('__name__', 'The name.', (_vm, self) => newRef(self.name)),
      getset('__value__', 'The type it stands for.', valueOf),
      getset('__type_params__', 'The type parameters.', (vm, self) =>
        newRef(self.typeParams ?? vm.emptyTuple),
      ),
      getset('__parameters__', 'The type parameters, those for several unpacked.', (vm, self) => {
        const items = (self.typeParams?.items ?? []) as readonly PyObject[]
        // Only a TypeVarTuple can be iterated over.
        const unpacked = items.map((each) =>
          typeOf(each).slots.__iter__ === null
            ? newRef(each)
            : lend(getIter(vm, each), (iterator) => getNext(vm, iterator)!),
        )
        return newTuple(vm, unpacked as unknown as Held[])
      }),
      getset('__module__', 'The module it was made in.', (vm, self) => newRef(self.module ?? vm.None)),
    ],
    methods: [
      method('__reduce__(self, /) -> object', 'How to rebuild it: by name.', (_vm, self) =>
        newRef(self.name),
      ),
    ],
  },
)
