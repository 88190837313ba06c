/**
 * `_tracemalloc`: notes of each object where it was made. A block is an object with all that belongs to it (the items
 * of a list, the table of a dict), as `sys.getsizeof` counts; CPython, which notes each piece of memory, counts more
 * and smaller blocks. As `Modules/_tracemalloc.c`.
 */
import type { AllocationTracer } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { toInteger } from '../objects/protocols/numbers.ts'
import { newStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeOf } from '../objects/type.ts'
import type { Activation, ModuleState, VM } from '../objects/vm.ts'

interface Trace {
  readonly size: number
  /** File and line, innermost first. */
  readonly frames: readonly (readonly [filename: string, lineno: number])[]
  /** How many frames there were. */
  readonly total: number
}

class Tracing implements AllocationTracer {
  readonly traces = new Map<PyObject, Trace>()
  limit = 1
  size = 0
  peak = 0
  readonly #vm: VM

  constructor(vm: VM) {
    this.#vm = vm
  }

  allocated(object: PyObject, size: number): void {
    const frames: [string, number][] = []
    let total = 0
    for (let frame: Activation | null = this.#vm.currentFrame; frame !== null; frame = frame.back) {
      if (total < this.limit) frames.push([frame.code.filename.value, frame.lineno])
      total++
    }
    this.traces.set(object, { size, frames: frames.length === 0 ? [['<unknown>', 0]] : frames, total })
    this.size += size
    if (this.size > this.peak) this.peak = this.size
  }

  freed(object: PyObject): void {
    const trace = this.traces.get(object)
    if (trace === undefined) return
    this.traces.delete(object)
    this.size -= trace.size
  }

  clear(): void {
    this.traces.clear()
    this.size = this.peak = 0
  }
}

const tracingState: ModuleState<{ tracing: Tracing | null }> = { make: () => ({ tracing: null }) }

function peekTracing(vm: VM): Tracing | null {
  return vm.moduleState(tracingState).tracing
}

/** Runs `body` without noting what it makes. */
function unnoted<T>(vm: VM, body: () => T): T {
  const { tracer } = vm.heap
  vm.heap.tracer = null
  try {
    return body()
  } finally {
    vm.heap.tracer = tracer
  }
}

/** What `__sizeof__` of the object's built-in type says, and the collector's links; no Python code runs. */
function fullSize(vm: VM, object: PyObject, { size }: Trace): number {
  let type = typeOf(object)
  while (type.isHeapType) type = type.base!
  const method = type.lookup('__sizeof__')
  if (method === null) return size
  const own = lend(vm.call(method, [object]), (value) => Number(toInteger(vm, value)))
  return Math.max(size, own + (type.isContainer ? 16 : 0))
}

function newFrames(vm: VM, { frames }: Trace): Own {
  return newTuple(
    vm,
    frames.map(([filename, lineno]) => newTuple(vm, [newStr(vm, filename), newInt(vm, lineno)])),
  )
}

function newTraces(vm: VM): Own {
  const tracing = peekTracing(vm)
  if (tracing === null) return newList(vm, [])
  return unnoted(vm, () => {
    const traces = [...tracing.traces].map(([object, trace]) => {
      const size = newInt(vm, fullSize(vm, object, trace))
      return newTuple(vm, [newInt(vm, 0), size, newFrames(vm, trace), newInt(vm, trace.total)])
    })
    return newList(vm, traces)
  })
}

function measure(vm: VM): [current: number, peak: number] {
  const tracing = peekTracing(vm)
  if (tracing === null) return [0, 0]
  let current = 0
  unnoted(vm, () => {
    for (const [object, trace] of tracing.traces) current += fullSize(vm, object, trace)
  })
  tracing.peak = Math.max(tracing.peak, current)
  return [current, tracing.peak]
}

export const tracemallocNative = defineModule('_tracemalloc', 'Where objects were made.', {
  functions: [
    fn('start(nframe: ssize_t = 1, /)', 'Begins to note where objects are made.', (vm, nframe) => {
      if (nframe < 1 || nframe > 65535) {
        return vm.raise('ValueError', 'the number of frames must be in range [1; 65535]')
      }
      const state = vm.moduleState(tracingState)
      if (state.tracing !== null) return
      state.tracing = new Tracing(vm)
      state.tracing.limit = nframe
      vm.heap.tracer = state.tracing
    }),
    fn('stop()', 'Stops noting, and forgets.', (vm) => {
      vm.moduleState(tracingState).tracing = null
      vm.heap.tracer = null
    }),
    fn('is_tracing() -> bool', 'Whether it is noted.', (vm) => peekTracing(vm) !== null),
    fn('clear_traces()', 'Forgets what was noted.', (vm) => peekTracing(vm)?.clear()),
    fn('get_traceback_limit() -> ssize_t', 'How many frames are noted.', (vm) => peekTracing(vm)?.limit ?? 1),
    fn('get_traced_memory() -> object', 'Bytes that the noted objects have, and have had at most.', (vm) =>
      newTuple(
        vm,
        measure(vm).map((bytes) => newInt(vm, bytes)),
      ),
    ),
    fn('reset_peak()', 'What they have now is the most.', (vm) => {
      const tracing = peekTracing(vm)
      if (tracing !== null) tracing.peak = tracing.size
    }),
    fn('get_tracemalloc_memory() -> ssize_t', 'Bytes of the notes.', (vm) =>
      peekTracing(vm) === null ? 0 : 96 * peekTracing(vm)!.traces.size,
    ),
    fn('_get_traces() -> object', 'What was noted.', newTraces),
    fn('_get_object_traceback(obj, /) -> object', 'Where an object was made.', (vm, object) => {
      const trace = peekTracing(vm)?.traces.get(object)
      return trace === undefined ? newRef(vm.None) : unnoted(vm, () => newFrames(vm, trace))
    }),
  ],
})
