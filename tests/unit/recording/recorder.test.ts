// What a recording says: steps, lives and their ends, events, collections, notes; and what can be asked of it.

import { expect, test } from 'vitest'
import type { Recording, SnapshotData } from '../../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { Interpreter } from '../../../src/simulator/index.ts'
import { survey } from '../../../src/simulator/inspect/survey.ts'
import { isPlainValue } from '../../../src/simulator/inspect/texts.ts'
import { Watch } from '../../../src/simulator/inspect/watch.ts'
import { mkHost, mkRequest, wrongSums } from './support.ts'

const story = `import gc, weakref
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
def build():
    n1 = Node('one')
    n2 = Node('two')
    return n2
a = build()
b = a
del a
r = weakref.ref(b, print)
b = None
x, y = Node('x'), Node('y')
x.next, y.next = y, x
x = y = None
gc.collect()
z = Node('z')
`

const record = (source: string): { recorder: Recorder; recording: Recording } => {
  const recorder = new Recorder()
  return { recorder, recording: recorder.record(mkRequest(source)) }
}

function see({ recorder, recording }: ReturnType<typeof record>, lineno: number): SnapshotData {
  const step = recording.steps.lineno.indexOf(lineno)
  const answer = recorder.look({ type: 'snapshots', instructions: [recording.steps.instruction[step]!] })
  if (answer.type !== 'snapshots') throw new Error('no snapshots')
  return answer.snapshots[0]!
}

const called = (snapshot: SnapshotData, name: string) =>
  snapshot.objects.find((object) => object.name === name)

test('a step for each line that begins, with its depth', () => {
  const { recording } = record('def f():\n    return 1\nfor i in range(2):\n    f()\n')
  expect([...recording.steps.lineno]).toEqual([1, 3, 4, 2, 3, 4, 2, 3])
  expect([...recording.steps.depth]).toEqual([0, 0, 0, 1, 0, 0, 1, 0])
})

test('lives say when and why they ended', () => {
  const { recording } = record(story)
  const why = Object.fromEntries(recording.lives.map((life) => [life.name, life.why]))
  expect(why['Node#1']).toBe('freed at line 9 when `build` returned: its local `n1` was the last reference')
  expect(why['Node#2']).toBe('freed at line 14 when `b = None` took its count from 1 to 0')
  expect(why['Node#3']).toBe('freed by the collector (generation 2) at line 18: `gc.collect()`')
  expect(why['Node#4']).toBe(why['Node#3'])
  const causes = Object.fromEntries(recording.lives.map((life) => [life.name, life.cause]))
  expect([causes['Node#2'], causes['Node#3'], causes['Node#5']]).toEqual(['count', 'collector', 'exit'])
})

test('what a dying object held dies with it', () => {
  const { recording } = record('class A: pass\na = A()\na.b = A()\ndel a\n')
  const why = Object.fromEntries(recording.lives.map((life) => [life.name, life.why]))
  expect(why['A#1']).toBe('freed at line 4 when `del a` took its count from 1 to 0')
  expect(why['A#2']).toBe('freed at line 4 with `A#1`, which held the last reference')
})

test('callbacks that are called, and those that are not', () => {
  const { recording } = record(`import weakref
class A: pass
a = A()
r = weakref.ref(a, print)
del r
s = weakref.ref(a, lambda _: None)
del a
`)
  const events = recording.events.map(({ type, words }) => `${type}: ${words}`)
  expect(events).toContain(
    'callback-skipped: the callback of `ref#1` will not be called: the weak reference died first at line 5, before `A#1`',
  )
  expect(events).toContain('callback-called: the callback of `ref#2` is called at line 7')
})

