// Threads that wait for each other for ever. CPython waits too, so nothing can be recorded of it; here the wait that
// completes the circle is an error, which says who waits where.

import { expect, test } from 'vitest'
import { type Host, Interpreter } from '../../../src/simulator/index.ts'

const source = `import queue
import threading

first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def take(one, other):
    with one:
        both.wait()
        with other:
            print("never")


for pair in ((first, second), (second, first)):
    threading.Thread(target=take, args=pair, daemon=True).start()
for wait in (first.acquire, queue.Queue().get, threading.Event().wait, threading.enumerate()[1].join):
    try:
        wait()
    except RuntimeError as error:
        print(error)
`

const others =
  'Thread-1 (take) in lock.__enter__() at line 11, Thread-2 (take) in lock.__enter__() at line 11'

test('a deadlock is an error that names every thread, its call and its line', () => {
  let out = ''
  const host: Host = {
    write: (_stream, text) => {
      out += text
    },
    readLine: () => '',
    now: () => 0,
    monotonic: () => 0n,
    entropy: () => 7,
  }
  const python = new Interpreter(host, { debug: true })
  python.startProgram(source, 'deadlock.py')
  expect(python.runToEnd()).toEqual({ exitCode: 0, error: null })
  expect(out.trimEnd().split('\n')).toEqual(
    ['lock.acquire', 'Queue.get', 'Event.wait', 'Thread.join'].map(
      (call) =>
        `deadlock: all threads wait, and none can wake another: MainThread in ${call}() at line 19, ${others}`,
    ),
  )
  expect(python.audit()).toEqual([])
  python.finalize()
  python.close()
  expect(python.audit()).toEqual([])
})
