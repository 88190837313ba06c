/** `memoryview`: its methods and operators, and the iterator over its items. As `Objects/memoryobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { newViewByMethod } from './buffer-wrapper.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { hexText } from './bytes-methods.ts'
import { EQ, NE } from './declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from './declare/type.ts'
import { PyExporter } from './exporter.ts'
import { newInt, PyInt } from './int.ts'
import {
  checkView,
  isContiguous,
  newView,
  newViewLike,
  PyManagedBuffer,
  PyMemoryView,
  type ViewLayout,
} from './memoryview.ts'
import { castView } from './memoryview-cast.ts'
import { isEqualView, itemFormat, newItem, newNestedList, putItem } from './memoryview-items.ts'
import { hashOf } from './protocols/comparison.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceRange } from './slice.ts'
import { newStr, PyStr } from './str.ts'
import { hashBytes } from './text/hash.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export const managedBufferSpec = defineType(PyManagedBuffer, 'managedbuffer', null, {
  basicsize: 112,
  container: true,
  noInstantiation: true,
  slots: {},
})

/** A view of all bytes of an object; null where it has none to show. */
function newViewMaybe(vm: VM, object: PyObject): Own<PyMemoryView> | null {
  if (object instanceof PyMemoryView) {
    checkView(vm, object)
    return newViewLike(vm, object, object.layout)
  }
  const isNative = object instanceof PyBytes || object instanceof PyExporter
  if (isNative && !(typeOf(object).isHeapType && isWritten(vm, object))) return newView(vm, object)
  return newViewByMethod(vm, object)
}

/** Whether a class has a `__buffer__` of its own in Python. */
function isWritten(vm: VM, object: PyObject): boolean {
  const found = typeOf(object).lookup('__buffer__')
  return found !== null && typeOf(found) === vm.types.function
}

function newViewOf(vm: VM, object: PyObject): Own<PyMemoryView> {
  return (
    newViewMaybe(vm, object) ??
    vm.raise('TypeError', `memoryview: a bytes-like object is required, not '${typeName(object)}'`)
  )
}

/** Where the item of an index of each dimension begins. */
function placeOf(vm: VM, view: PyMemoryView, indexes: readonly PyObject[]): number {
  const { shape, strides } = view.layout
  if (indexes.length < shape.length) vm.raise('NotImplementedError', 'sub-views are not implemented')
  if (indexes.length > shape.length) {
    vm.raise('TypeError', `cannot index ${shape.length}-dimension view with ${indexes.length}-element tuple`)
  }
  return indexes.reduce((place, index, dimension) => {
    const at = normalIndex(toIndex(vm, index, 'IndexError'), shape[dimension]!)
    if (at < 0) vm.raise('IndexError', `index out of bounds on dimension ${dimension + 1}`)
    return place + at * strides[dimension]!
  }, view.layout.offset)
}

function isIndexes(key: PyObject): key is PyTuple {
  return key instanceof PyTuple && key.items.every(isIndex)
}

function isSlices(key: PyObject): boolean {
  return key instanceof PyTuple && key.items.length > 0 && key.items.every((each) => each instanceof PySlice)
}

/** The layout of what a slice of the first dimension leaves. */
function sliced(vm: VM, { layout }: PyMemoryView, key: PySlice): ViewLayout {
  const [size, ...sizes] = layout.shape
  const [stride, ...strides] = layout.strides
  const { start, step, count } = sliceRange(vm, key, () => size!)
  return {
    ...layout,
    offset: layout.offset + start * stride!,
    shape: [count, ...sizes],
    strides: [stride! * step, ...strides],
  }
}

