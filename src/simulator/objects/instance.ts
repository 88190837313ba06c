/**
 * `PyInstance`: an instance of a class made in Python whose base is `object`.
 *
 * Its attributes are *inline values*: a table whose keys belong to the class, so the instance owns only the
 * values. When someone asks for `__dict__`, a dict is made that shares the table (it is *embedded*): the
 * instance still owns and visits the values, and the dict is not visited at all, as `gc.get_referrers` shows on
 * 3.13. Values are visited and released in the order of the class's names (`shared-keys.ts`). An instance
 * for whose names the class has no room, or whose `__dict__` is replaced, gets an ordinary dict.
 * As the inline values of `Objects/dictobject.c` and `Include/internal/pycore_dict.h`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, newRef, release, releaseMaybe } from '../heap/reference.ts'
import {
  newDict,
  outgrow,
  type PyDict,
  putItem,
  releaseTable,
  type Table,
  takeItem,
  unembed,
  type ValuesOwner,
} from './dict.ts'
import { inlineBytes } from './shared-keys.ts'
import type { PyStr } from './str.ts'
import { DictTable, MISSING } from './tables/dict-table.ts'
import { mayBeTracked } from './tuple.ts'
import { type PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Bytes before an instance: the collector's links, and its pointers to `__dict__` and weak references. */
const HEADER_BYTES = 16
const POINTERS_BYTES = 16

/** `nextIndex` of an instance whose attributes do not stand in the order of the class's names. */
const DISORDER = -1

const sameName = (stored: PyObject, name: PyObject): boolean =>
  (stored as PyStr).value === (name as PyStr).value

export class PyInstance extends PyObject implements ValuesOwner {
  /** The inline values; null once an ordinary dict stands in their place, or before the first attribute. */
  values: Table | null = null
  /** One more than the index of the last attribute's name, or DISORDER. */
  #nextIndex = 0

  constructor(type: HeapType) {
    super(type, sizeOfInstance(type as PyType))
    if ((type as PyType).hasInlineValues) (type as PyType).sharedKeys.shrink()
  }

  get places(): number {
    return typeOf(this).sharedKeys.capacity
  }

  /** The class's string for the name of an attribute about to be added, null if there is no room. */
  claim(name: PyStr): PyStr | null {
    const { sharedKeys } = typeOf(this)
    const index = sharedKeys.claim(name)
    if (index < 0) return null
    const { values } = this
    if (this.#nextIndex > index) {
      if (values !== null && values.size > 0) this.#nextIndex = DISORDER
      else this.#nextIndex = index + 1
    } else if (this.#nextIndex !== DISORDER) this.#nextIndex = index + 1
    return sharedKeys.names[index]!
  }

  #eachValue(values: Table, body: (value: PyObject, name: PyStr) => void): void {
    if (this.#nextIndex !== DISORDER) {
      for (let at = values.next(0); at !== MISSING; at = values.next(at + 1))
        body(values.valueAt(at), values.keyAt(at) as PyStr)
      return
    }
    for (const name of typeOf(this).sharedKeys.names) {
      const at = values.find(name, name.hash, sameName)
      if (at !== MISSING) body(values.valueAt(at), name)
    }
  }

  #releaseValues(values: Table): void {
    this.#eachValue(values, (value) => release(value as Held))
  }

  /** Whether attributes are still the instance's own, embedded in a dict or not. */
  get hasValues(): boolean {
    this.#settle()
    return this.values !== null
  }

  /** A dict that stopped being embedded has taken the values over. */
  #settle(): void {
    if (this.values !== null && this.dict !== null && !(this.dict as unknown as PyDict).embedded)
      this.values = null
  }

  override traverseAttributes(visit: Visit): void {
    this.#settle()
    const { values } = this
    if (values !== null) this.#eachValue(values, (value, name) => visit(value, name.value))
    else if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override hidden(visit: Visit): void {
    if (this.hasValues && this.dict !== null) visit(this.dict, '__dict__')
  }

  override releaseAttributes(): void {
    this.#settle()
    const { values, dict } = this
    if (values === null || dict === null) {
      this.values = null
      this.dict = null
      if (values !== null) this.#releaseValues(values)
      releaseMaybe(dict)
      return
    }
    const embedded = dict as unknown as PyDict
    this.values = null
    this.dict = null
    // Others keep the dict: it takes the values over. Otherwise both go.
    if (dict.refcnt > 1) {
      unembed(embedded)
      embedded.table.leaveInstance(this.places)
    } else {
      embedded.owner = null
      this.#releaseValues(embedded.table.detach())
    }
    release(dict)
  }
}

