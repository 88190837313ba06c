/**
 * Making a class: what `type(name, bases, namespace)` and so every `class` statement does.
 *
 * The steps, in this order, as `type_new` of `Objects/typeobject.c`: the metaclass, the best base, slots,
 * the type object with its namespace, the attributes set by the machine (`__module__`, `__qualname__`,
 * `__doc__`, `__dict__`, `__weakref__`), the MRO and slots, `__classcell__`, then `__set_name__` and
 * `__init_subclass__`.
 */
import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { basicReferences, weakReferencesOf } from '../heap/weakrefs.ts'
import { PyCell } from './cell.ts'
import { newClassMethod } from './class-method.ts'
import type { KwNames } from './declare/slots.ts'
import { type GetSetSpec, getset, member } from './declare/type.ts'
import { newGetSet } from './descriptors.ts'
import { newDict, PyDict, putItem } from './dict.ts'
import { encodeText } from './encodings.ts'
import { addNote, raiseAttributeError } from './exceptions.ts'
import { PyFunction } from './function.ts'
import { getDict, putDict } from './instance.ts'
import { newList } from './list.ts'
import { getAttrNamed, getAttrNamedMaybe, withName } from './protocols/attributes.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { toTuple } from './protocols/iteration.ts'
import { toRepr } from './protocols/text.ts'
import { Raise } from './raise.ts'
import { fillSlots } from './slot-table.ts'
import { newStaticMethod } from './static-method.ts'
import { isExactStr, newInterned, PyStr } from './str.ts'
import { newSuper } from './super.ts'
import { isIdentifier } from './text/unicode.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import { PyType, typeName, typeOf } from './type.ts'
import { basesOf, settleMro } from './type-bases.ts'
import { bestBase } from './type-layout.ts'
import { fullName } from './type-object.ts'
import type { VM } from './vm.ts'
import { newWeakref } from './weakref.ts'

const subclassedAtStart: ReadonlySet<string> = new Set([
  'builtin_function_or_method',
  'classmethod',
  'dict',
  'list',
  'property',
  'staticmethod',
  'type',
  'types.GenericAlias',
  'SystemError',
])

/** CPython keeps names and documentation of types as UTF-8: surrogates have none. */
export function checkUtf8(vm: VM, text: PyStr): void {
  if (/[\ud800-\udfff]/.test(text.value)) encodeText(vm, text, 'utf-8', 'strict')
}