test('a collection, phase by phase', () => {
  const { recording } = record(story)
  const collection = recording.collections[0]!
  const idOf = (name: string) => recording.lives.find((life) => life.name === name)!.id
  const pair = [idOf('Node#3'), idOf('Node#4')]
  expect(collection.trigger).toBe('gc.collect()')
  expect(collection.unreachable).toEqual(pair)
  expect(collection.cleared).toEqual(pair)
  // With what the import of `weakref` has left.
  expect(collection.found).toBe(9)
  const of = (id: number) => collection.candidates.find((candidate) => candidate.id === id)!
  expect(pair.map((id) => [of(id).refcnt, of(id).outside])).toEqual([
    [1, 0],
    [1, 0],
  ])
  const between = collection.inside.filter(({ from, to }) => pair.includes(from) && pair.includes(to))
  expect(between.map(({ label }) => label)).toEqual(['.next', '.next'])
})

test('an object that a reachable one holds is rescued by it', () => {
  const { recording } = record('import gc\nclass A: pass\na = A()\na.b = A()\ngc.collect()\n')
  const { rescued, unreachable, heldFromOutside } = recording.collections[0]!
  const idOf = (name: string) => recording.lives.find((life) => life.name === name)!.id
  expect(unreachable).toEqual([])
  expect(rescued).toContainEqual({ id: idOf('A#2'), by: idOf('A#1') })
  expect(heldFromOutside).not.toContain(idOf('A#2'))
})

test('a finalizer that brings its object back', () => {
  const { recording } = record(`import gc
kept = []
class A:
    def __del__(self):
        kept.append(self)
a = A()
a.me = a
del a
gc.collect()
b = A()
del b
`)
  const idOf = (name: string) => recording.lives.find((life) => life.name === name)!.id
  expect(recording.collections[0]!.resurrected).toContain(idOf('A#1'))
  const types = recording.events.filter(({ object }) => object === idOf('A#2')).map(({ type }) => type)
  expect(types).toEqual(['finalizer', 'resurrected'])
})

test('notes beside lines', () => {
  const { recording } = record(story)
  const notes = Object.fromEntries(recording.notes.map((note) => [note.lineno, note.notes.join(', ')]))
  expect(notes[7]).toBe('n1 → 1')
  expect(notes[9]).toContain('freed n1')
  expect(notes[11]).toBe('a: 1 → 2, b → 2')
  expect(notes[12]).toBe('a: 2 → 1')
  expect(notes[14]).toBe('freed b')
  expect(notes[19]).toBe('z → 1')
})

test('frames, fields and islands of a snapshot', () => {
  const made = record(story)
  const inside = see(made, 9)
  expect(inside.frames.map(({ name, lineno }) => [name, lineno])).toEqual([
    ['__main__', 10],
    ['build', 9],
  ])
  expect(called(inside, 'Node#1')!.holders.map(({ words }) => words)).toEqual(['local `n1` in `build`'])
  const cycle = see(made, 18)
  expect(called(cycle, 'Node#3')!.state).toBe('island')
  expect(called(cycle, 'Node#3')!.fields.map(({ label }) => label)).toContain('.next')
  expect(called(cycle, 'Node#3')!.holders.map(({ words }) => words)).toEqual(['attribute `next` of `Node#4`'])
  expect(called(cycle, 'ref#1')?.weak).toEqual({ referent: null, hasCallback: false })
})

test('frames of other threads stand before those of the running one, with the names of their threads', () => {
  const made = record(`import threading
class Node: pass
def wait(node):
    local = Node()
    gate.acquire()
    del local
gate = threading.Lock()
gate.acquire()
thread = threading.Thread(target=wait, args=(Node(),), name='waiter')
thread.start()
print('here')
gate.release()
thread.join()
`)
  const here = see(made, 11)
  const own = here.frames.filter(({ lineno }) => lineno !== null)
  expect(own.map(({ name, lineno }) => [name, lineno])).toEqual([
    ['waiter: wait', 5],
    ['__main__', 11],
  ])
  expect(called(here, 'Node#2')!.holders.map(({ words }) => words)).toEqual([
    'local `local` in `waiter: wait`',
  ])
  const there = see(made, 6)
  expect(there.frames.at(-1)?.name).toBe('waiter: wait')
  expect(there.frames[0]?.name).toBe('__main__')
})