function sizeOfInstance(type: PyType): number {
  if (type.hasInlineValues)
    return HEADER_BYTES + POINTERS_BYTES + type.basicsize + inlineBytes(type.sharedKeys.capacity)
  if (!type.isContainer) return type.basicsize
  return HEADER_BYTES + (type.hasDict || type.hasWeakrefs ? POINTERS_BYTES : 0) + type.basicsize
}

/** The value of an instance attribute, borrowed; null where there is none. Runs no Python code for exact names. */
export function peekAttribute(object: PyObject, name: PyStr): PyObject | null {
  if (object instanceof PyInstance && object.hasValues) {
    const values = object.values!
    const at = values.find(name, name.hash, sameName)
    return at === MISSING ? null : values.valueAt(at)
  }
  const dict = object.dict as PyDict | null
  return dict === null ? null : dict.getStr(name.value)
}

/** Stores an instance attribute (value stolen). The type must give its instances a `__dict__`. */
export function putAttribute(vm: VM, object: PyObject, name: PyStr, value: Own): void {
  if (
    object instanceof PyInstance &&
    typeOf(object).hasInlineValues &&
    (object.hasValues || object.dict === null)
  ) {
    const values = (object.values ??= new DictTable())
    const at = values.find(name, name.hash, sameName)
    if (at !== MISSING) return release(values.replaceAt(at, value) as Held)
    const key = object.claim(name)
    if (key !== null) return values.insert(key, key.hash, value, true)
    release(getDict(vm, object))
    outgrow(object.dict as unknown as PyDict)
  }
  object.dict ??= newDict(vm)
  putItem(vm, object.dict as unknown as PyDict, name, value)
}

/** Deletes an instance attribute; false when it was not there. */
export function removeAttribute(vm: VM, object: PyObject, name: PyStr): boolean {
  if (object instanceof PyInstance && object.hasValues) {
    const values = object.values!
    const at = values.find(name, name.hash, sameName)
    if (at === MISSING) return false
    const value = values.valueAt(at) as Held
    values.removeAt(at)
    release(value)
    return true
  }
  const dict = object.dict as PyDict | null
  if (dict === null) return false
  const value = takeItem(vm, dict, name)
  if (value === null) return false
  release(value)
  return true
}

/** Whether there is an attribute; a `__dict__` is not made for the question (`_PyObject_IsInstanceDictEmpty`). */
export function hasAttributes(object: PyObject): boolean {
  if (object instanceof PyInstance && object.hasValues) return object.values!.size > 0
  return object.dict !== null && (object.dict as unknown as PyDict).size > 0
}

/** The instance's `__dict__`, made if it does not exist yet (`PyObject_GenericGetDict`). */
export function getDict(vm: VM, object: PyObject): Own<PyDict> {
  if (object.dict === null) {
    const dict = newDict(vm)
    if (object instanceof PyInstance && typeOf(object).hasInlineValues) {
      object.values ??= new DictTable()
      dict.table = object.values
      dict.owner = object
      dict.each((_, value) => {
        if (mayBeTracked(value)) vm.heap.collector.track(dict)
      })
    }
    object.dict = dict
  }
  return newRef(object.dict as unknown as PyDict)
}

/** Replaces the instance's `__dict__` (stolen; null deletes it, so that the next use makes an empty one). */
export function putDict(object: PyObject, dict: Own<PyDict> | null): void {
  if (object instanceof PyInstance) {
    const values = object.hasValues ? object.values : null
    const old = object.dict
    object.values = null
    object.dict = dict
    if (old !== null) {
      const was = old as unknown as PyDict
      if (was.embedded) {
        unembed(was)
        was.table.leaveInstance(object.places)
      }
      release(old)
    } else if (values !== null) releaseTable(values, true)
    return
  }
  const old = object.dict
  object.dict = dict
  if (old !== null) release(asOwn(old))
}