function getItem(vm: VM, self: PyMemoryView, key: PyObject): Own {
  checkView(vm, self)
  const item = (place: number): Own => {
    const format = itemFormat(vm, self)
    checkView(vm, self)
    return newItem(vm, self.bytes, place, format)
  }
  const dimensions = self.layout.shape.length
  if (dimensions === 0) {
    if (key instanceof PyTuple && key.items.length === 0) return item(self.layout.offset)
    if (key === vm.Ellipsis) return newRef(self)
    return vm.raise('TypeError', 'invalid indexing of 0-dim memory')
  }
  if (isIndex(key)) {
    if (dimensions > 1) vm.raise('NotImplementedError', 'multi-dimensional sub-views are not implemented')
    return item(placeOf(vm, self, [key]))
  }
  if (key instanceof PySlice) {
    const bounds = [key.start, key.stop, key.step]
    if (bounds.every((each) => each === vm.None || each instanceof PyInt))
      return newViewLike(vm, self, sliced(vm, self, key))
    // Asking for the bounds may run code that releases the view: the bytes stay.
    return lend(newViewLike(vm, self, self.layout), (whole) => newViewLike(vm, whole, sliced(vm, whole, key)))
  }
  if (isIndexes(key)) return item(placeOf(vm, self, key.items))
  if (isSlices(key)) return vm.raise('NotImplementedError', 'multi-dimensional slicing is not implemented')
  return vm.raise('TypeError', 'memoryview: invalid slice key')
}

function setItem(vm: VM, self: PyMemoryView, key: PyObject, value: PyObject | null): void {
  checkView(vm, self)
  const { layout } = self
  if (layout.readonly) return vm.raise('TypeError', 'cannot modify read-only memory')
  if (value === null) return vm.raise('TypeError', 'cannot delete memory')
  const dimensions = layout.shape.length
  const put = (place: number): void => {
    putItem(
      vm,
      self,
      () => {
        checkView(vm, self)
        return place
      },
      value,
    )
  }
  itemFormat(vm, self)
  if (dimensions === 0) {
    if (key !== vm.Ellipsis && !(key instanceof PyTuple && key.items.length === 0))
      return vm.raise('TypeError', 'invalid indexing of 0-dim memory')
    return put(layout.offset)
  }
  if (isIndex(key)) {
    if (dimensions > 1) vm.raise('NotImplementedError', 'sub-views are not implemented')
    return put(placeOf(vm, self, [key]))
  }
  if (key instanceof PySlice && dimensions === 1) return setSlice(vm, self, key, value)
  if (isIndexes(key)) return put(placeOf(vm, self, key.items))
  if (key instanceof PySlice || isSlices(key)) {
    return vm.raise(
      'NotImplementedError',
      'memoryview slice assignments are currently restricted to ndim = 1',
    )
  }
  return vm.raise('TypeError', 'memoryview: invalid slice key')
}

