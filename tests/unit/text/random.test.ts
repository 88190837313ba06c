// The random generator gives CPython's numbers for the same seed; recorded.

import { describe } from 'vitest'
import { MersenneTwister, seedFromBytes } from '../../../src/simulator/objects/text/mersenne-twister.ts'
import { testRecorded } from './recorded.ts'

describe('MersenneTwister', () => {
  testRecorded('random', {
    random: (seed: string) => {
      const generator = new MersenneTwister()
      generator.seed(BigInt(seed))
      const floats = [0, 0, 0, 0].map(() => generator.random())
      return [...floats, ...[1, 5, 32, 33, 64, 100, 0].map((bits) => generator.getrandbits(bits))]
    },
    state: (seed: string) => {
      const first = new MersenneTwister()
      first.seed(BigInt(seed))
      first.random()
      const state = first.getState()
      const sum = state.reduce((total, word, i) => total + BigInt(word) * BigInt(i), 0n)
      const second = new MersenneTwister()
      second.setState(state)
      return [sum % 10n ** 9n, second.random()]
    },
    text: (text: string) => {
      const generator = new MersenneTwister()
      generator.seed(seedFromBytes(new TextEncoder().encode(text)))
      return generator.random()
    },
  })
})