/** The most derived metaclass of the bases (`_PyType_CalculateMetaclass`). Raises TypeError on a conflict. */
export function calculateMetaclass(vm: VM, metatype: PyType, bases: readonly PyObject[]): PyType {
  let winner = metatype
  for (const base of bases) {
    const type = typeOf(base)
    if (winner.isSubtype(type)) continue
    if (type.isSubtype(winner)) winner = type
    else {
      return vm.raise(
        'TypeError',
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
    }
  }
  return winner
}

/** `type.__new__(metatype, name, bases, namespace, **kwargs)`. */
export function newType(
  vm: VM,
  metatype: PyType,
  name: PyStr,
  basesTuple: PyTuple,
  original: PyDict,
  args: readonly PyObject[],
  kwnames: KwNames,
): Own {
  for (const base of basesTuple.items) {
    if (!(base instanceof PyType) && getAttrNamedMaybe(vm, base, '__mro_entries__') !== null) {
      return vm.raise('TypeError', "type() doesn't support MRO entry resolution; use types.new_class()")
    }
  }
  const winner = calculateMetaclass(vm, metatype, basesTuple.items)
  if (winner !== metatype && winner.slots.__new__ !== metatype.slots.__new__) {
    return winner.slots.__new__!(vm, winner, args, kwnames)
  }
  const bases =
    basesTuple.items.length === 0 ? newTuple(vm, [newRef(vm.types.object) as Held]) : newRef(basesTuple)
  const namespace = copyNamespace(vm, original)
  let type: PyType
  try {
    type = makeClass(vm, winner, name, bases, namespace)
  } catch (thrown) {
    release(bases)
    release(namespace)
    throw thrown
  }
  const made = type as Own<PyType>
  try {
    setNames(vm, type)
    initSubclass(vm, type, args, kwnames)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

function copyNamespace(vm: VM, original: PyDict): Own<PyDict> {
  const copy = newDict(vm)
  original.each((key, value) => putItem(vm, copy, key, newRef(value)))
  return copy
}

function makeClass(
  vm: VM,
  metatype: PyType,
  name: PyStr,
  basesTuple: Own<PyTuple>,
  namespace: Own<PyDict>,
): PyType {
  const bases = basesTuple.items as readonly Held[]
  const base = bestBase(vm, bases)
  const typedBases = bases as unknown as readonly PyType[]
  checkUtf8(vm, name)
  const doc = namespace.getStr('__doc__')
  if (doc instanceof PyStr) checkUtf8(vm, doc)
  if (name.value.includes('\0')) vm.raise('ValueError', 'type name must not contain null characters')
  const plan = planStorage(vm, base, typedBases, namespace, name.value)
  const sizes = { basicsize: base.basicsize + 8 * plan.added.length, itemsize: base.itemsize }
  const type = new PyType(vm, metatype, name.value, base.cls, null, null, sizes)
  type.slotsTuple = plan.stored
  type.subclassable = true
  type.base = newRef(base)
  type.bases = basesTuple
  type.namespace = namespace
  type.memberNames = [...base.memberNames, ...plan.added]
  type.memberOrder = [...plan.added.map((_, i) => base.memberNames.length + i), ...base.memberOrder]
  type.hasDict = base.hasDict || plan.addsDict
  type.hasWeakrefs = base.hasWeakrefs || plan.addsWeakrefs
  type.addsStorage = base.addsStorage || plan.addsDict || plan.added.length > 0
  type.addsWeakrefs = base.addsWeakrefs || plan.addsWeakrefs
  // An instance refers to its class, and the class may come to refer to the instance.
  type.isContainer = true
  type.patma = typedBases.map((each) => each.patma).find((each) => each !== null) ?? null
  // Inline values need a class whose instances are nothing but attributes.
  type.hasInlineValues =
    type.hasDict && type.memberNames.length === 0 && (base.cls as unknown) === vm.types.object.cls
  vm.heap.collector.track(type)
  try {
    prepareNamespace(vm, type, namespace)
    setClassCell(vm, type)
    settleMro(vm, type)
    addMembers(vm, type, plan)
    for (const each of basesOf(type)) {
      if (each.subclasses.size === 0 && !hasUnseenSubclass(each)) each.subclassesDict ??= newDict(vm)
      each.subclasses.add(type)
      type.basesKnow.push(newWeakref(vm, vm.types.ReferenceType, type, null))
    }
    hideHash(vm, type)
    fillSlots(type)
    warnOfKeys(vm, type)
  } catch (thrown) {
    // The caller still owns what it gave: the half-made type must not release it too.
    newRef(basesTuple)
    newRef(namespace)
    release(type as Own<PyType>)
    throw thrown
  }
  return type
}

/** Whether CPython has made a subclass of a built-in type when it starts that does not exist here. */
function hasUnseenSubclass(type: PyType): boolean {
  return !type.isHeapType && subclassedAtStart.has(type.name)
}

function warnOfKeys(vm: VM, type: PyType): void {
  let hasOther = false
  type.namespace.each((key) => {
    if (!isExactStr(vm, key)) hasOther = true
  })
  if (hasOther) vm.warn('RuntimeWarning', `non-string key in the __dict__ of class ${type.name}`)
}

interface StoragePlan {
  /** New `__slots__` members, as stored (private names mangled), and as declared. */
  readonly added: readonly string[]
  readonly addsDict: boolean
  readonly addsWeakrefs: boolean
  /** The class's own record of `added`. */
  readonly stored: Own<PyTuple> | null
}

function planStorage(
  vm: VM,
  base: PyType,
  bases: readonly PyType[],
  namespace: PyDict,
  className: string,
): StoragePlan {
  const declared = namespace.getStr('__slots__')
  if (declared === null)
    return {
      added: [],
      addsDict: !base.hasDict,
      addsWeakrefs: !base.hasWeakrefs && base.itemsize === 0,
      stored: null,
    }
  return lend(declaredSlots(vm, declared), (slots) => planSlots(vm, base, bases, namespace, className, slots))
}

/** What `__slots__` lists; one name may stand for itself. */
function declaredSlots(vm: VM, declared: PyObject): Own<PyTuple> {
  if (declared instanceof PyStr) return newTuple(vm, [newRef(declared)])
  return toTuple(vm, declared)
}

/** Reads `__slots__` (`type_new_slots`). */
function planSlots(
  vm: VM,
  base: PyType,
  bases: readonly PyType[],
  namespace: PyDict,
  className: string,
  slots: PyTuple,
): StoragePlan {
  const mayAddDict = !base.hasDict
  const mayAddWeakrefs = !base.hasWeakrefs && base.itemsize === 0
  const names: string[] = []
  for (const slot of slots.items) {
    if (!(slot instanceof PyStr))
      return vm.raise('TypeError', `__slots__ items must be strings, not '${typeName(slot)}'`)
    if (!isIdentifier(slot.value)) vm.raise('TypeError', '__slots__ must be identifiers')
    names.push(slot.value)
  }
  if (names.length > 0 && base.itemsize !== 0) {
    vm.raise('TypeError', `nonempty __slots__ not supported for subtype of '${base.name}'`)
  }
  let addsDict = false
  let addsWeakrefs = false
  const added: string[] = []
  for (const name of names) {
    if (name === '__dict__') {
      if (!mayAddDict || addsDict) vm.raise('TypeError', '__dict__ slot disallowed: we already got one')
      addsDict = true
    } else if (name === '__weakref__') {
      if (!mayAddWeakrefs || addsWeakrefs)
        vm.raise('TypeError', '__weakref__ slot disallowed: we already got one')
      addsWeakrefs = true
    } else {
      const stored = mangle(name, className)
      if (namespace.getStr(stored) !== null && name !== '__qualname__' && name !== '__classcell__') {
        vm.raise('ValueError', `'${name}' in __slots__ conflicts with class variable`)
      }
      added.push(stored)
    }
  }
  added.sort()
  // Gathered in a list, which is then sorted.
  const gathered = newList(
    vm,
    added.map((name) => newInterned(vm, name)),
  )
  const stored = newTuple(vm, gathered.items.map(newRef))
  release(gathered)
  // A secondary base may bring what this class does not declare.
  for (const other of bases) {
    if (other === base) continue
    if (mayAddDict && !addsDict && other.hasDict) addsDict = true
    if (mayAddWeakrefs && !addsWeakrefs && other.hasWeakrefs) addsWeakrefs = true
  }
  return { added, addsDict, addsWeakrefs, stored }
}

/** Private names in `__slots__` are stored as the class body would spell them. */
function mangle(name: string, className: string): string {
  const stripped = className.replace(/^_+/, '')
  return name.startsWith('__') && !name.endsWith('__') && !name.includes('.') && stripped !== ''
    ? `_${stripped}${name}`
    : name
}

function prepareNamespace(vm: VM, type: PyType, namespace: PyDict): void {
  if (namespace.getStr('__module__') === null) {
    const name = vm.currentFrame?.globals.getStr('__name__')
    if (name != null) namespace.putStr(vm, '__module__', newRef(name))
  }
  const qualname = namespace.getStr('__qualname__')
  if (qualname !== null) {
    if (!(qualname instanceof PyStr)) {
      vm.raise('TypeError', `type __qualname__ must be a str, not ${typeName(qualname)}`)
    } else type.qualname = qualname.value
    namespace.removeStr('__qualname__')
  }
  const maker = namespace.getStr('__new__')
  if (maker instanceof PyFunction) namespace.putStr(vm, '__new__', newStaticMethod(vm, newRef(maker)))
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const found = namespace.getStr(name)
    if (found instanceof PyFunction) namespace.putStr(vm, name, newClassMethod(vm, newRef(found)))
  }
}

/** The `__dict__` that a built-in base of the object's class has: it knows better. */
function builtinDescriptor(vm: VM, self: PyObject): { found: PyObject; slots: PyType['slots'] } | null {
  for (let type: PyType | null = typeOf(self); type !== null; type = type.base) {
    if (type.isHeapType || !type.hasDict || type.base === null) continue
    const found = type.lookup('__dict__')
    const slots = found === null ? null : typeOf(found).slots
    if (found !== null && slots !== null && slots.__get__ !== null && slots.__set__ !== null)
      return { found, slots }
    return vm.raise('TypeError', `this __dict__ descriptor does not support '${typeName(self)}' objects`)
  }
  return null
}

const dictAttribute: GetSetSpec = getset(
  '__dict__',
  'The attributes of the instance.',
  (vm, self) => {
    const base = builtinDescriptor(vm, self)
    return base === null ? getDict(vm, self) : base.slots.__get__!(vm, base.found, self, typeOf(self))
  },
  (vm, self, value) => {
    const base = builtinDescriptor(vm, self)
    if (base !== null) return base.slots.__set__!(vm, base.found, self, value)
    if (value !== null && !(value instanceof PyDict)) {
      vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`)
    }
    putDict(self, value === null ? null : newRef(value as PyDict))
  },
)

const weakrefAttribute: GetSetSpec = getset(
  '__weakref__',
  'A weak reference to the object, if there is one.',
  (vm, self) => newRef(basicReferences(self).ref ?? weakReferencesOf(self)[0] ?? vm.None),
)

function addMembers(vm: VM, type: PyType, plan: StoragePlan): void {
  const first = type.memberNames.length - plan.added.length
  plan.added.forEach((name, i) =>
    type.namespace.putStr(vm, name, newGetSet(vm, type, slotMember(name, first + i))),
  )
  const isFree = (name: string): boolean => type.namespace.getStr(name) === null
  if (plan.addsDict && isFree('__dict__'))
    type.namespace.putStr(vm, '__dict__', newGetSet(vm, type, dictAttribute))
  if (plan.addsWeakrefs && isFree('__weakref__'))
    type.namespace.putStr(vm, '__weakref__', newGetSet(vm, type, weakrefAttribute))
  if (type.namespace.getStr('__doc__') === null) type.namespace.putStr(vm, '__doc__', newRef(vm.None))
}

/** The descriptor of a `__slots__` name. */
function slotMember(name: string, index: number): GetSetSpec {
  return member(
    name,
    '',
    (vm, self) => {
      const value = self.members![index]
      if (value != null) return newRef(value)
      const message = `'${fullName(typeOf(self))}' object has no attribute '${name}'`
      return withName(vm, name, (key) => raiseAttributeError(vm, self, key, message))
    },
    (vm, self, value) => {
      const slots = self.members!
      const old = slots[index] ?? null
      if (value === null && old === null) vm.raise('AttributeError', name)
      slots[index] = value === null ? null : newRef(value)
      if (old !== null) release(old)
    },
  )
}

/** A class that defines `__eq__` but not `__hash__` is not hashable. */
function hideHash(vm: VM, type: PyType): void {
  const { namespace } = type
  if (namespace.getStr('__eq__') !== null && namespace.getStr('__hash__') === null) {
    namespace.putStr(vm, '__hash__', newRef(vm.None))
  }
}

/** Fills the cell behind `__class__` and `super()`. */
function setClassCell(vm: VM, type: PyType): void {
  for (const name of ['__classcell__', '__classdictcell__'] as const) {
    const cell = type.namespace.getStr(name)
    if (cell === null) continue
    if (!(cell instanceof PyCell)) {
      return vm.raise('TypeError', `${name} must be a nonlocal cell, not <class '${typeName(cell)}'>`)
    }
    putField(cell, 'value', name === '__classcell__' ? newRef(type) : newRef(type.namespace))
    type.namespace.removeStr(name)
  }
}

/** Tells each attribute its name (`__set_name__`). An error gets a note that names class and attribute. */
function setNames(vm: VM, type: PyType): void {
  const names = copyNamespace(vm, type.namespace)
  const entries: [PyObject, PyObject][] = []
  names.each((key, value) => entries.push([key, value]))
  try {
    for (const [key, value] of entries) {
      if (typeOf(value).lookup('__set_name__') === null) continue
      try {
        const result = callBoundSpecial(vm, value, '__set_name__', [type, key])
        if (result !== null) release(result)
      } catch (thrown) {
        if (thrown instanceof Raise) {
          addNote(
            vm,
            thrown.exception,
            `Error calling __set_name__ on '${typeName(value)}' instance ${toRepr(vm, key)} in '${type.name}'`,
          )
        }
        throw thrown
      }
    }
  } finally {
    release(names)
  }
}

/** `super(cls, cls).__init_subclass__(**kwargs)`. */
function initSubclass(vm: VM, type: PyType, args: readonly PyObject[], kwnames: KwNames): void {
  const keywords = kwnames === null ? [] : args.slice(args.length - kwnames.length)
  const inherited = type.mro.slice(1).find((each) => each.lookupOwn('__init_subclass__') !== null)
  if (inherited === vm.types.object && keywords.length === 0 && type.mro[0] === type) return
  lend(newSuper(vm, type, type), (parent) =>
    lend(getAttrNamed(vm, parent, '__init_subclass__'), (hook) => release(vm.call(hook, keywords, kwnames))),
  )
}

/** Whether a class is abstract: `__abstractmethods__` is set and not empty. */
export function setAbstractMethods(vm: VM, type: PyType, value: PyObject | null): void {
  type.isAbstract = value !== null && isTrue(vm, value)
}
