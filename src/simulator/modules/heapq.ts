/** `_heapq`: a list as a priority queue. As `Modules/_heapqmodule.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, newRef, release } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { PyList } from '../objects/list.ts'
import { isLess } from '../objects/protocols/comparison.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

/** Whether one item belongs above another. */
type Above = (vm: VM, one: PyObject, other: PyObject) => boolean

const smaller: Above = (vm, one, other) => isLess(vm, one, other)
const greater: Above = (vm, one, other) => isLess(vm, other, one)

function toHeap(vm: VM, name: string, heap: PyObject, place = 'argument'): PyList {
  if (heap instanceof PyList) return heap
  return vm.raise(
    'TypeError',
    `${name}() ${place} must be list, not ${heap === vm.None ? 'None' : typeName(heap)}`,
  )
}

/** Compares two items of the heap, which the comparison must leave as long as it is. */
function isAbove(vm: VM, heap: PyList, above: Above, i: number, j: number): boolean {
  const { length } = heap.items
  const one = newRef(heap.items[i]!)
  const other = newRef(heap.items[j]!)
  let result: boolean
  try {
    result = above(vm, one, other)
  } finally {
    release(one)
    release(other)
  }
  if (heap.items.length !== length) vm.raise('RuntimeError', 'list changed size during iteration')
  return result
}

function swap(heap: PyList, i: number, j: number): void {
  const { items } = heap
  const item = items[i]!
  items[i] = items[j]!
  items[j] = item
}

/** Moves the item at `at` up, no higher than `top`. */
function rise(vm: VM, heap: PyList, above: Above, top: number, at: number): void {
  while (at > top) {
    const parent = (at - 1) >> 1
    if (!isAbove(vm, heap, above, at, parent)) return
    swap(heap, at, parent)
    at = parent
  }
}

/** Moves the item at `at` down to a leaf and from there up to its place: fewer comparisons than stopping on the way. */
function sink(vm: VM, heap: PyList, above: Above, at: number): void {
  const top = at
  const { length } = heap.items
  const limit = length >> 1
  while (at < limit) {
    let child = 2 * at + 1
    if (child + 1 < length && !isAbove(vm, heap, above, child, child + 1)) child++
    swap(heap, at, child)
    at = child
  }
  rise(vm, heap, above, top, at)
}

function pop(vm: VM, heap: PyList, above: Above): Own {
  const { items } = heap
  if (items.length === 0) return vm.raise('IndexError', 'index out of range')
  const last = items.pop()!
  heap.resized(items.length + 1)
  if (items.length === 0) return asOwn(last)
  const result = items[0]!
  items[0] = last
  try {
    sink(vm, heap, above, 0)
  } catch (thrown) {
    release(result)
    throw thrown
  }
  return asOwn(result)
}

function replace(vm: VM, heap: PyList, above: Above, item: PyObject): Own {
  if (heap.items.length === 0) return vm.raise('IndexError', 'index out of range')
  const result = heap.items[0]!
  heap.items[0] = newRef(item) as Held
  try {
    sink(vm, heap, above, 0)
  } catch (thrown) {
    release(result)
    throw thrown
  }
  return asOwn(result)
}

function heapify(vm: VM, heap: PyList, above: Above): void {
  for (let at = (heap.items.length >> 1) - 1; at >= 0; at--) sink(vm, heap, above, at)
}

export const heapqModule = defineModule('_heapq', 'Priority queues.', {
  functions: [
    fn('heappush(heap, item, /)', 'Adds an item.', (vm, heap, item) => {
      const list = toHeap(vm, 'heappush', heap, 'argument 1')
      list.items.push(newRef(item) as Held)
      list.resized(list.items.length - 1)
      rise(vm, list, smaller, 0, list.items.length - 1)
    }),
    fn('heappushpop(heap, item, /) -> object', 'Adds an item and takes the smallest.', (vm, heap, item) => {
      const list = toHeap(vm, 'heappushpop', heap, 'argument 1')
      if (list.items.length === 0) return newRef(item)
      const top = newRef(list.items[0]!)
      let isSmaller: boolean
      try {
        isSmaller = isLess(vm, top, item)
      } finally {
        release(top)
      }
      return isSmaller ? replace(vm, list, smaller, item) : newRef(item)
    }),
    fn('heappop(heap, /) -> object', 'Takes the smallest item.', (vm, heap) =>
      pop(vm, toHeap(vm, 'heappop', heap), smaller),
    ),
    fn(
      'heapreplace(heap, item, /) -> object',
      'Takes the smallest item and adds another.',
      (vm, heap, item) => replace(vm, toHeap(vm, 'heapreplace', heap, 'argument 1'), smaller, item),
    ),
    fn('heapify(heap, /)', 'Makes a list a heap.', (vm, heap) =>
      heapify(vm, toHeap(vm, 'heapify', heap), smaller),
    ),
    fn('_heappop_max(heap, /) -> object', 'Takes the greatest item of a heap of that order.', (vm, heap) =>
      pop(vm, toHeap(vm, '_heappop_max', heap), greater),
    ),
    fn(
      '_heapreplace_max(heap, item, /) -> object',
      'Takes the greatest item and adds another.',
      (vm, heap, item) => replace(vm, toHeap(vm, '_heapreplace_max', heap, 'argument 1'), greater, item),
    ),
    fn('_heapify_max(heap, /)', 'Makes a list a heap with the greatest first.', (vm, heap) =>
      heapify(vm, toHeap(vm, '_heapify_max', heap), greater),
    ),
  ],
})
