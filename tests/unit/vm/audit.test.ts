// The audit finds what it is there to find: leaks and releases too many, made on purpose.

import { expect, test } from 'vitest'
import { newRef } from '../../../src/simulator/heap/reference.ts'
import { Interpreter } from '../../../src/simulator/index.ts'

function mkPython(source: string): Interpreter {
  const host = { write() {}, readLine: () => '', now: () => 0, monotonic: () => 0n, entropy: () => 1 }
  const python = new Interpreter(host, { debug: true })
  python.startProgram(source, 'p.py')
  python.runToEnd()
  return python
}

test('a reference too many is named with its object', () => {
  const python = mkPython('x = [1, 2]\n')
  const main = python.engine.modules.getStr('__main__')
  const list = main?.dict as unknown as { getStr(name: string): Parameters<typeof newRef>[0] }
  newRef(list.getStr('x'))
  expect(python.audit()).toEqual(['refcnt 2, 1 found: list [1, 2]'])
  python.close()
  expect(python.audit()).toEqual(['left (refcnt 1, 0 found): list [1, 2]'])
})

test('a reference too few is found before anything dies', () => {
  const python = mkPython('x = y = [3]\n')
  const main = python.engine.modules.getStr('__main__')
  const names = main?.dict as unknown as { getStr(name: string): { refcnt: number } }
  names.getStr('x').refcnt--
  expect(python.audit()).toEqual(['refcnt 1, 2 found: list [3]'])
})
