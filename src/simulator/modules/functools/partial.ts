/** `functools.partial`: a call with some arguments given already. As `Modules/_functoolsmodule.c`. */
import { takeField } from '../../heap/heap.ts'
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { argumentDict, packArguments } from '../../objects/argument-tuple.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { classMethod, defineType, getset, member, methodsOf } from '../../objects/declare/type.ts'
import { newDict, PyDict, putItem } from '../../objects/dict.ts'
import { copyDict } from '../../objects/dict-type.ts'
import type { Forwarded } from '../../objects/forwarding.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { getDict, putDict } from '../../objects/instance.ts'
import type { PyMethod } from '../../objects/method.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { isCallable } from '../../objects/protocols/calls.ts'
import { toRepr, toText } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { PyType, typeName, typeOf } from '../../objects/type.ts'
import { qualifiedName } from '../../objects/type-object.ts'
import type { VM } from '../../objects/vm.ts'

export class PyPartial extends PyObject {
  func: Held
  args: Held<PyTuple>
  keywords: Held<PyDict>

  /** The arguments are filled in at once by whoever makes it. */
  constructor(type: HeapType, func: Own) {
    super(type)
    this.func = func
    this.args = null as never
    this.keywords = null as never
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.func !== null) visit(this.func, 'func')
    if (this.args !== null) visit(this.args, 'args')
    if (this.keywords !== null) visit(this.keywords, 'keywords')
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  forwardCall(vm: VM, args: readonly PyObject[], kwnames: KwNames): Forwarded | null {
    const { func } = this
    const { types } = vm
    const isPlain =
      func.type === (types.function as unknown) ||
      (func.type === (types.method as unknown) &&
        (func as unknown as PyMethod).func.type === (types.function as unknown))
    return isPlain ? unfold(vm, this, args, kwnames) : null
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'func') as Held | null)
    releaseMaybe(takeField(this, 'args') as Held | null)
    releaseMaybe(takeField(this, 'keywords') as Held | null)
    if (!this.type.addsStorage) releaseMaybe(takeField(this as PyObject, 'dict'))
  }
}

/** `partial(func, *args, **keywords)`; a partial of a partial becomes one. */
function makePartial(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (count < 1) return vm.raise('TypeError', "type 'partial' takes at least one argument")
  let func = args[0]!
  let first: readonly PyObject[] = []
  let base: PyDict | null = null
  if (func instanceof PyPartial && typeOf(func) === cls && func.dict === null) {
    first = func.args.items
    base = func.keywords
    func = func.func
  }
  if (!isCallable(func)) return vm.raise('TypeError', 'the first argument must be callable')
  const made = tracked(vm, new PyPartial(cls, newRef(func)))
  const given = newTuple(vm, args.slice(1, count).map(newRef))
  made.args = first.length === 0 ? given : newTuple(vm, [...first, ...given.items].map(newRef))
  if (first.length > 0) release(given)
  const hasNames = kwnames !== null && kwnames.length > 0
  if (base === null || base.size === 0)
    made.keywords = hasNames ? argumentDict(vm, args, kwnames) : newDict(vm)
  else {
    const keywords = copyDict(vm, base)
    made.keywords = keywords
    kwnames?.forEach((name, i) => putItem(vm, keywords, name, newRef(args[count + i]!)))
  }
  return made as unknown as Own
}

/** The call of what is wrapped. Keywords of the call override those given before. */
function unfold(vm: VM, self: PyPartial, args: readonly PyObject[], kwnames: KwNames): Forwarded {
  const { func, keywords } = self
  const count = args.length - (kwnames?.length ?? 0)
  const positional = [...self.args.items, ...args.slice(0, count)]
  if (keywords.size === 0) return { func, args: [...positional, ...args.slice(count)], kwnames, held: [] }
  // All is gathered in a tuple and a dict, and unpacked again.
  const held = [...args, ...positional, ...positional].map(newRef)
  const merged = copyDict(vm, keywords)
  kwnames?.forEach((name, i) => putItem(vm, merged, name, newRef(args[count + i]!)))
  const names: PyStr[] = []
  const values: PyObject[] = []
  merged.each((key, value) => {
    names.push(key as PyStr)
    values.push(value)
    held.push(newRef(value))
  })
  held.push(merged)
  return { func, args: [...positional, ...values], kwnames: names, held }
}

