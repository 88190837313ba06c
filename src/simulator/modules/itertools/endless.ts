/** `count` and `repeat`. As `Modules/itertoolsmodule.c`. */

import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import { PyComplex } from '../../objects/complex.ts'
import { methodsOf } from '../../objects/declare/type.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { binary } from '../../objects/protocols/numbers.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr } from '../../objects/str.ts'
import { type PyType, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'
import { defineTool, made, PyTool, toolName } from './base.ts'
import { makeRepeat, PyRepeat } from './chains.ts'

export class PyCount extends PyTool {
  readonly owned = ['current', 'step'] as const
  /** The next value; null while `number` has it. */
  current: Held | null
  step: Held | null
  number: number

  constructor(type: PyType, current: Own | null, step: Own, number: number) {
    super(type)
    this.current = current
    this.step = step
    this.number = number
  }
}

function isNumeric(object: PyObject): boolean {
  const { slots } = typeOf(object)
  return (
    slots.__index__ !== null ||
    slots.__float__ !== null ||
    slots.__int__ !== null ||
    object instanceof PyComplex
  )
}

/** The value of an exact int that can be counted on by one without an object. */
function plainStart(vm: VM, start: PyObject, step: PyObject): number | null {
  const isOne = step instanceof PyInt && typeOf(step) === vm.types.int && step.value === 1
  const isPlain = start instanceof PyInt && typeOf(start) === vm.types.int && typeof start.value === 'number'
  return isOne && isPlain ? (start.value as number) : null
}

export const countSpec = defineTool(PyCount, 'itertools.count(start=0, step=1)', 'Numbers without end.', {
  basicsize: 40,
  make: (vm, cls, args, kwnames) => {
    const [start, step] = bindNamed(vm, 'count', args, kwnames, ['start', 'step'], 0)
    for (const value of [start, step]) {
      if (value !== undefined && !isNumeric(value)) return vm.raise('TypeError', 'a number is required')
    }
    const first = start === undefined ? newInt(vm, 0) : newRef(start)
    const by = step === undefined ? newInt(vm, 1) : newRef(step)
    const number = plainStart(vm, first, by)
    if (number === null) return made(vm, new PyCount(cls, first, by, 0))
    release(first)
    return made(vm, new PyCount(cls, null, by, number))
  },
  next: (vm, self) => {
    if (self.current === null) {
      if (self.number < Number.MAX_SAFE_INTEGER) return newInt(vm, self.number++)
      self.current = newInt(vm, self.number)
    }
    const value = self.current as Own
    self.current = binary(vm, value, self.step!, '__add__', '+')
    return value
  },
  slots: {
    __repr__: (vm, self) => {
      const shown = self.current === null ? String(self.number) : toRepr(vm, self.current)
      const name = toolName(typeOf(self))
      const isOne = self.step instanceof PyInt && (self.step as PyInt).value === 1
      return newStr(vm, isOne ? `${name}(${shown})` : `${name}(${shown}, ${toRepr(vm, self.step!)})`)
    },
  },
})

const method = methodsOf<PyRepeat>()

export const repeatSpec = defineTool(
  PyRepeat,
  'itertools.repeat(object, times=None)',
  'One object, again and again.',
  {
    basicsize: 32,
    make: makeRepeat,
    next: (_vm, self) => {
      if (self.count === 0) return null
      if (self.count > 0) self.count--
      return newRef(self.element!)
    },
    slots: {
      __repr__: (vm, self) => {
        const times = self.count < 0 ? '' : `, ${self.count}`
        return newStr(vm, `${toolName(typeOf(self))}(${toRepr(vm, self.element!)}${times})`)
      },
    },
    methods: [
      method('__length_hint__(self, /) -> ssize_t', 'How often it is still repeated.', (vm, self) =>
        self.count < 0 ? vm.raise('TypeError', 'len() of unsized object') : self.count,
      ),
    ],
  },
)
