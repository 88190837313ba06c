// Edits in storage: what is found again, what is not mistaken, what another tab has written.

import { beforeEach, expect, test } from 'vitest'
import type { CellData } from '../../../src/notebook/cell-data.ts'
import { EditStore, hashOf } from '../../../src/notebook/storage.ts'

/** The browser's interface over a map. */
class MapStorage implements Storage {
  readonly map = new Map<string, string>()
  get length() {
    return this.map.size
  }
  clear() {
    this.map.clear()
  }
  getItem(key: string) {
    return this.map.get(key) ?? null
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null
  }
  removeItem(key: string) {
    this.map.delete(key)
  }
  setItem(key: string, value: string) {
    this.map.set(key, value)
  }
}

let storage = new MapStorage()
beforeEach(() => {
  storage = new MapStorage()
})

function mkData(source: string, id = 'cell'): CellData {
  return { lesson: 'lesson', id, kind: 'program', source, expected: '', raises: null, exercise: null }
}

/** A visit of the page. */
function visit(data: CellData) {
  const store = new EditStore(storage)
  return { store, stored: store.read(data) }
}

test('an edit is found on the next visit', () => {
  const data = mkData('original')
  visit(data).store.write(data, { source: 'mine', aside: [{ text: 'old', why: 'reset' }] }, 1)
  expect(visit(data).stored).toEqual({
    saved: { source: 'mine', aside: [{ text: 'old', why: 'reset' }] },
    earlier: null,
  })
})

test('nothing to keep leaves nothing behind', () => {
  const data = mkData('original')
  const { store } = visit(data)
  store.write(data, { source: 'mine', aside: [] }, 1)
  store.write(data, null, 2)
  expect(storage.length).toBe(0)
})

test('when the original has changed, the edit is an earlier one', () => {
  const old = mkData('original')
  visit(old).store.write(old, { source: 'mine', aside: [] }, 1)
  const { store, stored } = visit(mkData('changed'))
  expect(stored).toEqual({ saved: null, earlier: { source: 'mine', decided: false } })
  store.decide(mkData('changed'))
  expect(visit(mkData('changed')).stored.earlier).toEqual({ source: 'mine', decided: true })
})

test('the latest of several earlier edits counts', () => {
  const first = mkData('first')
  const second = mkData('second')
  visit(second).store.write(second, { source: 'later', aside: [] }, 2)
  visit(first).store.write(first, { source: 'sooner', aside: [] }, 1)
  expect(visit(mkData('third')).stored.earlier?.source).toBe('later')
})

test('cells do not see one another', () => {
  const one = mkData('original', 'one')
  visit(one).store.write(one, { source: 'mine', aside: [] }, 1)
  expect(visit(mkData('original', 'two')).stored).toEqual({ saved: null, earlier: null })
  expect(visit(mkData('other', 'on')).stored).toEqual({ saved: null, earlier: null })
})

test('what another tab has stored comes back when it is overwritten', () => {
  const data = mkData('original')
  const here = visit(data).store
  const there = visit(data).store
  expect(there.write(data, { source: 'theirs', aside: [] }, 1)).toBeNull()
  expect(here.write(data, { source: 'mine', aside: [] }, 2)).toBe('theirs')
  expect(here.write(data, { source: 'mine again', aside: [] }, 3)).toBeNull()
})

test.each(['', '{', 'null', '{"source":1}', '[]'])('damaged entry %j is no entry', (raw) => {
  const data = mkData('original')
  storage.setItem(`heapbook:lesson:cell:${hashOf(data.source)}`, raw)
  expect(visit(data).stored).toEqual({ saved: null, earlier: null })
})
