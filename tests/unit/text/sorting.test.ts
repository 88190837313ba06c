// The merge sort compares the same items in the same order as CPython's; cases recorded with counted comparisons.

import { describe, expect, it } from 'vitest'
import { timsort } from '../../../src/simulator/objects/text/timsort.ts'
import { int, testRecorded } from './recorded.ts'

interface Item {
  value: number
  place: number
}
class Stop {}

describe('timsort', () => {
  testRecorded('sort', {
    sort: (text: string, reverse: boolean, limit: string, keyed: boolean) => {
      const keys =
        text === '' ? [] : text.split(' ').map((value, place): Item => ({ value: Number(value), place }))
      const values = keys.map((_, place) => place)
      let count = 0
      let mix = 0
      try {
        timsort(
          keys,
          (a, b) => {
            count++
            mix = (mix * 31 + a.place * 1009 + b.place) % 1000003
            if (count === Number(limit)) throw new Stop()
            return a.value < b.value
          },
          keyed ? values : null,
          reverse,
        )
      } catch (error) {
        if (!(error instanceof Stop)) throw error
      }
      const order = keyed ? values : keys.map((item) => item.place)
      return [int(count), int(mix), order.join(' ')]
    },
  })

  it('keeps every item when comparisons are inconsistent', () => {
    const items = Array.from({ length: 1000 }, (_, i) => i)
    let state = 1
    timsort(items, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return (state >>> 16) % 3 === 0
    })
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i))
  })
})
