/**
 * The module `_ctypes`: the first words of objects by their addresses, as programs read them that look at
 * reference counts from outside. An object's memory begins with its count and the address of its type; what
 * stood at the address of a dead object reads as zero. What has a size keeps it in the third word.
 */
import { isImmortal, type PyObject, traverse } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { PyBytes } from '../objects/bytes.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { PyDict } from '../objects/dict.ts'
import { newInt } from '../objects/int.ts'
import { PyList } from '../objects/list.ts'
import { PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import type { Engine } from '../vm/interpreter.ts'

const WORD = 8n
const IMMORTAL_COUNT = 0xffff_ffffn

/** The live object at an address, borrowed: looked for from the roots and from what the collector watches. */
function objectAt(vm: VM, address: number): PyObject | null {
  const seen = new Set<PyObject>()
  const waiting: PyObject[] = []
  const note = (object: PyObject): void => {
    if (seen.has(object)) return
    seen.add(object)
    waiting.push(object)
  }
  ;(vm as Engine).roots.each(note)
  for (const object of vm.heap.collector.objects()) note(object)
  for (const object of [
    vm.None,
    vm.True,
    vm.False,
    vm.NotImplemented,
    vm.Ellipsis,
    vm.emptyTuple,
    vm.emptyStr,
  ])
    note(object)
  for (const object of [...vm.smallInts, ...vm.latin1, ...Object.values(vm.types)]) note(object)
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object.address === address) return object
    note(object.type)
    traverse(object, note)
    object.hidden(note)
    if (object instanceof PyType) note(object.namespace)
    if (object.dict !== null) note(object.dict)
  }
  return null
}

/** The word at an address, unsigned; zero where no object is. */
function wordAt(vm: VM, address: bigint): bigint {
  const object = objectAt(vm, Number(address))
  if (object !== null) return isImmortal(object) ? IMMORTAL_COUNT : BigInt(object.refcnt)
  const typed = objectAt(vm, Number(address - WORD))
  if (typed !== null) return BigInt(typed.type.address)
  const sized = objectAt(vm, Number(address - 2n * WORD))
  return sized === null ? 0n : BigInt(sizeOf(vm, sized))
}

/** The third word of the types whose memory has a size there: `ob_size`, `ma_used`, `length`. */
function sizeOf(vm: VM, object: PyObject): number {
  if (object instanceof PyList || object instanceof PyTuple) return object.items.length
  if (object instanceof PyDict) return object.size
  if (object instanceof PyBytes) return object.value.length
  if (object instanceof PyStr) return [...object.value].length
  return vm.raise(
    'NotImplementedError',
    `ctypes: of '${typeName(object)}' only the count and the type can be read`,
  )
}

export const ctypesModule = defineModule('_ctypes', 'The memory of objects.', {
  functions: [
    fn('read_word(address: int, /) -> int', 'The word at an address.', wordAt),
    fn('object_at(address: int, /) -> object', 'The object at an address.', (vm, address): Own => {
      const object = objectAt(vm, Number(address))
      return object === null ? vm.raise('ValueError', `there is no object at ${address}`) : newRef(object)
    }),
    fn(
      'add_reference(object, /) -> object',
      'Counts a reference that nobody holds; the count.',
      (vm, object) => newInt(vm, newRef(object).refcnt - 1),
    ),
    fn(
      'drop_reference(object, /) -> object',
      'Takes a reference away that nobody gives up; the count.',
      (vm, object) => {
        release(object as Own)
        return newInt(vm, object.refcnt - 1)
      },
    ),
  ],
})
