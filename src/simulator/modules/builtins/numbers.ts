/** Built-in functions about numbers and characters. As `Python/bltinmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, release } from '../../heap/reference.ts'
import { PyByteArray } from '../../objects/bytearray.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { newFloat, PyFloat } from '../../objects/float.ts'
import { type Integer, newInt, normalInteger, PyInt } from '../../objects/int.ts'
import { callBoundSpecial } from '../../objects/protocols/calls.ts'
import { eachItem } from '../../objects/protocols/iteration.ts'
import { binary, power, toBigInt, unary } from '../../objects/protocols/numbers.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { CompensatedSum } from '../../objects/text/math-functions.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'

function inBase(vm: VM, number: PyObject, base: 2 | 8 | 16, prefix: string): string {
  const value = toBigInt(vm, number)
  return value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base)
}

function ord(vm: VM, character: PyObject): number {
  if (character instanceof PyStr) {
    const points = [...character.value]
    if (points.length === 1) return points[0]!.codePointAt(0)!
    return vm.raise('TypeError', `ord() expected a character, but string of length ${points.length} found`)
  }
  const bytes =
    character instanceof PyBytes ? character.value : character instanceof PyByteArray ? character.bytes : null
  if (bytes !== null) {
    const { length } = bytes
    if (length === 1) return bytes[0]!
    return vm.raise('TypeError', `ord() expected a character, but string of length ${length} found`)
  }
  return vm.raise('TypeError', `ord() expected string of length 1, but ${typeName(character)} found`)
}

function round(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const [number, digits] = bindNamed(vm, 'round', args, kwnames, ['number', 'ndigits'], 1)
  const rest = digits === undefined || digits === vm.None ? [] : [digits]
  const result = callBoundSpecial(vm, number!, '__round__', rest)
  return result ?? vm.raise('TypeError', `type ${typeName(number!)} doesn't define __round__ method`)
}

/**
 * `sum`: exact ints and floats are added without making an object for each step, the latter with the lost
 * digits kept; everything else by `+`.
 */
function sum(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (count === 0) return vm.raise('TypeError', `sum() takes at least 1 positional argument (0 given)`)
  const [iterable, start] = bindNamed(vm, 'sum', args, kwnames, ['iterable', 'start'], 1)
  if (start !== undefined) refuseText(vm, start)
  const adder = new Adder(vm, start ?? null)
  try {
    eachItem(vm, iterable!, (item) => adder.add(item))
  } catch (thrown) {
    adder.drop()
    throw thrown
  }
  return adder.take()
}

function refuseText(vm: VM, start: PyObject): void {
  const { str, bytes, bytearray } = vm.types
  const type = typeOf(start)
  if (type.isSubtype(str)) vm.raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]")
  if (type.isSubtype(bytes)) vm.raise('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]")
  if (type.isSubtype(bytearray))
    vm.raise('TypeError', "sum() can't sum bytearray [use b''.join(seq) instead]")
}

function addIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b
    if (Number.isSafeInteger(total)) return total
  }
  return normalInteger(BigInt(a) + BigInt(b))
}

class Adder {
  readonly #vm: VM
  #int: Integer | null = null
  #float: CompensatedSum | null = null
  #object: Own | null = null

  constructor(vm: VM, start: PyObject | null) {
    this.#vm = vm
    if (start === null) this.#int = 0
    else {
      start.refcnt++
      this.#settle(start as Own)
    }
  }

  /** Takes a partial sum over: as a number where it is one. */
  #settle(total: Own): void {
    const { types } = this.#vm
    if (total instanceof PyInt && typeOf(total) === types.int) {
      this.#int = total.value
      release(total)
    } else if (total instanceof PyFloat && typeOf(total) === types.float) {
      this.#float = new CompensatedSum(total.value)
      release(total)
    } else this.#object = total
  }

  add(item: PyObject): void {
    const { types } = this.#vm
    const type = typeOf(item)
    if (this.#int !== null) {
      if (type === types.int || type === types.bool) {
        this.#int = addIntegers(this.#int, (item as PyInt).value)
        return
      }
      this.#object = this.#take()
    } else if (this.#float !== null) {
      if (type === types.float) return this.#float.add((item as PyFloat).value)
      if (type === types.int && typeof (item as PyInt).value === 'number')
        return this.#float.add((item as PyInt).value as number)
      this.#object = this.#take()
    }
    const before = this.#object!
    this.#object = null
    this.#settle(lend(before, (total) => binary(this.#vm, total, item, '__add__', '+')))
  }

  #take(): Own {
    const vm = this.#vm
    const int = this.#int
    const float = this.#float
    this.#int = null
    this.#float = null
    return int !== null ? newInt(vm, int) : float !== null ? newFloat(vm, float.value) : this.#object!
  }

  /** The sum. */
  take(): Own {
    return this.#take()
  }

  drop(): void {
    if (this.#object !== null) release(this.#object)
    this.#object = null
  }
}

export const numberFunctions = [
  fn('abs(x, /) -> object', 'The absolute value of a number.', (vm, x) => unary(vm, x, '__abs__')),
  fn('divmod(x, y, /) -> object', 'Quotient and remainder of a division.', (vm, x, y) =>
    binary(vm, x, y, '__divmod__', 'divmod()'),
  ),
  fn(
    'pow(base, exp, mod=None) -> object',
    'A power, modulo a number if one is given.',
    (vm, base, exp, mod) => power(vm, base, exp, mod === vm.None ? null : mod),
  ),
  rawFn(
    'round(number, ndigits=None) -> object',
    'A number rounded to so many decimals, or to an int.',
    round,
  ),
  rawFn('sum(iterable, /, start=0) -> object', 'The sum of the items, beginning with start.', sum),
  fn('bin(number, /) -> str', 'A number in binary, as a literal.', (vm, number) =>
    inBase(vm, number, 2, '0b'),
  ),
  fn('oct(number, /) -> str', 'A number in octal, as a literal.', (vm, number) =>
    inBase(vm, number, 8, '0o'),
  ),
  fn('hex(number, /) -> str', 'A number in hexadecimal, as a literal.', (vm, number) =>
    inBase(vm, number, 16, '0x'),
  ),
  fn('ord(c, /) -> ssize_t', 'The code point of a character.', ord),
  fn('chr(i, /) -> object', 'The character of a code point.', (vm, i) => {
    const code = toBigInt(vm, i)
    if (code < 0n || code > 0x10ffffn) return vm.raise('ValueError', 'chr() arg not in range(0x110000)')
    return newStr(vm, String.fromCodePoint(Number(code)))
  }),
]
