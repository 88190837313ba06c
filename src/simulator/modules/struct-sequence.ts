/**
 * Types of tuples whose items have names: `sys.version_info`, `time.struct_time`. As `Objects/structseq.c`.
 */
import type { Held, Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { defineType, member, methodsOf, type TypeBody, type TypeSpec } from '../objects/declare/type.ts'
import { newInt } from '../objects/int.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { newStr } from '../objects/str.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

const method = methodsOf<PyTuple>()

/** A type `module.name` with those fields; without a `__new__` of its own it cannot be called. */
export function defineStructSequence(
  module: string,
  name: string,
  doc: string,
  fields: readonly string[],
  make?: NonNullable<TypeBody<PyTuple>['slots']>['__new__'],
): TypeSpec {
  return defineType(PyTuple, `${module}.${name}`, doc, {
    base: 'tuple',
    basicsize: 24,
    itemsize: 8,
    container: true,
    noInstantiation: make === undefined,
    slots: {
      ...(make === undefined ? {} : { __new__: make }),
      __repr__: (vm, self) => {
        const shown = fields.map((field, i) => `${field}=${toRepr(vm, self.items[i]!)}`)
        return newStr(vm, `${module}.${name}(${shown.join(', ')})`)
      },
    },
    getset: fields.map((field, i) => member<PyTuple>(field, '', (_vm, self) => newRef(self.items[i]!))),
    attributes: {
      n_fields: (vm) => newInt(vm, fields.length),
      n_sequence_fields: (vm) => newInt(vm, fields.length),
      n_unnamed_fields: (vm) => newInt(vm, 0),
      __match_args__: (vm) =>
        newTuple(
          vm,
          fields.map((field) => newStr(vm, field) as Held),
        ),
    },
    methods: [
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        newTuple(vm, [
          newRef(self.type) as unknown as Own,
          newTuple(vm, [newTuple(vm, self.items.map(newRef))]),
        ]),
      ),
    ],
  })
}

/** An instance; takes the items over. */
export function newStructSequence(vm: VM, type: PyType, items: readonly Held[]): Own<PyTuple> {
  const made = new PyTuple(type, items) as Own<PyTuple>
  vm.heap.collector.track(made)
  return made
}
