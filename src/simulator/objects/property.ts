/** `property`: an attribute computed by functions. As `Objects/descrobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, getset, member, methodsOf, packed, rawMethod } from './declare/type.ts'
import { getAttrNamedMaybe, setAttrNamed } from './protocols/attributes.ts'
import { isTrue } from './protocols/comparison.ts'
import { toRepr } from './protocols/text.ts'
import { unlessRaised } from './raise.ts'
import { typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PyProperty extends PyObject {
  getter: Held | null = null
  setter: Held | null = null
  deleter: Held | null = null
  doc: Held | null = null
  /** From `__set_name__`. */
  attribute: Held | null = null
  docFromGetter = false

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    if (this.getter !== null) visit(this.getter, 'fget')
    if (this.setter !== null) visit(this.setter, 'fset')
    if (this.deleter !== null) visit(this.deleter, 'fdel')
    if (this.doc !== null) visit(this.doc, '__doc__')
    if (this.attribute !== null) visit(this.attribute, '__name__')
  }

  override clear(): void {
    const { getter, setter, deleter, doc, attribute } = this
    this.getter = this.setter = this.deleter = this.doc = this.attribute = null
    for (const reference of [getter, setter, deleter, doc, attribute]) releaseMaybe(reference)
  }
}

const parameters = ['fget', 'fset', 'fdel', 'doc']

function initProperty(vm: VM, self: PyProperty, args: readonly PyObject[], kwnames: KwNames): void {
  const given = args.length - (kwnames?.length ?? 0)
  if (args.length > 4) vm.raise('TypeError', `property() takes at most 4 arguments (${args.length} given)`)
  const values: (PyObject | undefined)[] = args.slice(0, given)
  kwnames?.forEach((name, i) => {
    const at = parameters.indexOf(name.value)
    if (at < 0) vm.raise('TypeError', `property() got an unexpected keyword argument '${name.value}'`)
    if (values[at] !== undefined) {
      vm.raise(
        'TypeError',
        `argument for property() given by name ('${name.value}') and position (${at + 1})`,
      )
    }
    values[at] = args[given + i]
  })
  const orNull = (value: PyObject | undefined): Own | null =>
    value === undefined || value === vm.None ? null : newRef(value)
  self.clear()
  self.getter = orNull(values[0])
  self.setter = orNull(values[1])
  self.deleter = orNull(values[2])
  let doc = orNull(values[3])
  self.docFromGetter = false
  if (doc === null && self.getter !== null) {
    doc = getAttrNamedMaybe(vm, self.getter, '__doc__')
    if (doc === vm.None) {
      release(doc)
      doc = null
    }
    self.docFromGetter = doc !== null
  }
  if (typeOf(self) === vm.types.property) self.doc = doc
  else lend(doc ?? newRef(vm.None), (text) => setDocOfSubclass(vm, self, text))
}

/** Where an instance of a subclass has no room for it, only a docstring from the getter is an error. */
function setDocOfSubclass(vm: VM, self: PyProperty, doc: PyObject): void {
  if (self.docFromGetter) setAttrNamed(vm, self, '__doc__', doc)
  else unlessRaised(vm.types.AttributeError, () => setAttrNamed(vm, self, '__doc__', doc))
}

/** A copy with one function replaced: what `@x.setter` gives. */
function copyWith(
  vm: VM,
  self: PyProperty,
  changes: { getter?: PyObject; setter?: PyObject; deleter?: PyObject },
): Own {
  const pick = (changed: PyObject | undefined, own: Held | null): PyObject =>
    changed === undefined || changed === vm.None ? (own ?? vm.None) : changed
  const getter = pick(changes.getter, self.getter)
  // A docstring that came from the getter is taken from the new one.
  const doc = self.docFromGetter && getter !== vm.None ? vm.None : (self.doc ?? vm.None)
  const made = vm.call(typeOf(self), [
    getter,
    pick(changes.setter, self.setter),
    pick(changes.deleter, self.deleter),
    doc,
  ])
  if (made instanceof PyProperty && self.attribute !== null) {
    releaseMaybe(made.attribute)
    made.attribute = newRef(self.attribute)
  }
  return made
}

