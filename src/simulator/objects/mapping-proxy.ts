/** `mappingproxy`: a read-only view of a mapping, such as a class's `__dict__`. As `Objects/descrobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional } from './declare/arguments.ts'
import { classMethod, defineType, methodsOf } from './declare/type.ts'
import { newGenericAlias } from './generic-alias.ts'
import { PyList } from './list.ts'
import { callMethod } from './protocols/calls.ts'
import { compare, hashOf } from './protocols/comparison.ts'
import { getIter } from './protocols/iteration.ts'
import { binary } from './protocols/numbers.ts'
import { containsItem, getItem, lengthOf } from './protocols/sequences.ts'
import { getStrOf, toRepr } from './protocols/text.ts'
import { newStr } from './str.ts'
import { PyTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PyMappingProxy extends PyObject {
  readonly mapping: Held

  constructor(type: HeapType, mapping: Own) {
    super(type)
    this.mapping = mapping
  }

  override traverse(visit: Visit): void {
    visit(this.mapping, 'mapping')
  }

  override dealloc(): void {
    release(this.mapping)
  }
}

export function newMappingProxy(vm: VM, mapping: Own): Own<PyMappingProxy> {
  return tracked(vm, new PyMappingProxy(vm.types.mappingproxy, mapping))
}

/** The mapping behind a proxy, or the object itself. */
function unwrapped(object: PyObject): PyObject {
  return object instanceof PyMappingProxy ? object.mapping : object
}

const method = methodsOf<PyMappingProxy>()

export const mappingProxySpec = defineType(
  PyMappingProxy,
  'mappingproxy(mapping)',
  'A read-only view of a mapping.',
  {
    basicsize: 24,
    container: true,
    patma: 'mapping',
    slots: {
      __new__: (vm, cls, args) => {
        checkPositional(vm, 'mappingproxy', args.length, 1, 1)
        const [mapping] = args
        if (
          typeOf(mapping!).slots.__getitem__ === null ||
          mapping instanceof PyList ||
          mapping instanceof PyTuple
        ) {
          return vm.raise('TypeError', `mappingproxy() argument must be a mapping, not ${typeName(mapping!)}`)
        }
        return tracked(vm, new PyMappingProxy(cls, newRef(mapping!))) as unknown as Own
      },
      __repr__: (vm, { mapping }) => newStr(vm, `mappingproxy(${toRepr(vm, mapping)})`),
      __str__: (vm, { mapping }) => getStrOf(vm, mapping),
      __hash__: (vm, { mapping }) => hashOf(vm, mapping),
      __len__: (vm, { mapping }) => lengthOf(vm, mapping),
      __getitem__: (vm, { mapping }, key) => getItem(vm, mapping, key),
      __contains__: (vm, { mapping }, key) => containsItem(vm, mapping, key),
      __iter__: (vm, { mapping }) => getIter(vm, mapping),
      richcompare: (vm, { mapping }, other, operator) => compare(vm, mapping, unwrapped(other), operator),
      __or__: (vm, left, right) => binary(vm, unwrapped(left), unwrapped(right), '__or__', '|'),
      __ior__: (vm, self) =>
        vm.raise('TypeError', `'|=' is not supported by ${typeName(self)}; use '|' instead`),
    },
    methods: [
      method(
        'get(self, key, default=None, /) -> object',
        'The value of a key, or the default.',
        (vm, { mapping }, key, fallback) => callMethod(vm, mapping, 'get', [key, fallback]),
      ),
      method('keys(self, /) -> object', 'The keys.', (vm, { mapping }) => callMethod(vm, mapping, 'keys')),
      method('values(self, /) -> object', 'The values.', (vm, { mapping }) =>
        callMethod(vm, mapping, 'values'),
      ),
      method('items(self, /) -> object', 'The items.', (vm, { mapping }) => callMethod(vm, mapping, 'items')),
      method('copy(self, /) -> object', 'A copy of the mapping.', (vm, { mapping }) =>
        callMethod(vm, mapping, 'copy'),
      ),
      classMethod(
        '__class_getitem__(cls, object: object, /) -> object',
        'A parametrized form for annotations.',
        (vm, cls, item) => newGenericAlias(vm, cls, item),
      ),
      method('__reversed__(self, /) -> object', 'The keys, last first.', (vm, { mapping }) =>
        callMethod(vm, mapping, '__reversed__'),
      ),
    ],
  },
)