test('the inside of a library container is folded, what it holds for the program is not', () => {
  const made = record(`import weakref
class A: pass
d = weakref.WeakValueDictionary()
a = A()
d['a'] = a
done = True
`)
  const snapshot = see(made, 6)
  expect(called(snapshot, 'A#1')!.inner).toBe(false)
  expect(called(snapshot, 'WeakValueDictionary#1')!.inner).toBe(false)
  expect(called(snapshot, 'KeyedRef#1')!.inner).toBe(true)
  expect(called(snapshot, 'A#1')!.weakrefs).toEqual([called(snapshot, 'KeyedRef#1')!.id])
})

test("the machine's own notes are none of the program's objects", () => {
  const made = record(
    'class A:\n    def __repr__(self):\n        return "A"\na = [A()]\nb = repr(a)\nc = {}\n',
  )
  const during = see(made, 3)
  expect(called(during, 'list#1')!.holders.map(({ words }) => words)).toContain(
    'the interpreter, which is writing its `repr`',
  )
  const after = see(made, 6)
  expect(
    after.objects.filter(({ type }) => type === 'dict' || type === 'list').map(({ name }) => name),
  ).toEqual(['list#1'])
  const end = made.recorder.look({ type: 'snapshots', instructions: [made.recording.exit] })
  if (end.type !== 'snapshots') throw new Error('no snapshots')
  expect(called(end.snapshots[0]!, 'dict#1')!.holders.map(({ words }) => words)).toEqual(['global `c`'])
})