/** "property 'x' of 'C' object has no setter". */
function refuse(vm: VM, self: PyProperty, instance: PyObject, what: string): never {
  const name = self.attribute === null ? '' : ` ${toRepr(vm, self.attribute)}`
  return vm.raise('AttributeError', `property${name} of '${typeOf(instance).qualname}' object has no ${what}`)
}

const method = methodsOf<PyProperty>()

export const propertySpec = defineType(
  PyProperty,
  'property(fget=None, fset=None, fdel=None, doc=None)',
  'An attribute computed by functions.',
  {
    basicsize: 64,
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls) => tracked(vm, new PyProperty(cls)) as unknown as Own,
      __init__: initProperty,
      __get__: (vm, self, instance) => {
        if (instance === null) return newRef(self)
        if (self.getter === null) return refuse(vm, self, instance, 'getter')
        return lend(newRef(self.getter), (getter) => vm.call(getter, [instance]))
      },
      __set__: (vm, self, instance, value) => {
        const target = value === null ? self.deleter : self.setter
        if (target === null) return refuse(vm, self, instance, value === null ? 'deleter' : 'setter')
        lend(newRef(target), (func) =>
          release(vm.call(func, value === null ? [instance] : [instance, value])),
        )
      },
    },
    getset: [
      member('fget', 'The function that gives the value.', (vm, self) => newRef(self.getter ?? vm.None)),
      member('fset', 'The function that sets it.', (vm, self) => newRef(self.setter ?? vm.None)),
      member('fdel', 'The function that deletes it.', (vm, self) => newRef(self.deleter ?? vm.None)),
      member(
        '__doc__',
        'The documentation.',
        (vm, self) => newRef(self.doc ?? vm.None),
        (_vm, self, value) => {
          const old = self.doc
          self.doc = value === null ? null : newRef(value)
          releaseMaybe(old)
        },
      ),
      getset(
        '__name__',
        'The attribute name.',
        (vm, self) => {
          if (self.attribute !== null) return newRef(self.attribute)
          const name = self.getter === null ? null : getAttrNamedMaybe(vm, self.getter, '__name__')
          return name ?? vm.raise('AttributeError', "'property' object has no attribute '__name__'")
        },
        (_vm, self, value) => {
          const old = self.attribute
          self.attribute = value === null ? null : newRef(value)
          releaseMaybe(old)
        },
      ),
      getset('__isabstractmethod__', 'Whether one of its functions is abstract.', (vm, self) => {
        for (const func of [self.getter, self.setter, self.deleter]) {
          const flag = func === null ? null : getAttrNamedMaybe(vm, func, '__isabstractmethod__')
          if (flag !== null && lend(flag, (value) => isTrue(vm, value))) return newRef(vm.True)
        }
        return newRef(vm.False)
      }),
    ],
    methods: [
      method('getter(self, object, /) -> object', 'A copy with another getter.', (vm, self, getter) =>
        copyWith(vm, self, { getter }),
      ),
      method('setter(self, object, /) -> object', 'A copy with another setter.', (vm, self, setter) =>
        copyWith(vm, self, { setter }),
      ),
      method('deleter(self, object, /) -> object', 'A copy with another deleter.', (vm, self, deleter) =>
        copyWith(vm, self, { deleter }),
      ),
      packed(
        'all',
        rawMethod<PyProperty>(
          '__set_name__(self, owner, name, /)',
          'Learns the attribute name.',
          (vm, self, args) => {
            if (args.length !== 2)
              vm.raise(
                'TypeError',
                `__set_name__() takes 2 positional arguments but ${args.length} were given`,
              )
            const old = self.attribute
            self.attribute = newRef(args[1]!)
            releaseMaybe(old)
            return newRef(vm.None)
          },
        ),
      ),
    ],
  },
)
