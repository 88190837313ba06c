/** `PyCell`: a variable shared between a function and the functions nested in it. As `Objects/cellobject.c`. */

import { putField, takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, releaseMaybe } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { defineType, getset } from './declare/type.ts'
import { compare, unhashable } from './protocols/comparison.ts'
import { newStr } from './str.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

export class PyCell extends PyObject {
  value: Held | null

  constructor(type: HeapType, value: Own | null) {
    super(type)
    this.value = value
  }

  override traverse(visit: Visit): void {
    if (this.value !== null) visit(this.value, 'cell_contents')
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'value'))
  }
}

/** A cell that holds `value`, or is empty. */
export function newCell(vm: VM, value: Own | null): Own<PyCell> {
  const cell = new PyCell(vm.types.cell, value) as Own<PyCell>
  vm.heap.collector.track(cell)
  return cell
}

export const cellSpec = defineType(PyCell, 'cell', 'Holds a variable that functions share.', {
  basicsize: 24,
  container: true,
  slots: {
    __new__(vm, _cls, args, kwnames) {
      if (kwnames !== null && kwnames.length > 0) vm.raise('TypeError', 'cell() takes no keyword arguments')
      checkPositional(vm, 'cell', args.length, 0, 1)
      return newCell(vm, args.length === 0 ? null : newRef(args[0]!))
    },
    __repr__(vm, self) {
      const content =
        self.value === null ? 'empty' : `${typeName(self.value)} object at ${addressText(self.value)}`
      return newStr(vm, `<cell at ${addressText(self)}: ${content}>`)
    },
    __hash__: (vm, self) => unhashable(vm, self),
    richcompare(vm, self, other, operator) {
      if (!(other instanceof PyCell)) return newRef(vm.NotImplemented)
      const [a, b] = [self.value, other.value]
      if (a !== null && b !== null) return compare(vm, a, b, operator)
      // An empty cell is less than one with contents.
      const order = (a === null ? 0 : 1) - (b === null ? 0 : 1)
      const truths = {
        [LT]: order < 0,
        [LE]: order <= 0,
        [EQ]: order === 0,
        [NE]: order !== 0,
        [GT]: order > 0,
        [GE]: order >= 0,
      }
      return newBool(vm, truths[operator])
    },
  },
  getset: [
    getset(
      'cell_contents',
      'What the cell holds.',
      (vm, self) => (self.value === null ? vm.raise('ValueError', 'Cell is empty') : newRef(self.value)),
      (_vm, self, value) => putField(self, 'value', value === null ? null : newRef(value)),
    ),
  ],
})
