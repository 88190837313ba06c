/**
 * `PyInstance`: an instance of a class made in Python whose base is `object`.
 *
 * Its attributes are *inline values*: a table whose keys belong to the class, so the instance owns only the
 * values. When someone asks for `__dict__`, a dict is made that shares the table (it is *embedded*): the
 * instance still owns and visits the values, as `gc.get_referrers` shows on 3.13. A class has room for 30
 * shared names; an instance that needs more, or whose `__dict__` is replaced, gets an ordinary dict.
 * As the inline values of `Objects/dictobject.c` and `Include/internal/pycore_dict.h`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { newDict, PyDict, putItem, releaseTable, type Table, takeItem, unembed } from './dict.ts'
import type { PyStr } from './str.ts'
import { DictTable, MISSING } from './tables/dict-table.ts'
import { type PyType, SHARED_KEYS_MAX, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Bytes that the allocator adds to an instance for the collector, its pointers and room for 30 values. */
const INLINE_VALUES_SIZE = 304

const sameName = (stored: PyObject, name: PyObject): boolean => (stored as PyStr).value === (name as PyStr).value

export class PyInstance extends PyObject {
  /** The inline values; null once an ordinary dict stands in their place, or before the first attribute. */
  values: Table | null = null

  constructor(type: HeapType) {
    super(type, type.basicsize + ((type as PyType).hasInlineValues ? INLINE_VALUES_SIZE : 32))
  }

  /** Whether attributes are still the instance's own, embedded in a dict or not. */
  get hasValues(): boolean {
    this.#settle()
    return this.values !== null
  }

  /** A dict that stopped being embedded has taken the values over. */
  #settle(): void {
    if (this.values !== null && this.dict !== null && !(this.dict as unknown as PyDict).embedded) this.values = null
  }

  override traverseAttributes(visit: Visit): void {
    this.#settle()
    const { values } = this
    if (values !== null) {
      for (let at = values.next(0); at !== MISSING; at = values.next(at + 1)) {
        visit(values.valueAt(at), (values.keyAt(at) as PyStr).value)
      }
    }
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override releaseAttributes(): void {
    this.#settle()
    const { values, dict } = this
    if (values === null || dict === null) {
      this.values = null
      this.dict = null
      if (values !== null) releaseTable(values, true)
      releaseMaybe(dict)
      return
    }
    const embedded = dict as unknown as PyDict
    this.values = null
    this.dict = null
    // Others keep the dict: it takes the values over. Otherwise both go.
    if (dict.refcnt > 1) unembed(embedded)
    else {
      embedded.embedded = false
      releaseTable(embedded.table.detach(), true)
    }
    release(dict)
  }
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
  if (object instanceof PyInstance && typeOf(object).hasInlineValues && (object.hasValues || object.dict === null)) {
    const values = (object.values ??= new DictTable())
    const at = values.find(name, name.hash, sameName)
    if (at !== MISSING) return release(values.replaceAt(at, value) as Held)
    const key = sharedKey(typeOf(object), name)
    if (key !== null) return values.insert(key, key.hash, value, true)
    release(getDict(vm, object))
    unembed(object.dict as unknown as PyDict)
    vm.heap.collector.track(object.dict!)
  }
  object.dict ??= newDict(vm)
  putItem(vm, object.dict as unknown as PyDict, name, value)
}

/** The class's own string for a shared attribute name, added if there is room. */
function sharedKey(type: PyType, name: PyStr): PyStr | null {
  const { sharedKeys } = type
  const existing = sharedKeys.get(name.value)
  if (existing !== undefined) return existing
  if (sharedKeys.size >= SHARED_KEYS_MAX) return null
  sharedKeys.set(name.value, newRef(name))
  return name
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

/** The instance's `__dict__`, made if it does not exist yet (`PyObject_GenericGetDict`). */
export function getDict(vm: VM, object: PyObject): Own<PyDict> {
  if (object.dict === null) {
    const dict = newDict(vm)
    if (object instanceof PyInstance && typeOf(object).hasInlineValues) {
      object.values ??= new DictTable()
      dict.table = object.values
      dict.embedded = true
      vm.heap.collector.track(dict)
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
      if (was.embedded) unembed(was)
      release(old)
    } else if (values !== null) releaseTable(values, true)
    return
  }
  const old = object.dict
  object.dict = dict
  if (old !== null) release(asOwn(old))
}
