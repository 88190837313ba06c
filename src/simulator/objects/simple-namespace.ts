/** `types.SimpleNamespace`: an object that is nothing but its attributes. As `Objects/namespaceobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { newDict, type PyDict, putItem } from './dict.ts'
import { updateDict } from './dict-type.ts'
import { getDict } from './instance.ts'
import { compare } from './protocols/comparison.ts'
import { toRepr } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { newTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'

export class PySimpleNamespace extends PyObject {
  constructor(type: HeapType, namespace: Own<PyDict>) {
    super(type)
    this.dict = namespace
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override clear(): void {
    const { dict } = this
    this.dict = null
    releaseMaybe(dict)
  }
}

const method = methodsOf<PySimpleNamespace>()

export const simpleNamespaceSpec = defineType(
  PySimpleNamespace,
  'types.SimpleNamespace',
  'An object with the attributes it is given.',
  {
    basicsize: 24,
    module: 'types',
    subclassable: true,
    container: true,
    hasDict: true,
    slots: {
      __new__: (vm, cls) => tracked(vm, new PySimpleNamespace(cls, newDict(vm))) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        if (count > 1) vm.raise('TypeError', `SimpleNamespace expected at most 1 argument, got ${count}`)
        const namespace = self.dict as unknown as PyDict
        if (count === 1) {
          // What is given may be no namespace, which is only seen once it is a dict.
          const [source] = args
          const isPlain = typeOf(source!) === vm.types.dict
          const given = (isPlain ? newRef(source!) : vm.call(vm.types.dict, [source!])) as Own<PyDict>
          lend(given, (dict) => {
            dict.each((key) => {
              if (!(key instanceof PyStr)) vm.raise('TypeError', 'keywords must be strings')
            })
            updateDict(vm, namespace, dict)
          })
        }
        kwnames?.forEach((key, i) => putItem(vm, namespace, key, newRef(args[count + i]!)))
      },
      __repr__: (vm, self) => {
        const name = typeOf(self) === vm.types.SimpleNamespace ? 'namespace' : typeName(self)
        const text = vm.reprGuard(self, () => {
          const parts: string[] = []
          ;(self.dict as unknown as PyDict).each((key, value) => {
            if (key instanceof PyStr) parts.push(`${key.value}=${toRepr(vm, value)}`)
          })
          return parts.join(', ')
        })
        return newStr(vm, `${name}(${text ?? '...'})`)
      },
      __hash__: null,
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PySimpleNamespace))
          return newRef(vm.NotImplemented)
        return compare(vm, self.dict!, other.dict!, operator)
      },
    },
    getset: [getset('__dict__', 'The attributes.', (vm, self) => getDict(vm, self))],
    methods: [
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        newTuple(vm, [newRef(typeOf(self)) as never, newRef(vm.emptyTuple), getDict(vm, self)]),
      ),
      method(
        '__replace__(self, /, **changes) -> object',
        'A copy with some attributes changed.',
        (vm, self, changes) => {
          const copy = vm.call(typeOf(self), [])
          updateDict(vm, copy.dict as unknown as PyDict, self.dict!)
          for (const [key, value] of changes) putItem(vm, copy.dict as unknown as PyDict, key, newRef(value))
          return copy
        },
      ),
    ],
  },
)
