// Floats and ints from text, to text, and their exact arithmetic; cases recorded from CPython.

import { describe, expect, it } from 'vitest'
import { frexp, multiplyByPower } from '../../../src/simulator/objects/text/binary-float.ts'
import { TextError } from '../../../src/simulator/objects/text/error.ts'
import { reprComplex, reprFloat } from '../../../src/simulator/objects/text/float-repr.ts'
import * as floats from '../../../src/simulator/objects/text/float-text.ts'
import * as ints from '../../../src/simulator/objects/text/int-arithmetic.ts'
import { intToText, parseIntText } from '../../../src/simulator/objects/text/int-text.ts'
import { quoteText } from '../../../src/simulator/objects/text/repr.ts'
import { bytes, float, int, testRecorded } from './recorded.ts'

describe('float', () => {
  testRecorded('float', {
    repr: (value: string) => reprFloat(float(value)),
    hex: (value: string) => floats.floatToHex(float(value)),
    ratio: (value: string) => floats.floatToRatio(float(value)),
    int: (value: string) => ints.floatToInt(float(value)),
    frexp: (value: string) => {
      const [mantissa, exponent] = frexp(float(value))
      return [mantissa, int(exponent)]
    },
    ldexp: (value: string, power: string) => multiplyByPower(float(value), Number(power)),
    round: (value: string, places: string) => floats.roundFloat(float(value), Number(places)),
    roundHalfEven: (value: string) => floats.roundHalfEven(float(value)),
    parse: (text: string) => {
      const value = floats.parseFloatText(text)
      if (value === null) {
        throw new TextError('ValueError', `could not convert string to float: ${quoteText(text)}`)
      }
      return [value]
    },
    complex: (text: string) => floats.parseComplexText(text),
    fromhex: (text: string) => floats.floatFromHex(text),
    complexRepr: (real: string, imaginary: string) => reprComplex(float(real), float(imaginary)),
  })
})

describe('int', () => {
  testRecorded('int', {
    parse: (text: string, base: string, quoted: string) => parseIntText(text, Number(base), () => quoted),
    parseRest: (text: string, base: string, quoted: string) =>
      parseIntText(text, Number(base), () => quoted) % 10n ** 30n,
    strPower: (power: string) => {
      const exponent = BigInt(power)
      return intToText(exponent < 0n ? 1n - 10n ** -exponent : 10n ** exponent).slice(0, 3)
    },
    divide: (a: string, b: string) => ints.trueDivide(BigInt(a), BigInt(b)),
    divmod: (a: string, b: string) => ints.floorDivmod(BigInt(a), BigInt(b)),
    floor: (a: string, b: string) => [
      ints.floorDivide(BigInt(a), BigInt(b)),
      ints.floorModulo(BigInt(a), BigInt(b)),
    ],
    gcd: (a: string, b: string) => [
      ints.greatestCommonDivisor(BigInt(a), BigInt(b)),
      ints.leastCommonMultiple(BigInt(a), BigInt(b)),
    ],
    bits: (a: string) => [int(ints.bitLength(BigInt(a))), int(ints.bitCount(BigInt(a)))],
    isqrt: (a: string) => ints.integerSquareRoot(BigInt(a)),
    pow: (a: string, b: string, c: string) => ints.powerModulo(BigInt(a), BigInt(b), BigInt(c)),
    round: (a: string, places: string) => ints.roundInt(BigInt(a), Number(places)),
    shift: (a: string, by: string) => [
      ints.shiftLeft(BigInt(a), BigInt(by)),
      ints.shiftRight(BigInt(a), BigInt(by)),
    ],
    compare: (a: string, value: string) => {
      const order = ints.compareIntFloat(BigInt(a), float(value))
      return [order < 0, order === 0, order > 0]
    },
    toBytes: (a: string, length: string, order: 'big' | 'little', signed: boolean) =>
      ints.intToBytes(BigInt(a), Number(length), order, signed),
    fromBytes: (data: string, order: 'big' | 'little', signed: boolean) =>
      ints.intFromBytes(bytes(data), order, signed),
    float: (a: string) => ints.intToFloat(BigInt(a)),
  })

  it('shifts far without making the number', () => {
    expect([
      ints.shiftRight(-5n, 1n << 70n),
      ints.shiftRight(5n, 1n << 70n),
      ints.shiftLeft(0n, 1n << 70n),
    ]).toEqual([-1n, 0n, 0n])
  })

  it('has no limit on digits where the limit is 0', () => {
    const text = '7'.repeat(5000)
    expect(
      intToText(
        parseIntText(text, 10, () => '', 0),
        0,
      ),
    ).toBe(text)
  })
})
