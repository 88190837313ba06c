// The module `heapbook`, which no CPython has: what programs are told about their heap, and that asking changes nothing.

import { expect, test } from 'vitest'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { Interpreter } from '../../../src/simulator/index.ts'
import { mkHost, mkRequest, runPlain } from './support.ts'

/** What a program prints; every count must be right after it. */
function run(source: string): string[] {
  let output = ''
  const python = new Interpreter(
    mkHost((text) => {
      output += text
    }),
    { debug: true },
  )
  python.startProgram(`from heapbook import heap\n${source}`, 'program.py')
  const { error } = python.runToEnd()
  expect(python.audit()).toEqual([])
  python.close()
  expect(python.audit()).toEqual([])
  expect(error, output).toBeNull()
  return output.trimEnd().split('\n')
}

const node = `class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
`

test('holders are as many as the count, which is what sys.getrefcount says less its own argument', () => {
  const lines = run(`import sys
${node}
def inside(x):
    print(heap.holders(x))
    print(len(heap.holders(x)) == heap.count(x) == sys.getrefcount(x) - 1)
a = Node('a')
a.next = a
b = [a, (a, a), {'key': a}]
print(heap.holders(a))
print(len(heap.holders(a)) == heap.count(a) == sys.getrefcount(a) - 1)
inside(a)
`)
  expect(lines).toEqual([
    "['global a', 'attribute next of Node#1', 'item 0 of list#1', \"the value for 'key' in dict#1\", 'item 1 of tuple#2', 'item 0 of tuple#2']",
    'True',
    "['local x in inside', 'global a', 'attribute next of Node#1', 'item 0 of list#1', \"the value for 'key' in dict#1\", 'item 1 of tuple#2', 'item 0 of tuple#2']",
    'True',
  ])
})

test('living instances, oldest first, of exactly the class', () => {
  const lines = run(`${node}
class Other(Node): pass
a, b, c, d = Node('a'), Node('b'), Node('c'), Other('d')
a.next, c.next = c, a
del a, b, c
print([each.name for each in heap.alive(Node)])
import gc
gc.collect()
print(heap.alive(Node), len(heap.alive(Other)))
`)
  expect(lines).toEqual(["['a', 'c']", '[] 1'])
})

test('the shortest path from a variable', () => {
  const lines = run(`${node}
a = Node('a')
a.next = Node('b')
a.next.next = Node('c')
print(heap.path_to(a.next.next))
def outer():
    kept = Node('d')
    return lambda: kept
f = outer()
print(heap.path_to(f.__closure__[0].cell_contents)[0])
x, y = Node('x'), Node('y')
x.next, y.next = y, x
import weakref
r = weakref.ref(x)
del x, y
print(len(heap.path_to(heap.alive(Node)[0])))
`)
  expect(lines).toEqual([
    "['global a', 'attribute next of Node#1', 'attribute next of Node#2']",
    'global f',
    '1',
  ])
})

test('an object to be shown', () => {
  const lines = run(`${node}
import weakref
a = Node('a')
r = weakref.ref(a)
heap.show(a, r)
del a
heap.show(r)
`)
  expect(lines).toEqual([
    'Node#1  count 1',
    "    .name → 'a'",
    '    .next → None',
    '    held by global a',
    'ref#1  count 1',
    '    weakly ⇢ Node#1',
    '    held by global r',
    'ref#1  count 1',
    '    weakly ⇢ nothing any more',
    '    held by global r',
  ])
})

test('what cannot be asked', () => {
  const lines = run(`
for ask in (lambda: heap.count(None), lambda: heap.holders(1), lambda: heap.alive('Node')):
    try:
        ask()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
`)
  expect(lines).toEqual([
    'ValueError an immortal object is not counted',
    'ValueError an immortal object is not counted',
    'TypeError alive() takes a class',
  ])
})

test('a recorded program prints what it prints unrecorded', () => {
  const source = `import weakref
${node}
before = [Node('early'), {}, ()]
from heapbook import heap
d = {'a': [Node('a')], 'b': (Node('b'), before)}
heap.show()
print(heap.holders(d['a'][0]), heap.path_to(before[0]), heap.alive(Node)[-1].name)
`
  const request = mkRequest(source)
  const recording = new Recorder().record(request)
  expect(recording.output.map(({ text }) => text).join('')).toBe(runPlain(request))
})

test('names are those of a recording', () => {
  const source = `from heapbook import heap\n${node}a = Node('a')\nheap.show(a)\nb = Node('b')\nheap.show(b)\n`
  const recording = new Recorder().record(mkRequest(source))
  const text = recording.output.map((chunk) => chunk.text).join('')
  expect(text).toContain('Node#1  count 1')
  expect(text).toContain('Node#2  count 1')
  expect(recording.lives.filter(({ type }) => type === 'Node').map(({ name }) => name)).toEqual([
    'Node#1',
    'Node#2',
  ])
})