function callPartial(vm: VM, self: PyPartial, args: readonly PyObject[], kwnames: KwNames): Own {
  const call = unfold(vm, self, args, kwnames)
  const make = (): Own => vm.call(call.func, call.args, call.kwnames)
  try {
    // An instance with a `__call__` in Python wants a tuple: the partial then gets one too.
    const wantsTuple = self.func.type.isHeapType && !(self.func instanceof PyType)
    return wantsTuple && call.held.length === 0 ? packArguments(vm, args, kwnames, make) : make()
  } finally {
    releaseAll(call.held)
  }
}

function reprPartial(vm: VM, self: PyPartial): Own {
  const type = typeOf(self)
  const name = type.isHeapType ? `${moduleOf(type)}.${type.qualname}` : qualifiedName(type)
  const text = vm.reprGuard(self, () => {
    const parts = [toRepr(vm, self.func), ...self.args.items.map((item) => toRepr(vm, item))]
    // A key's `__str__` may change the dict.
    self.keywords.each((key, value) =>
      lend(newRef(value), (kept) => parts.push(`${toText(vm, key)}=${toRepr(vm, kept)}`)),
    )
    return parts.join(', ')
  })
  return newStr(vm, text === null ? '...' : `${name}(${text})`)
}

function moduleOf(type: PyType): string {
  const module = type.namespace.getStr('__module__')
  return module instanceof PyStr ? module.value : 'functools'
}

const bindingChanges =
  'functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior'

const method = methodsOf<PyPartial>()

export const partialSpec = defineType(
  PyPartial,
  'functools.partial',
  'A call with some arguments given already.',
  {
    instancesVectorcall: true,
    basicsize: 64,
    module: 'functools',
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: makePartial,
      __call__: callPartial,
      __repr__: reprPartial,
      __get__: (vm, self, instance) => {
        if (instance !== null && instance !== vm.None) vm.warn('FutureWarning', bindingChanges)
        return newRef(self)
      },
    },
    getset: [
      member('func', 'What is called.', (_vm, self) => newRef(self.func)),
      member('args', 'The positional arguments given.', (_vm, self) => newRef(self.args)),
      member('keywords', 'The keyword arguments given.', (_vm, self) => newRef(self.keywords)),
      getset(
        '__dict__',
        'Attributes.',
        (vm, self) => getDict(vm, self),
        (vm, self, value) => {
          if (value === null) vm.raise('TypeError', 'cannot delete __dict__')
          else if (value instanceof PyDict) putDict(self, newRef(value))
          else vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`)
        },
      ),
    ],
    methods: [
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const keywords = self.keywords.size === 0 ? newRef(vm.None) : newRef(self.keywords)
        const state = newTuple(vm, [
          newRef(self.func),
          newRef(self.args),
          keywords as Held,
          self.dict === null ? (newRef(vm.None) as Held) : newRef(self.dict),
        ])
        return newTuple(vm, [newRef(typeOf(self)) as Held, newTuple(vm, [newRef(self.func)]), state])
      }),
      method(
        '__setstate__(self, state: object, /)',
        'Takes the state of another over.',
        (vm, self, state) => {
          const items: readonly PyObject[] = state instanceof PyTuple ? state.items : []
          const [func, args, keywords, dict] = items
          const isValid =
            items.length === 4 &&
            isCallable(func!) &&
            args instanceof PyTuple &&
            (keywords === vm.None || keywords instanceof PyDict)
          if (!isValid) return vm.raise('TypeError', 'invalid partial state')
          const old = [self.func, self.args, self.keywords]
          self.func = newRef(func!)
          self.args = typeOf(args) === vm.types.tuple ? newRef(args) : newTuple(vm, args.items.map(newRef))
          if (keywords instanceof PyDict) {
            self.keywords = typeOf(keywords) === vm.types.dict ? newRef(keywords) : copyDict(vm, keywords)
          } else self.keywords = newDict(vm)
          putDict(self, dict instanceof PyDict ? newRef(dict) : null)
          for (const each of old) release(each)
        },
      ),
      classMethod(
        '__class_getitem__(cls, object: object, /) -> object',
        'A parametrized form for annotations.',
        (vm, cls, item) => newGenericAlias(vm, cls, item),
      ),
    ],
  },
)