function setSlice(vm: VM, self: PyMemoryView, key: PySlice, value: PyObject): void {
  const source =
    newViewMaybe(vm, value) ??
    vm.raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`)
  lend(source, (from) => {
    const into = sliced(vm, self, key)
    const plain = (layout: ViewLayout): string => layout.format.replace('@', '')
    const isAlike =
      plain(from.layout) === plain(into) &&
      from.layout.shape.length === 1 &&
      from.layout.shape[0] === into.shape[0]
    if (!isAlike) vm.raise('ValueError', 'memoryview assignment: lvalue and rvalue have different structures')
    checkView(vm, self)
    const { itemsize, offset, strides } = into
    const bytes = from.toBytes().slice()
    for (let i = 0; i < into.shape[0]!; i++)
      self.bytes.set(bytes.subarray(i * itemsize, (i + 1) * itemsize), offset + i * strides[0]!)
  })
}

/** Bytes of all items; in Fortran's order the first dimension runs fastest. */
function bytesInOrder(view: PyMemoryView, order: string): Uint8Array {
  const { layout } = view
  const isTurned = order === 'F' || (order === 'A' && isContiguous(layout, 'F') && !isContiguous(layout, 'C'))
  if (!isTurned || layout.shape.length < 2) return view.toBytes().slice()
  const { itemsize, offset, shape, strides } = layout
  let places = [offset]
  for (let i = shape.length - 1; i >= 0; i--) {
    places = places.flatMap((place) => Array.from({ length: shape[i]! }, (_, n) => place + n * strides[i]!))
  }
  // The last dimension was laid out first: what runs fastest is the first.
  const bytes = new Uint8Array(places.length * itemsize)
  places.forEach((place, i) => bytes.set(view.bytes.subarray(place, place + itemsize), i * itemsize))
  return bytes
}

function hashView(vm: VM, self: PyMemoryView): NonNullable<PyMemoryView['hash']> {
  if (self.hash !== null) return self.hash
  checkView(vm, self)
  const { layout, source } = self
  if (!layout.readonly) return vm.raise('ValueError', 'cannot hash writable memoryview object')
  const format = itemFormat(vm, self)
  if (format.size !== 1 || format.kind === '?')
    return vm.raise('ValueError', "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
  if (source !== null) hashOf(vm, source)
  self.hash = hashBytes(self.toBytes())
  return self.hash
}

function newNumbers(vm: VM, numbers: readonly number[]): Own {
  return newTuple(
    vm,
    numbers.map((each) => newInt(vm, each)),
  )
}

const method = methodsOf<PyMemoryView>()

/** An attribute that only a view has that is not released. */
const viewed = (name: string, doc: string, get: (vm: VM, self: PyMemoryView) => Own) =>
  getset<PyMemoryView>(name, doc, (vm, self) => {
    checkView(vm, self)
    return get(vm, self)
  })

export const memoryviewSpec = defineType(
  PyMemoryView,
  'memoryview(object)',
  'A view of the bytes of another object.',
  {
    basicsize: 144,
    itemsize: 8,
    container: true,
    hasWeakrefs: true,
    patma: 'sequence',
    slots: {
      __new__: (vm, _cls, args, kwnames) => {
        if (args.length > 1) {
          const keyword = args.length === kwnames?.length ? 'keyword ' : ''
          return vm.raise(
            'TypeError',
            `memoryview() takes at most 1 ${keyword}argument (${args.length} given)`,
          )
        }
        if (args.length === 0 || (kwnames !== null && kwnames.length > 0 && kwnames[0]!.value !== 'object')) {
          return vm.raise('TypeError', "memoryview() missing required argument 'object' (pos 1)")
        }
        return newViewOf(vm, args[0]!)
      },
      __repr__: (vm, self) =>
        newStr(vm, `<${self.isReleased ? 'released memory' : 'memory'} at ${addressText(self)}>`),
      __hash__: hashView,
      __iter__: (vm, self) => {
        checkView(vm, self)
        const { shape } = self.layout
        if (shape.length === 0) vm.raise('TypeError', 'invalid indexing of 0-dim memory')
        if (shape.length > 1)
          vm.raise('NotImplementedError', 'multi-dimensional sub-views are not implemented')
        itemFormat(vm, self)
        return tracked(vm, new PyMemoryIterator(vm.types.memory_iterator, newRef(self))) as unknown as Own
      },
      __len__: (vm, self) => {
        checkView(vm, self)
        return self.layout.shape[0] ?? vm.raise('TypeError', '0-dim memory has no length')
      },
      __getitem__: getItem,
      __setitem__: setItem,
      richcompare: (vm, self, other, operator) => {
        if (operator !== EQ && operator !== NE) return newRef(vm.NotImplemented)
        const result = (same: boolean): Own => newBool(vm, same === (operator === EQ))
        if (self.isReleased || (other instanceof PyMemoryView && other.isReleased))
          return result((self as PyObject) === other)
        if (other instanceof PyMemoryView) return result(isEqualView(self, other))
        const view = newViewMaybe(vm, other)
        if (view === null) return newRef(vm.NotImplemented)
        return lend(view, (theirs) => result(isEqualView(self, theirs)))
      },
    },
    getset: [
      viewed('obj', 'What it shows.', (vm, self) => newRef(self.source ?? vm.None)),
      viewed('nbytes', 'How many bytes.', (vm, self) => newInt(vm, self.byteCount)),
      viewed('itemsize', 'Bytes of an item.', (vm, self) => newInt(vm, self.layout.itemsize)),
      viewed('format', 'The format of an item.', (vm, self) => newStr(vm, self.layout.format)),
      viewed('ndim', 'Dimensions.', (vm, self) => newInt(vm, self.layout.shape.length)),
      viewed('shape', 'Items of each dimension.', (vm, self) => newNumbers(vm, self.layout.shape)),
      viewed('strides', 'Bytes from one item of each dimension to the next.', (vm, self) =>
        newNumbers(vm, self.layout.strides),
      ),
      viewed('suboffsets', 'Always empty: no item lies behind a pointer.', (vm) => newNumbers(vm, [])),
      viewed('readonly', 'Whether it cannot be written.', (vm, self) => newBool(vm, self.layout.readonly)),
      viewed('c_contiguous', 'Whether its bytes lie side by side, the last dimension fastest.', (vm, self) =>
        newBool(vm, isContiguous(self.layout, 'C')),
      ),
      viewed('f_contiguous', 'Whether its bytes lie side by side, the first dimension fastest.', (vm, self) =>
        newBool(vm, isContiguous(self.layout, 'F')),
      ),
      viewed('contiguous', 'Whether its bytes lie side by side.', (vm, self) =>
        newBool(vm, isContiguous(self.layout, 'C') || isContiguous(self.layout, 'F')),
      ),
    ],
    methods: [
      method('__buffer__(self, flags: ssize_t, /) -> object', 'A memoryview of the object.', (vm, self) =>
        newViewOf(vm, self),
      ),
      method('__release_buffer__(self, buffer: object, /)', 'Ends a view of it.', (vm, self, buffer) =>
        endView(vm, self, buffer),
      ),
      method('release(self, /)', 'Gives the object free.', (_vm, self) => self.end()),
      method("tobytes(self, /, order: object = 'C') -> object", 'A copy as bytes.', (vm, self, order) => {
        checkView(vm, self)
        const letter = order === vm.None ? 'C' : order instanceof PyStr ? order.value : ''
        if (!(order instanceof PyStr) && order !== vm.None)
          return vm.raise(
            'TypeError',
            `tobytes() argument 'order' must be str or None, not ${typeName(order)}`,
          )
        if (letter !== 'C' && letter !== 'F' && letter !== 'A')
          return vm.raise('ValueError', "order must be 'C', 'F' or 'A'")
        return newBytes(vm, bytesInOrder(self, letter))
      }),
      method(
        'hex(self, /, sep: object = NULL, bytes_per_sep: ssize_t = 1) -> str',
        'Two hexadecimal digits a byte.',
        (vm, self, sep, group) => {
          checkView(vm, self)
          return hexText(vm, self.toBytes(), sep, group)
        },
      ),
      method(
        'tolist(self, /) -> object',
        'A copy as a list, of lists if there are dimensions.',
        (vm, self) => {
          checkView(vm, self)
          return newNestedList(vm, self)
        },
      ),
      method('toreadonly(self, /) -> object', 'A view that cannot be written.', (vm, self) => {
        checkView(vm, self)
        return newViewLike(vm, self, { ...self.layout, readonly: true })
      }),
      method(
        'cast(self, /, format: object, shape: object = NULL) -> object',
        'A view with another format or shape.',
        castView,
      ),
      method('__enter__(self, /) -> object', 'The view itself.', (vm, self) => {
        checkView(vm, self)
        return newRef(self)
      }),
      method('__exit__(self, /, *exc_info)', 'Gives the object free.', (_vm, self) => self.end()),
      classMethod(
        '_from_flags(cls, /, object, flags: ssize_t) -> object',
        'A view as a consumer with these flags sees it.',
        (vm, _cls, object, flags) => {
          const view = newViewOf(vm, object)
          if ((flags & 1) === 0 || !view.layout.readonly) return view
          release(view)
          return vm.raise('BufferError', 'Object is not writable.')
        },
      ),
    ],
  },
)

/** `__release_buffer__` of what is written in TypeScript. */
export function endView(vm: VM, self: PyObject, view: PyObject): void {
  if (!(view instanceof PyMemoryView)) return vm.raise('TypeError', 'expected a memoryview object')
  if (view.isReleased) return
  if (view.source !== self) return vm.raise('ValueError', "memoryview's buffer is not this object")
  view.end()
}

export class PyMemoryIterator extends PyObject {
  /** Null when exhausted. */
  view: Held<PyMemoryView> | null
  readonly length: number
  index = 0

  constructor(type: HeapType, view: Own<PyMemoryView>) {
    super(type)
    this.view = view
    this.length = view.layout.shape[0]!
  }

  override traverse(visit: Visit): void {
    if (this.view !== null) visit(this.view, 'view')
  }

  override dealloc(): void {
    const { view } = this
    this.view = null
    releaseMaybe(view)
  }
}

export const memoryIteratorSpec = defineType(PyMemoryIterator, 'memory_iterator', null, {
  basicsize: 48,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const { view } = self
      if (view === null) return null
      if (self.index < self.length) {
        checkView(vm, view)
        const { offset, strides } = view.layout
        return newItem(vm, view.bytes, offset + self.index++ * strides[0]!, itemFormat(vm, view))
      }
      self.view = null
      release(view)
      return null
    },
  },
})