test('places of a sequence with the same object in them are one reference, as often as there are places', () => {
  const made = record('class A: pass\na = A()\nb = [a] * 3 + [1] + [a]\nc = 0\n')
  const snapshot = see(made, 4)
  const { id, holders, refcnt } = called(snapshot, 'A#1')!
  const fields = snapshot.objects.find(({ type }) => type === 'list')!.fields
  const ofA = fields.filter(({ target }) => target === id)
  expect(ofA).toEqual([
    { label: '[0]', target: id, count: 3 },
    { label: '[4]', target: id },
  ])
  expect(refcnt).toBe(5)
  expect(holders.map(({ words, count }) => [words.replace(/#\d+/, ''), count])).toEqual([
    ['global `a`', 1],
    ['an item of `list`', 3],
    ['item 4 of `list`', 1],
  ])
})

test('of many references the first are described, those to objects before those to values', () => {
  const made = record(`class A: pass
d = {i: A() for i in range(1500)}
n = list(range(2000, 5000))
m = [A() if i == 2500 else i for i in range(3000)]
done = True
`)
  const snapshot = see(made, 5)
  const d = called(snapshot, 'dict#1')!
  expect(d.fields.length).toBe(1500)
  expect(d.more).toBe(0)
  const n = called(snapshot, 'list#1')!
  expect([n.fields.length, n.more]).toEqual([1000, 2000])
  const m = called(snapshot, 'list#2')!
  expect([m.fields.at(-1)!.label, m.more]).toEqual(['[2500]', 1999])
  expect(wrongSums(snapshot)).toEqual([])
})

test('an argument being passed is on the value stack of the caller', () => {
  const made = record('class A: pass\ndef f(x):\n    return 1\na = A()\nf(a)\nf(A())\n')
  const snapshot = see(made, 3)
  const words = called(snapshot, 'A#1')!.holders.map((holder) => holder.words)
  expect(words).toContain('local `x` in `f`')
  expect(words).toContain('global `a`')
})

test('every change of a count, and those of one object', () => {
  const { recorder, recording } = record('class A: pass\na = A()\nb = a\ndel a\ndel b\n')
  const id = recording.lives.find(({ name }) => name === 'A#1')!.id
  const history = recorder.look({ type: 'history', object: id })
  if (history.type !== 'history') throw new Error('no history')
  const counts = history.changes.map(({ to }) => to)
  expect(counts[0]).toBe(1)
  expect(counts.at(-1)).toBe(0)
  for (const [i, { from }] of history.changes.entries()) if (i > 0) expect(from).toBe(counts[i - 1])
  const { instruction } = history.changes.at(-1)!
  const changes = recorder.look({ type: 'changes', from: instruction, to: instruction + 1 })
  if (changes.type !== 'changes') throw new Error('no changes')
  expect(changes.changes.filter(({ object }) => object === id)).toEqual(
    history.changes.filter((change) => change.instruction === instruction),
  )
})

test('the trace of instructions agrees with the listing', () => {
  const { recorder, recording } = record('a = []\nb = a\n')
  const trace = recorder.look({ type: 'trace', from: 0, to: recording.instructions })
  if (trace.type !== 'trace') throw new Error('no trace')
  const { instructions } = recording.codes[0]!
  const names = trace.entries.map(({ offset }) => instructions.find((each) => each.offset === offset)!.opname)
  expect(names).toEqual(['RESUME', 'BUILD_LIST', 'STORE_NAME', 'LOAD_NAME', 'STORE_NAME', 'RETURN_CONST'])
})

test('a session cell is recorded after those before it', () => {
  const recorder = new Recorder()
  const recording = recorder.record(
    mkRequest('b = a\nprint(len(b))\n', {
      mode: 'session',
      filename: 'two',
      before: [{ source: 'a = [1]\nprint("unheard")\n', filename: 'one' }],
    }),
  )
  expect(recording.output.map(({ text }) => text).join('')).toBe('1\n')
  expect([...recording.steps.lineno]).toEqual([1, 2])
  const answer = recorder.look({ type: 'snapshots', instructions: [recording.instructions] })
  const snapshot = answer.type === 'snapshots' ? answer.snapshots[0]! : null
  expect(called(snapshot!, 'list#1')!.holders.map(({ words }) => words)).toEqual(['global `a`', 'global `b`'])
})

test('errors end a recording as they end a run', () => {
  const { recording: raised } = record('a = [1]\nraise ValueError("no")\n')
  expect(raised.output.at(-1)!.text).toContain('ValueError: no')
  expect([...raised.steps.lineno]).toEqual([1, 2])
  const { recording: unreadable } = record('a = (\n')
  expect(unreadable.output.at(-1)!.text).toContain('SyntaxError')
  expect(unreadable.steps.lineno.length).toBe(0)
})

test('what goes on for too long is cut, and says so', () => {
  const recorder = new Recorder({
    instructions: 2_000_000,
    steps: 500,
    lives: 10,
    events: 10,
    collections: 10,
  })
  const recording = recorder.record(mkRequest('while True:\n    a = []\n'))
  expect(recording.truncated).toBe('the recording stops after 500 steps')
  expect(recording.steps.lineno.length).toBe(500)
})

test('a survey finds every object that lives', () => {
  const python = new Interpreter(
    mkHost(() => {}),
    { debug: true },
  )
  const missing: string[] = []
  class Looking extends Watch {
    override before(...args: Parameters<Watch['before']>): void {
      super.before(...args)
      if (this.instruction % 400 !== 0 || this.subject.machine.nesting > 1) return
      const { numberOf } = survey(this.subject, this.dyingObjects)
      for (const object of this.subject.machine.heap.live!) {
        // The name of a method may be in the hand of an operation that looks it up.
        if (numberOf(object) < 0 && object.refcnt < 1000 && !isPlainValue(object))
          missing.push(`${object.type.name} at ${this.instruction}`)
      }
    }
  }
  const looking = new Looking(python.engine.subject, ['program.py'])
  looking.isCounting = true
  python.engine.heap.observer = looking
  python.engine.watcher = looking
  python.startProgram(story, 'program.py')
  python.runToEnd()
  expect(missing.slice(0, 10)).toEqual([])
  expect(looking.instruction).toBeGreaterThan(400)
})
