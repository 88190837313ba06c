// The functions of math; cases recorded from CPython. Those that come from the C library may differ in the last bit
// of a result, in few cases; the error functions, whose C versions are less exact, more often.

import { describe, expect, it } from 'vitest'
import { floatBits } from '../../../src/simulator/objects/text/binary-float.ts'
import * as elementary from '../../../src/simulator/objects/text/elementary-functions.ts'
import * as math from '../../../src/simulator/objects/text/math-functions.ts'
import * as special from '../../../src/simulator/objects/text/special-functions.ts'
import { float, readCases, testRecorded } from './recorded.ts'

const floats = (texts: string[]) => texts.map(float)

describe('math', () => {
  testRecorded('math', {
    fsum: (values: string[]) => math.fsum(floats(values)),
    sum: (values: string[]) => {
      const sum = new math.CompensatedSum(0)
      for (const value of floats(values)) sum.add(value)
      return sum.value
    },
    hypot: (values: string[]) => math.hypot(floats(values)),
    dist: (p: string[], q: string[]) => math.dist(floats(p), floats(q)),
    sumprod: (p: string[], q: string[]) => math.sumprod(floats(p), floats(q)),
    fma: (x: string, y: string, z: string) => {
      const result = math.fma(float(x), float(y), float(z))
      return Number.isFinite(float(x) * float(y) + float(z)) ? result : null
    },
    modf: (x: string) => math.modf(float(x)),
    copysign: (x: string, y: string) => math.copysign(float(x), float(y)),
    nextafter: (x: string, y: string, steps: string) => math.nextafter(float(x), float(y), BigInt(steps)),
    ulp: (x: string) => math.ulp(float(x)),
    remainder: (x: string, y: string) => math.remainder(float(x), float(y)),
    divmod: (x: string, y: string) => math.floatDivmod(float(x), float(y)),
    isclose: (a: string, b: string) => math.isClose(float(a), float(b), 1e-9, 0),
    factorial: (n: string) => math.factorial(Number(n)),
    binomials: (n: string, k: string) => [
      math.combinations(BigInt(n), BigInt(k)),
      math.permutations(BigInt(n), BigInt(k)),
    ],
    gamma: (x: string) => special.gamma(float(x)),
    lgamma: (x: string) => special.lgamma(float(x)),
  })

  it('weighs an absolute tolerance', () => {
    expect([math.isClose(0, 1e-4, 1e-9, 1e-3), math.isClose(0, 1e-2, 1e-9, 1e-3)]).toEqual([true, false])
  })
})

describe('functions of the C library', () => {
  type Case = [name: string, args: string[], result: string]
  const cases = readCases<Case>('elementary')
  const functions: Record<string, (...args: number[]) => number> = { ...elementary, ...special } as never
  /** How far floats of one sign are apart, in floats. */
  const apart = (a: number, b: number) => {
    const distance = floatBits(a) - floatBits(b)
    return distance < 0n ? -distance : distance
  }

  it.each([...new Set(cases.map(([name]) => name))])('%s', (name) => {
    const own = cases.filter(([ofCase]) => ofCase === name)
    const inexact = name === 'erfc' || name === 'erf' ? 0.2 : name === 'cbrt' ? 1 : 0.02
    let differing = 0
    for (const [, args, result] of own) {
      const got = functions[name]!(...floats(args))
      if (Object.is(got, float(result))) continue
      differing++
      expect(apart(got, float(result)) <= 3n, `${name}(${args}) = ${result}, got ${got}`).toBe(true)
    }
    expect(differing).toBeLessThanOrEqual(Math.ceil(own.length * inexact))
  })
})
